// The cheapest capacity that meets objectives: points from the cheapest on, those that the estimate shows to be hopeless
// left out, the others proved by simulation. Of equal cost the smaller one (slots times speed) is taken, then the
// first of the grid.
import type { Design, Objective, Scenario } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import type { Result } from '../simulation/result.ts';
import { validateDesign } from '../catalogue/validate.ts';
import { isError } from '../model/finding.ts';
import type { SimulateOutcome } from './simulate.ts';
import { isCapacity, leastCost, ordered, sizeOfDesign } from './plan/dimensions.ts';
import { cheapestFirst, compareRanked, type Ranked } from './plan/frontier.ts';
import { isHopeless, type Margin, marginsOf, tightest } from './plan/judge.ts';
import { designAt, type PointSet, sizeOf, type Vary } from './sweep/grid.ts';

export interface PlannedPoint {
  readonly set: PointSet;
  readonly result: Result;
  readonly margins: readonly Margin[];
}

export interface Plan {
  readonly met: boolean;
  /** The cheapest that meets all objectives; where none does, the one that misses by the least. */
  readonly point: PlannedPoint;
  /** The next one that meets them. */
  readonly runnerUp: PlannedPoint | null;
  /** Points simulated, and points left out by the estimate. */
  readonly tried: number;
  readonly leftOut: number;
  /** False where the search was ended by its limits before it had seen all that could be cheaper. */
  readonly complete: boolean;
}

/** Where a search is: told before each point that is simulated, and after it. */
export interface PlanProgress {
  /** Points simulated. */
  readonly tried: number;
  /** Points looked at in all: simulated, or left out by the estimate. */
  readonly looked: number;
  /** Points of the grid; most of them need not be looked at. */
  readonly size: number;
  /** The point that is being simulated; null between two. */
  readonly trying: PointSet | null;
  /** The cheapest that met all objectives so far; until there is one, the one that missed by the least. */
  readonly best: PlannedPoint | null;
}

export interface PlanHooks {
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Asked between two points; `simulateAt` may ask more often. */
  readonly isCancelled?: () => boolean;
}

export type PlanOutcome =
  | { readonly kind: 'done'; readonly plan: Plan }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly findings: readonly Finding[] };

/** Up to so many points nothing is concluded from one point about another. */
const SMALL_GRID = 256;
const MOST_TRIED = 500;
const MOST_LOOKED_AT = 20_000;
/** After the answer is sure, so many more are tried for a runner-up. */
const MOST_FOR_RUNNER_UP = 12;

interface Found extends PlannedPoint {
  readonly rank: Ranked;
}

