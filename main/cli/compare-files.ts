// What `spandrel compare` does: designs are simulated, both with the seed of the first so that they share their chance;
// results are taken as they are.
import './quick-schemas.ts';
import { chooseScenario } from '../../src/analysis/choose-scenario.ts';
import { compareRuns, type Run } from '../../src/analysis/compare-runs.ts';
import { simulate, type SimulateOptions, type SimulateOutcome } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import { succeed, type Outcome } from '../../src/model/finding.ts';
import { readDesign } from '../../src/model/read.ts';
import { resultSchema, type Result } from '../../src/simulation/result.ts';
import { coreCount, createExecutor } from '../threads.ts';
import { comparisonText } from './compare-report.ts';
import { done, notGood, type Ending } from './exit.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';
import { createProgressBar } from './progress-bar.ts';

export interface CompareArguments {
  readonly scenario?: string;
  readonly with?: string;
  readonly replications?: number;
  readonly threads?: number;
  readonly json?: true;
}

type Source = { readonly design: Design } | { readonly result: Result };

export async function compareFiles(
  a: string,
  b: string | undefined,
  options: CompareArguments,
  io: Io,
): Promise<Ending> {
  const second = b ?? a;
  const one = await readSource(a, io);
  if (!one.ok) return notGood(a, one.findings);
  const other = b === undefined ? one : await readSource(second, io);
  if (!other.ok) return notGood(second, other.findings);

  const common = commonOf([one.value, other.value], options);
  const runA = await runOf(one.value, { ...common, scenario: options.scenario }, options, io);
  if (runA.kind !== 'done') return ended(a, runA, io);
  const runB = await runOf(other.value, { ...common, scenario: options.with ?? options.scenario }, options, io);
  if (runB.kind !== 'done') return ended(second, runB, io);

  const [before, after]: readonly [Run, Run] = [asRun(runA), asRun(runB)];
  const comparison = compareRuns(before, after, before.result.seed === after.result.seed);
  const names = { a: nameOf(a, one.value, runA.result), b: nameOf(second, other.value, runB.result) };
  const about = { ...names, paired: comparison.paired, metrics: comparison.metrics };
  await io.out(options.json ? `${JSON.stringify(about, null, 2)}\n` : comparisonText(about, before, after));
  return done;
}

/** A result is known by its replications; anything else is read as a design, which says best what is wrong with it. */
async function readSource(file: string, io: Io): Promise<Outcome<Source>> {
  const text = await readInput(file, io);
  if (!text.ok) return text;
  const result = asResult(text.value);
  if (result) return succeed({ result });
  const design = readDesign(text.value);
  return design.ok ? { ...design, value: { design: design.value } } : design;
}

function asResult(text: string): Result | null {
  try {
    return resultSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Seed and number of replications that both designs run with: of the first design's scenario unless told. */
function commonOf(sources: readonly Source[], { scenario, replications }: CompareArguments): SimulateOptions {
  const first = sources.find((source) => 'design' in source);
  const chosen = first && chooseScenario(first.design, scenario);
  const of = chosen?.ok ? chosen.value : null;
  return { seed: of?.seed ?? 1, replications: replications ?? Math.max(2, of?.replications ?? 5), each: true };
}

async function runOf(
  source: Source,
  options: SimulateOptions,
  { threads }: CompareArguments,
  io: Io,
): Promise<SimulateOutcome> {
  if ('result' in source) return { kind: 'done', result: source.result };
  const used = Math.min(threads ?? coreCount(), options.replications ?? 1);
  let isCancelled = false;
  // In the calling thread, which hears nothing while it works, the system ends the process.
  const stopListening = used === 1 ? () => undefined : io.onInterrupt(() => (isCancelled = true));
  const bar = await createProgressBar(io);
  const executor = await createExecutor(used);
  try {
    return await simulate(source.design, options, executor, {
      onProgress: bar.show,
      isCancelled: () => isCancelled,
    });
  } finally {
    bar.stop();
    stopListening();
    await executor.close();
  }
}

function asRun({ result, each }: Extract<SimulateOutcome, { kind: 'done' }>): Run {
  return { result, each: each ?? null };
}

function ended(file: string, outcome: Exclude<SimulateOutcome, { kind: 'done' }>, io: Io): Ending {
  if (outcome.kind === 'failed') return notGood(file, outcome.findings);
  io.err('Cancelled.\n');
  return { kind: 'interrupted' };
}

function nameOf(file: string, source: Source, { scenario }: Result) {
  return { file, name: 'design' in source ? source.design.name : file, scenario };
}
