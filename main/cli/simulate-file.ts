// What `spandrel simulate` does, with all that it needs: loaded at once, and only by those who simulate.
import { bottleneckSentence } from '../../src/analysis/bottleneck.ts';
import { simulate, type SimulateOptions } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import type { Finding, Outcome } from '../../src/model/finding.ts';
import { parseValue, setAt } from '../../src/model/path.ts';
import type { Result } from '../../src/simulation/result.ts';
import { coreCount, createExecutor } from '../threads.ts';
import { done, notGood, type Ending } from './exit.ts';
import { readDesignInput } from './input.ts';
import { STANDARD, type Io } from './io.ts';
import type { Setting } from './options.ts';
import { githubText, junitText, missedText } from './objective-reports.ts';
import { findingsText } from './print-findings.ts';
import { createProgressBar } from './progress-bar.ts';
import { reportText } from './report.ts';
import { waterfallText } from './waterfall.ts';

export interface SimulateArguments {
  readonly scenario?: string;
  readonly seed?: number;
  readonly replications?: number;
  readonly duration?: number;
  readonly warmup?: number | 'auto';
  readonly set?: readonly Setting[];
  readonly threads?: number;
  readonly traces?: number;
  readonly check?: true;
  readonly json?: true;
  readonly junit?: string;
  readonly github?: true;
  readonly report?: string;
  readonly force?: true;
}

export async function simulateFile(file: string, options: SimulateArguments, io: Io): Promise<Ending> {
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const design = withSettings(read.value, options.set ?? []);
  if (!design.ok) return notGood(file, design.findings);
  for (const report of [options.report, options.junit]) {
    const obstacle = await reportObstacle(report, options.force, io);
    if (obstacle.length > 0) return notGood(report ?? '', obstacle);
  }
  const outcome = await run(design.value, options, io);
  switch (outcome.kind) {
    case 'cancelled':
      io.err('Cancelled.\n');
      return { kind: 'interrupted' };
    case 'failed':
      return notGood(file, outcome.findings);
    case 'done':
      io.err(findingsText(file, read.notes));
      return tell(file, design.value, outcome.result, options, io);
  }
}

async function tell(file: string, design: Design, result: Result, options: SimulateArguments, io: Io): Promise<Ending> {
  if (![options.report, options.junit].includes(STANDARD)) await print(design, result, options, io);
  const unwritten = options.report === undefined ? null : await deliverReport(design, result, options, io);
  if (unwritten) return unwritten;
  const unheard = await deliverObjectives(file, design, result, options, io);
  if (unheard) return unheard;
  return options.check ? check(file, design, result) : done;
}

/** Before the run, so that nobody waits for a report that could not be written. */
async function reportObstacle(
  report: string | undefined,
  force: true | undefined,
  io: Io,
): Promise<readonly Finding[]> {
  if (report === undefined || report === STANDARD || force) return [];
  const { reportStands } = await import('./report-file.ts');
  return reportStands(report, io);
}

/** Null where it was written. Loaded only by those who want it: it takes longer than a short run. */
async function deliverReport(
  design: Design,
  result: Result,
  options: SimulateArguments,
  io: Io,
): Promise<Ending | null> {
  const [{ htmlReport }, { asRun, writeReport }] = await Promise.all([
    import('../../src/report/html/report.ts'),
    import('./report-file.ts'),
  ]);
  const text = htmlReport({ design: asRun(design, result), scenario: result.scenario, result }, 'en');
  return writeReport(text, options.report ?? STANDARD, options.force === true, io);
}

/** What build servers read; null where all of it was written. */
async function deliverObjectives(
  file: string,
  design: Design,
  result: Result,
  { junit, report, github, json, force }: SimulateArguments,
  io: Io,
): Promise<Ending | null> {
  if (junit === undefined && !github) return null;
  if (github) {
    const text = githubText(file, design, result);
    // Annotations are read from either stream, and standard output may be a document.
    if (json || [junit, report].includes(STANDARD)) io.err(text);
    else await io.out(text);
  }
  if (junit === undefined) return null;
  const { writeReport } = await import('./report-file.ts');
  return writeReport(junitText(design, result), junit, force === true, io);
}

export function withSettings(design: Design, settings: readonly Setting[]): Outcome<Design> {
  let outcome: Outcome<Design> = { ok: true, value: design, notes: [] };
  for (const { path, value } of settings) {
    if (outcome.ok) outcome = setAt(outcome.value, path, parseValue(value));
  }
  return outcome;
}

/**
 * Ctrl+C ends the run within moments and leaves nothing behind: on threads it is cancelled; in the calling thread, which
 * hears nothing while it works, the system ends the process.
 */
async function run(design: Design, options: SimulateArguments, io: Io) {
  const threads = Math.min(options.threads ?? coreCount(), replicationsOf(design, options));
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  const stopListening = threads === 1 ? () => undefined : io.onInterrupt(cancel);
  const bar = await createProgressBar(io);
  const executor = await createExecutor(threads);
  try {
    const hooks = { onProgress: bar.show, isCancelled: () => isCancelled };
    return await simulate(design, overrides(options), executor, hooks);
  } finally {
    bar.stop();
    stopListening();
    await executor.close();
  }
}

/** More threads than replications would have nothing to do. */
function replicationsOf(design: Design, options: SimulateArguments): number {
  const scenarios = design.scenarios ?? [];
  const scenario = options.scenario === undefined ? scenarios[0] : scenarios.find((one) => one.id === options.scenario);
  return options.replications ?? scenario?.replications ?? 5;
}

function overrides({ scenario, seed, replications, duration, warmup, traces }: SimulateArguments): SimulateOptions {
  return { scenario, seed, replications, durationS: duration, warmupS: warmup, traces };
}

async function print(design: Design, result: Result, options: SimulateArguments, io: Io): Promise<void> {
  if (options.json) {
    await io.out(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  await io.out(reportText(design, result, bottleneckSentence(design, result)));
  if (result.traces !== undefined) await io.out(waterfallText(design, result.traces));
}

function check(file: string, design: Design, result: Result): Ending {
  const missed = result.objectives.filter((objective) => !objective.met);
  if (missed.length === 0) return done;
  const findings = missed.map(({ id, value }): Finding => missedObjective(design, id, value));
  return notGood(file, findings);
}

function missedObjective(design: Design, id: string, value: number | null): Finding {
  const objective = design.objectives?.find((one) => one.id === id);
  return {
    rule: 'objective-missed',
    severity: 'error',
    path: `objectives.${id}`,
    message: missedText(objective, value),
    mend: 'Give the components on the way more capacity, or change the objective.',
  };
}
