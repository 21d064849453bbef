// What a plan may change: the ranges that were given, or sensible ones, and which of them only add capacity.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component, Design, Scenario } from '../../model/design.ts';
import { reachable } from '../../model/graph.ts';
import type { Vary } from '../sweep/grid.ts';

const CAPACITY = /^components\..+\.(capacity\.(replicas|concurrency|speed)|autoscale\.(min|max))$/;

/** More of it costs no less and carries no less, so that its values can be tried from the smallest on. */
export function isCapacity({ path, values }: Vary): boolean {
  return CAPACITY.test(path) && values.every((value) => typeof value === 'number');
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

/** What a design costs an hour at the least: the replicas that are always there. */
export function leastCost(design: Design): number {
  const components = [...design.components].sort((a, b) => (a.id < b.id ? -1 : 1));
  return components.reduce((sum, { capacity, autoscale, cost }) => {
    const replicas =
      autoscale === undefined ? (capacity?.replicas ?? 1) : Math.min(autoscale.min ?? 1, capacity?.replicas ?? 1);
    return sum + replicas * (cost?.perReplicaHour ?? 0);
  }, 0);
}

/** Slots, each as fast as it is: which of two designs of the same cost is the smaller. */
export function sizeOfDesign(design: Design): number {
  return design.components.reduce((sum, { capacity, autoscale }) => {
    const replicas = autoscale?.max ?? capacity?.replicas ?? 1;
    return sum + replicas * (capacity?.concurrency ?? 1) * (capacity?.speed ?? 1);
  }, 0);
}
