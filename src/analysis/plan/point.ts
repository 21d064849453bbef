// What a search for capacity hands around: the points it proved, and what it tells on the way.
import type { Result } from '../../simulation/result.ts';
import type { PointSet } from '../sweep/grid.ts';
import type { Ranked } from './frontier.ts';
import type { Margin } from './judge.ts';

export interface PlannedPoint {
  readonly set: PointSet;
  readonly result: Result;
  readonly margins: readonly Margin[];
}

/** A point that was simulated to its end; its rank holds the cost that was measured. */
export interface Found extends PlannedPoint {
  readonly rank: Ranked;
  readonly isMet: boolean;
}

/** Where a search is: told before each point that is simulated, after it, and now and then while points are looked at. */
export interface PlanProgress {
  /** Points simulated. */
  readonly tried: number;
  /** Points looked at in all: simulated, or judged by the estimate. */
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
  /** Waited for now and then while many points are looked at, so that the host can hear what happens meanwhile. */
  readonly breathe?: () => Promise<void>;
}
