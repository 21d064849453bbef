// A design and a scenario become a result: checked, compiled, run through the port, merged.
import { notSimulatedYet } from '../catalogue/not-simulated.ts';
import { validateDesign } from '../catalogue/validate.ts';
import { isError } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Design, Scenario } from '../model/design.ts';
import { compileNetwork } from '../simulation/compile.ts';
import { mergeRecords } from '../simulation/merge.ts';
import type { Result } from '../simulation/result.ts';
import { chooseScenario } from './choose-scenario.ts';
import type { Executor, Progress } from './executor.ts';

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
}

export interface SimulateHooks {
  readonly onProgress?: (progress: Progress) => void;
  /** Asked for now and then; true ends the run as soon as may be. */
  readonly isCancelled?: () => boolean;
}

export type SimulateOutcome =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'cancelled' }
  /** What stands in the way: errors of the design, what cannot be simulated, or a run that cannot end. */
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
  const obstacles = findObstacles(varied, scenario);
  if (obstacles.length > 0) return { kind: 'failed', findings: obstacles };

  const network = { ...compileNetwork(varied, scenario), traces: options.traces ?? 0 };
  const outcome = await executor.run({ network, replications: scenario.replications ?? 5, ...hooks });
  switch (outcome.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'stopped':
      return { kind: 'failed', findings: [outcome.finding] };
    case 'done': {
      const { records, wallMs } = outcome;
      return { kind: 'done', result: mergeRecords(network, records, { design: varied, scenario, wallMs }) };
    }
  }
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

/** Errors first, as what they concern may not even be compiled. */
function findObstacles(design: Design, scenario: Scenario): Finding[] {
  const errors = validateDesign(design).filter(isError);
  return errors.length > 0 ? errors : notSimulatedYet(design, scenario);
}
