// A design and a scenario become a result: checked, compiled, run through the port, merged.
import { validateDesign } from '../catalogue/validate.ts';
import { isError } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Design, Scenario } from '../model/design.ts';
import { compileNetwork } from '../simulation/compile.ts';
import type { Network } from '../simulation/network.ts';
import { mergeRecords } from '../simulation/merge.ts';
import type { Result } from '../simulation/result.ts';
import { chooseScenario } from './choose-scenario.ts';
import type { Executor, ExecutorOutcome, Progress } from './executor.ts';
import { runUntilPrecise } from './sweep/precision.ts';

export interface SimulateOptions {
  /** The id of a scenario; the first one unless given. */
  readonly scenario?: string;
  /** The following stand in for what the scenario says. */
  readonly seed?: number;
  readonly replications?: number;
  readonly durationS?: number;
  readonly warmupS?: number | 'auto';
  /** How many requests of the first replication to keep as traces, half of them the slowest; none unless given. */
  readonly traces?: number;
  /** Also each replication as a result of its own, for comparisons in pairs. */
  readonly each?: boolean;
  /** End as soon as the intervals of mean response and throughput are within this share of the means. */
  readonly precision?: number;
}

export interface SimulateHooks {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked for now and then; true ends the run as soon as may be. */
  readonly isCancelled?: () => boolean;
  /** With a precision: how many replications may run at the same time; the result does not depend on it. */
  readonly atOnce?: number;
}

export type SimulateOutcome =
  | { readonly kind: 'done'; readonly result: Result; readonly each?: readonly Result[] }
  | { readonly kind: 'cancelled' }
  /** What stands in the way: errors of the design, or a run that cannot end. */
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] };

/**
 * Simulates one scenario of a design. The result depends on the design, the scenario and the options only, but for
 * `wallMs`: not on the executor, nor on its number of threads.
 */
export async function simulate(
  design: Design,
  options: SimulateOptions,
  executor: Executor,
  hooks: SimulateHooks = {},
): Promise<SimulateOutcome> {
  const chosen = chooseScenario(design, options.scenario);
  if (!chosen.ok) return { kind: 'failed', findings: chosen.findings };
  const scenario = override(chosen.value, options);
  const varied = replaceScenario(design, scenario);
  const obstacles = validateDesign(varied).filter(isError);
  if (obstacles.length > 0) return { kind: 'failed', findings: obstacles };

  const compiled = { ...compileNetwork(varied, scenario), traces: options.traces ?? 0 };
  const replications = scenario.replications ?? 5;
  const isAuto = scenario.warmupS === 'auto';
  const pilot = isAuto ? await runPilot(compiled, replications, executor, hooks) : null;
  if (pilot !== null && pilot.kind !== 'done') return failed(pilot);
  const found = pilot?.records[0]?.warmup ?? null;

  const network = found === null ? compiled : { ...compiled, warmupMs: found.warmupMs };
  const job = { network, replications, ...(isAuto ? afterPilot(replications, hooks) : hooks) };
  const outcome = await (options.precision === undefined
    ? executor.run(job)
    : runUntilPrecise(job, options.precision, executor, hooks.atOnce));
  if (outcome.kind !== 'done') return failed(outcome);
  const wallMs = outcome.wallMs + (pilot?.wallMs ?? 0);
  const context = { design: varied, scenario, wallMs, warmup: found };
  const result = mergeRecords(network, outcome.records, context);
  if (!options.each) return { kind: 'done', result };
  return { kind: 'done', result, each: outcome.records.map((record) => mergeRecords(network, [record], context)) };
}

function failed(outcome: Exclude<ExecutorOutcome, { readonly kind: 'done' }>): SimulateOutcome {
  return outcome.kind === 'cancelled' ? outcome : { kind: 'failed', findings: [outcome.finding] };
}

/** The first replication once more before all the others, to find out how long the warm-up is. */
function runPilot(network: Network, replications: number, executor: Executor, hooks: SimulateHooks) {
  const onProgress = ({ fraction }: Progress): void =>
    hooks.onProgress?.({ fraction: fraction / (replications + 1), replicationsDone: 0, replications });
  const pilot = { ...network, warmupMs: 0, findsWarmup: true, traces: 0 };
  return executor.run({ ...hooks, network: pilot, replications: 1, onProgress });
}

/** The pilot was one more replication, so that the bar neither jumps nor goes back. */
function afterPilot(replications: number, hooks: SimulateHooks): SimulateHooks {
  const onProgress = (progress: Progress): void =>
    hooks.onProgress?.({ ...progress, fraction: (1 + replications * progress.fraction) / (replications + 1) });
  return { ...hooks, onProgress };
}

function override(scenario: Scenario, { seed, replications, durationS, warmupS }: SimulateOptions): Scenario {
  return {
    ...scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(durationS === undefined ? {} : { durationS }),
    ...(warmupS === undefined ? {} : { warmupS }),
  };
}

function replaceScenario(design: Design, scenario: Scenario): Design {
  return { ...design, scenarios: (design.scenarios ?? []).map((each) => (each.id === scenario.id ? scenario : each)) };
}
