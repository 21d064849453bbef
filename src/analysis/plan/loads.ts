// What cannot carry its load is seen without an estimate, where the load does not depend on the capacity: it is counted
// once, at the point with the most of everything, and divided by what another point has.
import type { Component, Design } from '../../model/design.ts';
import type { Estimate } from '../estimate.ts';
import type { EstimatedRequests } from '../estimate/figures.ts';

export interface Loads {
  readonly of: Estimate;
  /** By component: busy slots at speed 1. */
  readonly slots: ReadonlyMap<string, number>;
}

/** `estimate` is of a stable point of a plain design. */
export function loadsOf(design: Design, estimate: Estimate): Loads {
  const slots = design.components.map((component): [string, number] => [
    component.id,
    (estimate.components[component.id]?.utilisation ?? 0) * capacityOf(component),
  ]);
  return { of: estimate, slots: new Map(slots) };
}

function capacityOf({ capacity: { replicas = 1, concurrency = 1, speed = 1 } = {} }: Component): number {
  return replicas * concurrency * speed;
}

/** The estimate of a point that cannot carry the load, which is all that it tells; null where every component can. */
export function overloaded(design: Design, { of, slots }: Loads): Estimate | null {
  const utilisations = new Map(
    design.components.map((component) => [component.id, over(slots.get(component.id) ?? 0, capacityOf(component))]),
  );
  const bottlenecks = [...utilisations].filter(([, one]) => one > 1).sort(([, a], [, b]) => b - a);
  if (bottlenecks.length === 0) return null;
  return {
    ...of,
    stable: false,
    bottlenecks: bottlenecks.map(([id]) => id),
    requests: unanswered(of.requests),
    arrivals: of.arrivals.map((arrival) => ({ ...arrival, ...unanswered(arrival) })),
    classes: {},
    connections: {},
    components: Object.fromEntries(
      Object.entries(of.components).map(([id, figures]) => [
        id,
        {
          ...figures,
          utilisation: utilisations.get(id) ?? figures.utilisation,
          waiting: null,
          inSystem: null,
          blocked: null,
          waitMs: { mean: null },
          responseMs: { mean: null, p95: null },
        },
      ]),
    ),
  };
}

function over(load: number, capacity: number): number {
  return load === 0 ? 0 : load / capacity;
}

function unanswered({ offeredPerSecond }: EstimatedRequests): EstimatedRequests {
  return {
    offeredPerSecond,
    throughputPerSecond: null,
    errorRate: null,
    responseMs: { mean: null, p50: null, p90: null, p95: null, p99: null },
  };
}
