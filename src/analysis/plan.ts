// The cheapest capacity that meets objectives. The estimate is the compass: it says where to look first and what is beyond
// doubt. The simulation is the proof: no point is called good, and none that the estimate leaves in doubt is called bad,
// without it. Of equal cost the smaller one (slots times speed) is taken, then the first of the grid.
import type { Design, Scenario } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import { type Binding, bindingOf } from './plan/binding.ts';
import { canConclude } from './plan/dominance.ts';
import { searchLargeGrid } from './plan/large-grid.ts';
import type { Found, PlanHooks, PlannedPoint } from './plan/point.ts';
import { Search } from './plan/search.ts';
import { walkSmallGrid } from './plan/small-grid.ts';
import { warmStart } from './plan/warm-start.ts';
import type { SimulateOutcome } from './simulate.ts';
import type { Vary } from './sweep/grid.ts';

export type { PlanHooks, PlannedPoint, PlanProgress } from './plan/point.ts';

export interface Plan {
  readonly met: boolean;
  /** The cheapest that meets all objectives; where none does, the one that misses by the least. */
  readonly point: PlannedPoint;
  /** The next one that meets them; on a large grid, of those that were simulated. */
  readonly runnerUp: PlannedPoint | null;
  /** Points simulated, and points left out because the estimate, or a larger one that missed, leaves no doubt. */
  readonly tried: number;
  readonly leftOut: number;
  /** Points of the grid. */
  readonly size: number;
  /** Nothing cheaper meets the objectives, or nothing at all; false for the cheapest, or nearest, that was found. */
  readonly complete: boolean;
  /** What keeps the objectives from being met; null where they are. */
  readonly binding: Binding | null;
}

export type PlanOutcome =
  | { readonly kind: 'done'; readonly plan: Plan }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] };

/** Up to so many points nothing is concluded from one point about another. */
const SMALL_GRID = 256;
/** So few points are tried one by one, without asking where to begin. */
const TINY_GRID = 8;

/** `design` holds the objectives; `simulateAt` proves one point; `hooks` tell how far the search is, and end it. */
export async function plan(
  design: Design,
  scenario: Scenario,
  given: readonly Vary[],
  simulateAt: (design: Design) => Promise<SimulateOutcome>,
  hooks: PlanHooks = {},
): Promise<PlanOutcome> {
  const search = new Search(design, scenario, given, simulateAt, hooks);
  const isSmall = search.size <= SMALL_GRID;
  const corrections = search.size > TINY_GRID ? await warmStart(search, isSmall) : new Map<string, number>();
  let complete = true;
  if (isSmall) await walkSmallGrid(search);
  else complete = await searchLargeGrid(search, corrections, canConclude(design, scenario, search.varies));
  // What keeps the objectives from being met is best told of the most capacity, even where it was left out above.
  if (search.best === null) await search.prove(search.top);
  if (search.isCancelled) return { kind: 'cancelled' };
  const point = search.best ?? search.closest;
  if (point === null) return { kind: 'failed', findings: search.obstacles };
  return { kind: 'done', plan: answer(search, point, complete) };
}

function answer(search: Search, point: Found, complete: boolean): Plan {
  const { tried, leftOut, size } = search;
  const [best = null, runnerUp = null] = search.met;
  const at = best === null ? search.at(point) : null;
  const binding = at === null ? null : bindingOf(at, point, search.all);
  return { met: best !== null, point, runnerUp, tried, leftOut, size, complete, binding };
}
