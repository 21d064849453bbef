// What a plan may change: the ranges that were given, or sensible ones, and which of them only add capacity.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Design, Scenario } from '../../model/design.ts';
import { callers, reachable } from '../../model/graph.ts';
import type { Result } from '../../simulation/result.ts';
import type { Vary } from '../sweep/grid.ts';

const CAPACITY = /^components\..+\.(capacity\.(replicas|concurrency|speed)|autoscale\.(min|max))$/;

/** More of it costs no less and carries no less, so that its values can be tried from the smallest on. */
export function isCapacity({ path, values }: Vary): boolean {
  return CAPACITY.test(path) && values.every((value) => typeof value === 'number');
}

const PRICED = /^components\..+\.(capacity|autoscale|cost)(\.|$)/;

/** A step along it never makes a point cheaper or smaller: it only adds, or changes nothing that is paid for. */
export function isStepped(vary: Vary): boolean {
  return isCapacity(vary) || !PRICED.test(vary.path);
}

/** Capacity from the smallest value on; everything else in the order in which it was given. */
export function ordered(varies: readonly Vary[]): Vary[] {
  return varies.map((vary) =>
    isCapacity(vary) ? { ...vary, values: [...vary.values].sort((a, b) => Number(a) - Number(b)) } : vary,
  );
}

/** The replicas of every component that the load reaches and that works, or the most that its autoscaler may start: from 1 to four times what there is. */
export function defaultVaries(design: Design, scenario: Scenario): Vary[] {
  const reached = reachable(
    design,
    scenario.arrivals.map(({ at }) => at),
    () => true,
  );
  return design.components.filter((component) => reached.has(component.id) && works(component)).map(rangeOf);
}

function works(component: Component): boolean {
  return component.service !== undefined && kindByKey(component.kind)?.behaviour.station !== 'broker';
}

function rangeOf({ id, capacity, autoscale }: Component): Vary {
  const present = autoscale?.max ?? capacity?.replicas ?? 1;
  const from = Math.max(1, autoscale?.min ?? 1);
  const to = Math.max(from, 8, 4 * present);
  const path = autoscale === undefined ? `components.${id}.capacity.replicas` : `components.${id}.autoscale.max`;
  return { path, values: Array.from({ length: to - from + 1 }, (_, index) => from + index) };
}

/**
 * What a design costs an hour at the least: the replicas that are always there. Speed and concurrency are free, as in
 * the results; of two designs of the same cost the smaller one is preferred.
 */
export function leastCost(design: Design, { rollouts = [] }: Scenario): number {
  // A rollout may take replicas away for a while, and nobody knows for how long.
  const shrinks = new Set(rollouts.flatMap(({ at, strategy }) => (/^r(ecreate|olling)$/.test(strategy) ? [at] : [])));
  const components = [...design.components].sort((a, b) => (a.id < b.id ? -1 : 1));
  return components.reduce((sum, { id, capacity, autoscale, cost }) => {
    const start = capacity?.replicas ?? 1;
    const replicas = autoscale === undefined ? start : Math.min(autoscale.min ?? 1, start);
    return sum + (shrinks.has(id) ? 0 : replicas * (cost?.perReplicaHour ?? 0));
  }, 0);
}

/**
 * What requests cost an hour at every point of the grid alike: those at components that only get them from outside, in
 * open streams whose chance is common to all points.
 */
export function constantRequestCost(
  design: Design,
  { arrivals, warmupS }: Scenario,
  varies: readonly Vary[],
  { components }: Result,
): number {
  if (warmupS === 'auto' || varies.some(({ path }) => !CAPACITY.test(path))) return 0;
  return design.components.reduce((sum, { id, cost }) => {
    const own = arrivals.filter(({ at }) => at === id);
    const isOpen = own.every(({ process }) => process !== 'closed') && callers(design, id).length === 0;
    const perSecond = isOpen ? (components[id]?.arrivalsPerSecond.mean ?? 0) : 0;
    return sum + ((perSecond * 3600) / 1e6) * (cost?.perMillionRequests ?? 0);
  }, 0);
}

/** Slots, each as fast as it is: which of two designs of the same cost is the smaller. */
export function sizeOfDesign(design: Design): number {
  return design.components.reduce((sum, { capacity, autoscale }) => {
    const replicas = autoscale?.max ?? capacity?.replicas ?? 1;
    return sum + replicas * (capacity?.concurrency ?? 1) * (capacity?.speed ?? 1);
  }, 0);
}
