// `spandrel simulate FILE`: replications of one scenario, and the figures that come of them.
import type { SimulateOptions } from '../../../src/analysis/simulate.ts';
import type { Design } from '../../../src/model/design.ts';
import type { Finding, Outcome } from '../../../src/model/finding.ts';
import type { Result } from '../../../src/simulation/result.ts';
import { done, notGood, type Ending } from '../exit.ts';
import { STANDARD, type Io } from '../io.ts';
import { gathered, seconds, secondsOrAuto, setting, wholeNumber, type Setting } from '../options.ts';
import { findingsText } from '../print-findings.ts';
import { wanted } from '../report.ts';
import type { Verb } from '../verb.ts';

interface Options {
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
  readonly report?: string;
  readonly force?: true;
}

export const simulateVerb: Verb = {
  name: 'simulate',
  summary: 'simulate a scenario and print its figures',
  examples: [
    'simulate shop.spandrel.json',
    'simulate shop.spandrel.json --scenario peak --replications 20 --json',
    'simulate shop.spandrel.json --set components.api.capacity.replicas=4 --check',
    'simulate shop.spandrel.json --report shop.html',
  ],
  define(command, io, end) {
    command
      .argument('<file>', 'a design file, or - for standard input')
      .option('--scenario <id>', 'the scenario (default: the first)')
      .option(
        '--seed <n>',
        'where chance starts; the same seed gives the same figures',
        wholeNumber({ min: 0, max: 2 ** 32 - 1 }),
      )
      .option(
        '--replications <n>',
        'independent runs, from which the intervals come',
        wholeNumber({ min: 1, max: 10_000 }),
      )
      .option('--duration <s>', 'simulated seconds of each run, warm-up included', seconds)
      .option('--warmup <s>', 'seconds left out of the figures, or auto', secondsOrAuto)
      .option('--set <path=value>', 'change a value for this run; may be given several times', gathered(setting))
      .option('--threads <n>', 'threads to run on (default: one a core)', wholeNumber({ min: 1, max: 1024 }))
      .option(
        '--traces <n>',
        'keep so many requests of the first run, the slowest included: with --json as OTLP under "traces", else drawn',
        wholeNumber({ min: 1, max: 10_000 }),
      )
      .option('--check', 'exit with 1 where an objective is missed')
      .option('--json', 'print the result as one JSON document')
      .option('--report <file>', 'write a page of HTML with figures and charts; - is standard output')
      .option('--force', 'overwrite a report that is there already')
      .action(async (file: string, options: Options) => {
        if (options.report === STANDARD && options.json)
          command.error('error: --report - and --json cannot both have standard output; name a file for the report');
        end(await simulateFile(file, options, io));
      });
  },
};

async function simulateFile(file: string, options: Options, io: Io): Promise<Ending> {
  const { readDesignInput } = await import('../input.ts');
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const design = await withSettings(read.value, options.set ?? []);
  if (!design.ok) return notGood(file, design.findings);
  const obstacle = await reportObstacle(options, io);
  if (obstacle.length > 0) return notGood(options.report ?? '', obstacle);
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

async function tell(file: string, design: Design, result: Result, options: Options, io: Io): Promise<Ending> {
  if (options.report !== STANDARD) await print(design, result, options, io);
  const unwritten = options.report === undefined ? null : await deliverReport(design, result, options, io);
  if (unwritten) return unwritten;
  return options.check ? check(file, design, result) : done;
}

/** Before the run, so that nobody waits for a report that could not be written. */
async function reportObstacle({ report, force }: Options, io: Io): Promise<readonly Finding[]> {
  if (report === undefined || report === STANDARD || force) return [];
  const { reportStands } = await import('../report-file.ts');
  return reportStands(report, io);
}

/** Null where it was written. */
async function deliverReport(design: Design, result: Result, options: Options, io: Io): Promise<Ending | null> {
  const [{ htmlReport }, { asRun, writeReport }] = await Promise.all([
    import('../../../src/report/html/report.ts'),
    import('../report-file.ts'),
  ]);
  const text = htmlReport({ design: asRun(design, result), scenario: result.scenario, result }, 'en');
  return writeReport(text, options.report ?? STANDARD, options.force === true, io);
}

async function withSettings(design: Design, settings: readonly Setting[]): Promise<Outcome<Design>> {
  const { parseValue, setAt } = await import('../../../src/model/path.ts');
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
async function run(design: Design, options: Options, io: Io) {
  const [{ simulate }, { coreCount, createExecutor }, { createProgressBar }] = await Promise.all([
    import('../../../src/analysis/simulate.ts'),
    import('../../threads.ts'),
    import('../progress-bar.ts'),
  ]);
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
function replicationsOf(design: Design, options: Options): number {
  const scenarios = design.scenarios ?? [];
  const scenario = options.scenario === undefined ? scenarios[0] : scenarios.find((one) => one.id === options.scenario);
  return options.replications ?? scenario?.replications ?? 5;
}

function overrides({ scenario, seed, replications, duration, warmup, traces }: Options): SimulateOptions {
  return { scenario, seed, replications, durationS: duration, warmupS: warmup, traces };
}

async function print(design: Design, result: Result, options: Options, io: Io): Promise<void> {
  if (options.json) {
    await io.out(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const [{ bottleneckSentence }, { reportText }, { waterfallText }] = await Promise.all([
    import('../../../src/analysis/bottleneck.ts'),
    import('../report.ts'),
    import('../waterfall.ts'),
  ]);
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
    message: `missed: ${value === null ? 'nothing was measured' : `it is ${String(value)}`}${objective ? `, wanted is ${wanted(objective)}` : ''}`,
    mend: 'Give the components on the way more capacity, or change the objective.',
  };
}
