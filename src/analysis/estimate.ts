// The analytic answer: a scenario as a network of queues, solved without simulation, from the same network that the
// engine runs. It holds in the long run, for a load that stays the same; what it leaves out, its notes say.
import { validateDesign } from '../catalogue/validate.ts';
import type { Design, Scenario } from '../model/design.ts';
import { fail, isError, succeed, type Outcome } from '../model/finding.ts';
import { compileNetwork } from '../simulation/compile.ts';
import type { Network } from '../simulation/network.ts';
import { chooseScenario } from './choose-scenario.ts';
import {
  allRequests,
  busiestOf,
  componentFigures,
  connectionFigures,
  type EstimatedComponent,
  type EstimatedConnection,
  type EstimatedRequests,
  requestsByClass,
  requestsByStream,
  saturatedOf,
} from './estimate/figures.ts';
import { approximationsOf, type EstimateNote, notesOf } from './estimate/remarks.ts';
import { solve } from './estimate/solve.ts';
import { boundsOf, type EstimatedBounds } from './estimate/bounds.ts';
import { type LoadLimit, loadLimitOf, type Needed, replicasToCarry, sensitivityOf, type Worth } from './sensitivity.ts';

export interface Estimate {
  readonly scenario: string;
  /** False where the load cannot be carried: queues grow without end. */
  readonly stable: boolean;
  /** Ids of the components that are saturated, the worst first; where none is, none. */
  readonly bottlenecks: readonly string[];
  /** The component that saturates first as the load grows, and how busy its slots are with its own work. */
  readonly busiest: { readonly id: string; readonly utilisation: number } | null;
  readonly requests: EstimatedRequests;
  readonly arrivals: readonly (EstimatedRequests & { readonly at: string })[];
  readonly classes: Readonly<Record<string, EstimatedRequests>>;
  readonly components: Readonly<Record<string, EstimatedComponent>>;
  readonly connections: Readonly<Record<string, EstimatedConnection>>;
  /** What is left out. */
  readonly notes: readonly EstimateNote[];
  /** What is known by an approximation only. */
  readonly approximations: readonly EstimateNote[];
}

/** The estimate of one scenario, the first unless named; fails with the findings that would stand in the way of a run. */
export function estimate(design: Design, scenarioId?: string): Outcome<Estimate> {
  const chosen = chooseScenario(design, scenarioId);
  if (!chosen.ok) return chosen;
  const obstacles = validateDesign(design).filter(isError);
  if (obstacles.length > 0) return fail(obstacles);
  return succeed(estimateScenario(design, chosen.value));
}

/** What of an estimate can be told while a value is typed: a tenth of a second of work is too much for that. */
export type BriefEstimate = Pick<Estimate, 'stable' | 'bottlenecks' | 'busiest' | 'requests'>;

/** Of a design without errors; as `estimate`, but for the figures of each component and connection. */
export function estimateBriefly(design: Design, scenario: Scenario): BriefEstimate {
  const solution = solve(compileNetwork(design, scenario));
  const bottlenecks = saturatedOf(solution);
  const requests = allRequests(solution);
  return { stable: bottlenecks.length === 0, bottlenecks, busiest: busiestOf(solution), requests };
}

/** The estimate, how far the load can grow, and what each change anywhere would be worth, the best first. */
export interface FullEstimate extends Estimate {
  readonly bounds: EstimatedBounds;
  readonly limit: LoadLimit;
  /** What it takes to carry the load; empty where it is carried, null where replicas do not help. */
  readonly needed: readonly Needed[] | null;
  readonly sensitivity: readonly Worth[];
}

/** As `estimate`, with the questions that take many solutions: some tens of times as long. */
export function estimateFully(design: Design, scenarioId?: string): Outcome<FullEstimate> {
  const outcome = estimate(design, scenarioId);
  const chosen = chooseScenario(design, scenarioId);
  if (!outcome.ok || !chosen.ok) return outcome.ok ? fail([]) : outcome;
  const network = compileNetwork(design, chosen.value);
  return succeed({
    ...outcome.value,
    bounds: boundsOf(network),
    limit: loadLimitOf(network),
    needed: outcome.value.stable ? [] : replicasToCarry(network),
    sensitivity: sensitivityOf(network),
  });
}

/** As `estimate`, of a design that is known to be good. */
export function estimateScenario(design: Design, scenario: Scenario): Estimate {
  return estimateNetwork(compileNetwork(design, scenario), scenario.id);
}

export function estimateNetwork(network: Network, scenario: string): Estimate {
  const solution = solve(network);
  const bottlenecks = saturatedOf(solution);
  return {
    scenario,
    stable: bottlenecks.length === 0,
    bottlenecks,
    busiest: busiestOf(solution),
    requests: allRequests(solution),
    arrivals: requestsByStream(solution),
    classes: requestsByClass(solution),
    components: componentFigures(solution),
    connections: connectionFigures(solution),
    notes: notesOf(solution, scenario),
    approximations: approximationsOf(solution, scenario),
  };
}
