// What the estimate says of a point before it is simulated, and how far it can be believed for a run of such a length.
import type { Design, Objective, Scenario } from '../../model/design.ts';
import { type Estimate, estimateScenario } from '../estimate.ts';
import type { EstimatedComponent } from '../estimate/figures.ts';
import { hasGuards, isPlainStation, isSteadyOpen, passedByAll } from './certain.ts';

export interface Outlook {
  readonly estimate: Estimate;
  /** What is measured of each run: from so many seconds on up to the end of the run. */
  readonly fromS: number;
  readonly durationS: number;
  readonly replications: number;
  /** The load is steady and open, no caller gives up on a slow callee, and no slot is held while calls are out. */
  readonly isSteady: boolean;
  /** Nothing that the estimate leaves out, and the run is long against what its queues need to come to rest. */
  readonly isSettled: boolean;
  /** Where the load cannot be carried: the component that all must pass and that is overloaded the most. */
  readonly overload: { readonly id: string; readonly factor: number } | null;
}

/** A queue is at rest within some of its relaxation times; a run of so many of them is hardly touched by its start. */
const RELAXATIONS = 20;

export function outlookAt(design: Design, scenario: Scenario): Outlook {
  const estimate = estimateScenario(design, scenario);
  const isBlocking = design.components.some(({ threading }) => threading === 'blocking');
  const isSteady = isSteadyOpen(scenario) && !hasGuards(design) && !isBlocking;
  return {
    estimate,
    fromS: typeof scenario.warmupS === 'number' ? scenario.warmupS : 0,
    durationS: scenario.durationS,
    replications: scenario.replications ?? 5,
    isSteady,
    isSettled: !hasGuards(design) && estimate.notes.length === 0 && isAtRest(design, scenario, estimate),
    overload: isSteady && estimate.notes.length === 0 ? overloadOf(design, scenario, estimate) : null,
  };
}

function isAtRest(design: Design, scenario: Scenario, { stable, components, arrivals }: Estimate): boolean {
  const limitMs = (1000 * scenario.durationS) / RELAXATIONS;
  if (!stable || scenario.arrivals.some(({ process }) => process === 'mmpp')) return false;
  const cycles = scenario.arrivals.every(
    (arrival, index) =>
      arrival.process !== 'closed' || thinkMs(arrival) + (arrivals[index]?.responseMs.mean ?? Infinity) <= limitMs,
  );
  const isClosed = scenario.arrivals.every(({ process }) => process === 'closed');
  return (
    cycles &&
    (isClosed ||
      design.components.every((component) => {
        const figures = components[component.id];
        if (figures === undefined || figures.throughputPerSecond === 0) return true;
        const { concurrency = 1, queueLimit } = component.capacity ?? {};
        return relaxationMs(figures, figures.replicas * concurrency, queueLimit ?? null) <= limitMs;
      }))
  );
}

/** That of M/M/c from below heavy traffic on, 1/(cμ(1 − ρ)²); a bounded queue is refilled within its own length. */
function relaxationMs(
  { responseMs, waitMs, blocked, utilisation, throughputPerSecond }: EstimatedComponent,
  slots: number,
  queueLimit: number | null,
): number {
  if (responseMs.mean === null || waitMs.mean === null || blocked === null || slots === 0) return Infinity;
  const holdMs = responseMs.mean - waitMs.mean + (1000 * blocked) / throughputPerSecond;
  const open = (2 * holdMs) / slots / Math.max(1 - utilisation, 1e-6) ** 2;
  return queueLimit === null ? open : Math.min(open, (holdMs * (queueLimit + slots)) / slots);
}

function thinkMs(arrival: Scenario['arrivals'][number]): number {
  if (arrival.process !== 'closed') return 0;
  const { thinkMs: think } = arrival;
  if (typeof think === 'number') return think;
  return 'meanMs' in think ? think.meanMs : Infinity;
}

/** Overloaded by less than this, or seen by too few requests, chance may still carry a run through. */
const LEAST_OVERLOAD = 1.1;
const LEAST_DRIFT = 400;

function overloadOf(design: Design, scenario: Scenario, estimate: Estimate): Outlook['overload'] {
  if (estimate.stable || !design.components.every(isPlainStation)) return null;
  if ((design.connections ?? []).some(({ service }) => service?.distribution === 'pareto')) return null;
  const [worst] = [...passedByAll(design, scenario)]
    .map((id) => ({ id, factor: estimate.components[id]?.utilisation ?? 0 }))
    .sort((a, b) => b.factor - a.factor);
  const requests = estimate.requests.offeredPerSecond * scenario.durationS;
  const isSure =
    worst !== undefined && worst.factor >= LEAST_OVERLOAD && requests * (worst.factor - 1) ** 2 >= LEAST_DRIFT;
  return isSure ? worst : null;
}

/** The estimated value of an objective's metric; null where the estimate has none. */
export function estimatedValue({ estimate }: Outlook, { metric, at }: Objective): number | null {
  if (at !== undefined) {
    const streams = estimate.arrivals.filter((arrival) => arrival.at === at);
    return streams.length === 1 ? numberAt(streams[0], metric) : null;
  }
  return numberAt(estimate.requests, metric) ?? numberAt(estimate, metric);
}

function numberAt(figures: unknown, path: string): number | null {
  let place: unknown = figures;
  for (const key of path.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return null;
    place = (place as Record<string, unknown>)[key];
  }
  return typeof place === 'number' ? place : null;
}
