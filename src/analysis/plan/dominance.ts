// Points that need no simulation because one with more capacity in everything has missed already. Only where more
// capacity can only help (see certain.ts), and an objective was missed by more than chance would make of it.
import type { Design, Objective, Scenario } from '../../model/design.ts';
import type { Vary } from '../sweep/grid.ts';
import { isPlain, passedByAll } from './certain.ts';
import type { Found } from './point.ts';

/** Missed by less than this share of the bound, less capacity might be luckier. */
const CLEARLY = 0.02;

/** Whether less capacity in what is varied can never do better. */
export function canConclude(design: Design, scenario: Scenario, varies: readonly Vary[]): boolean {
  const passed = passedByAll(design, scenario);
  return (
    isPlain(design, scenario) &&
    varies.every(({ path }) => {
      const [, id = ''] = /^components\.(.+)\.capacity\.(?:replicas|concurrency|speed)$/.exec(path) ?? [];
      return passed.has(id);
    })
  );
}

/** Of all requests together: how long they take and how many get through. Those at one component may gain from others' losses. */
export function isHelpedByCapacity({ metric, below, above }: Objective): boolean {
  const name = metric.replace(/^requests\./, '');
  return below === undefined
    ? above !== undefined && name === 'throughputPerSecond'
    : name.startsWith('responseMs.') || name === 'errorRate';
}

export function isDominated(places: readonly number[], missed: readonly Found[]): boolean {
  return missed.some(({ rank }) => places.every((place, index) => place <= rank.places[index]!));
}

/** The points of which that can be said. */
export function dominators(found: readonly Found[]): Found[] {
  return found.filter(({ margins }) =>
    margins.some(({ objective, margin }) => margin !== null && margin < -CLEARLY && isHelpedByCapacity(objective)),
  );
}