/** `design` holds the objectives; `simulateAt` proves one point; `hooks` tell how far the search is, and end it. */
export async function plan(
  design: Design,
  scenario: Scenario,
  given: readonly Vary[],
  simulateAt: (design: Design) => Promise<SimulateOutcome>,
  { onProgress, isCancelled }: PlanHooks = {},
): Promise<PlanOutcome> {
  const varies = ordered(given);
  const objectives: readonly Objective[] = design.objectives ?? [];
  const isSmall = sizeOf(varies) <= SMALL_GRID;
  const steps = varies.map(isCapacity);
  const top = varies.map(({ values }) => values.length - 1);
  const met: Found[] = [];
  let closest: Found | null = null;
  let obstacles: readonly Finding[] = [];
  let [tried, looked, leftOut, extra] = [0, 0, 0, 0];
  let complete = true;

  const size = sizeOf(varies);
  const told = (trying: PointSet | null): void =>
    onProgress?.({ tried, looked, size, trying, best: met[0] ?? closest });
  const designOf = (places: readonly number[]): Design | null => {
    const at = designAt(design, setOf(varies, places));
    const findings = at.ok ? validateDesign(at.value).filter(isError) : at.findings;
    if (findings.length > 0 && obstacles.length === 0) obstacles = findings;
    return at.ok && findings.length === 0 ? at.value : null;
  };
  const rank = (places: readonly number[]): Ranked => {
    const at = designAt(design, setOf(varies, places));
    return at.ok ? { places, cost: leastCost(at.value), size: sizeOfDesign(at.value) } : { places, cost: 0, size: 0 };
  };
  /** Null where it was not simulated to its end. */
  const prove = async (ranked: Ranked, varied: Design): Promise<Found | 'cancelled' | null> => {
    const set = setOf(varies, ranked.places);
    if (isCancelled?.() === true) return 'cancelled';
    told(set);
    const outcome = await simulateAt(varied);
    if (outcome.kind === 'cancelled') return 'cancelled';
    tried += 1;
    if (outcome.kind === 'failed') {
      if (obstacles.length === 0) obstacles = outcome.findings;
      return null;
    }
    const { result } = outcome;
    const cost = result.cost.perHour ?? ranked.cost;
    const found = { set, result, margins: marginsOf(objectives, result), rank: { ...ranked, cost } };
    if (found.margins.every((margin) => margin.met)) met.push(found);
    else if (closest === null || shortfall(found) < shortfall(closest)) closest = found;
    met.sort((a, b) => compareRanked(a.rank, b.rank));
    told(null);
    return found;
  };

  // On a large grid of capacity alone, what the most of everything cannot meet, nothing can.
  if (!isSmall && steps.every(Boolean)) {
    const largest = designOf(top);
    const found = largest === null ? null : await prove(rank(top), largest);
    if (found === 'cancelled') return { kind: 'cancelled' };
    if (found !== null && met.length === 0) return ended(met, found, tried, leftOut, true);
    met.length = 0;
  }
  for (const ranked of cheapestFirst(
    startsOf(varies, steps),
    varies.map(({ values }) => values.length),
    steps,
    rank,
  )) {
    const [best, second] = met;
    if (second !== undefined && compareRanked(ranked, second.rank) > 0) break;
    if (best !== undefined && compareRanked(ranked, best.rank) > 0 && extra++ >= MOST_FOR_RUNNER_UP) break;
    if (tried >= MOST_TRIED || looked++ >= MOST_LOOKED_AT) {
      complete = false;
      break;
    }
    const varied = designOf(ranked.places);
    if (varied === null) continue;
    const here = varied.scenarios?.find(({ id }) => id === scenario.id) ?? scenario;
    if (isHopeless(varied, here, objectives)) leftOut += 1;
    else if ((await prove(ranked, varied)) === 'cancelled') return { kind: 'cancelled' };
  }
  // What keeps the objectives from being met is best told of the most capacity, even where it was left out above.
  if (met.length === 0) {
    const largest = designOf(top);
    if (largest !== null && (await prove(rank(top), largest)) === 'cancelled') return { kind: 'cancelled' };
  }
  const point = met[0] ?? (closest as Found | null);
  return point === null ? { kind: 'failed', findings: obstacles } : ended(met, point, tried, leftOut, complete);
}

function ended(met: readonly Found[], point: Found, tried: number, leftOut: number, complete: boolean): PlanOutcome {
  const runnerUp = met[1] ?? null;
  return { kind: 'done', plan: { met: met.length > 0, point, runnerUp, tried, leftOut, complete } };
}

function setOf(varies: readonly Vary[], places: readonly number[]): PointSet {
  return Object.fromEntries(varies.map(({ path, values }, index) => [path, values[places[index]!]]));
}

function shortfall({ margins }: PlannedPoint): number {
  return -(tightest(margins)?.margin ?? -Infinity);
}

/** The smallest capacity with every combination of what is no capacity. */
function startsOf(varies: readonly Vary[], steps: readonly boolean[]): number[][] {
  return varies.reduce<number[][]>(
    (starts, { values }, index) =>
      steps[index] === true
        ? starts.map((start) => [...start, 0])
        : starts.flatMap((start) => values.map((_, place) => [...start, place])),
    [[]],
  );
}
