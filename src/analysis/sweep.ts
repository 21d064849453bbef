// A sweep: one scenario simulated at every point of a grid, with the same chance at each (common random numbers), so that
// what differs between two points is their setting and not their luck.
import type { Design } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import type { Result } from '../simulation/result.ts';
import type { Executor, Progress } from './executor.ts';
import { simulate, type SimulateOptions } from './simulate.ts';
import { designAt, pointAt, sizeOf, type PointSet, type Vary } from './sweep/grid.ts';
import { isPrecise } from './sweep/precision.ts';

export interface SweepPoint {
  readonly set: PointSet;
  /** Null where the design of the point is not good, or its run cannot end. */
  readonly result: Result | null;
  /** With a precision: whether it was reached. */
  readonly precise?: boolean;
  /** Why there is no result. */
  readonly findings?: readonly Finding[];
}

export interface SweepHooks {
  /** Counts points, of those that were still to be computed. */
  readonly onProgress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
  /** A point has been computed; points end in any order. The sweep goes on when it resolves. */
  readonly onPoint?: (number: number, point: SweepPoint) => Promise<void>;
  /** Points that were computed before, by number. */
  readonly known?: ReadonlyMap<number, SweepPoint>;
  /** How many points, and with a precision how many replications of each, may run at the same time. */
  readonly atOnce?: number;
  /** With a precision: how many replications of each instead. */
  readonly replicationsAtOnce?: number;
}

export type SweepOutcome =
  { readonly kind: 'done'; readonly points: readonly SweepPoint[] } | { readonly kind: 'cancelled' };

export type SweepOptions = Omit<SimulateOptions, 'traces'>;

/** All points in the order of the grid. They depend on the design, the grid and the options only, but for `wallMs`. */
export async function sweep(
  design: Design,
  varies: readonly Vary[],
  options: SweepOptions,
  executor: Executor,
  hooks: SweepHooks = {},
): Promise<SweepOutcome> {
  const { known = new Map<number, SweepPoint>(), atOnce = 1, isCancelled } = hooks;
  const size = sizeOf(varies);
  const points: SweepPoint[] = [];
  for (const [number, point] of known) points[number] = point;
  const missing = Array.from({ length: size }, (_, number) => number).filter((number) => !known.has(number));
  const progress = progressOver(missing.length, hooks.onProgress);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < missing.length && isCancelled?.() !== true) {
      const number = missing[next++]!;
      const set = pointAt(varies, number);
      const point = await computed(design, set, options, executor, { ...hooks, onProgress: progress.of(number) });
      if (point === null) return;
      points[number] = point;
      await hooks.onPoint?.(number, point);
      progress.done(number);
    }
  };
  await allEnded(Array.from({ length: Math.min(atOnce, missing.length) }, lane));
  return Object.keys(points).length === size ? { kind: 'done', points } : { kind: 'cancelled' };
}

/** Waits for all of them before anything is thrown, so that nothing runs on. */
async function allEnded(lanes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(lanes)).find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Null where it was cancelled. */
async function computed(
  design: Design,
  set: PointSet,
  options: SweepOptions,
  executor: Executor,
  { onProgress, isCancelled, atOnce, replicationsAtOnce = atOnce }: SweepHooks,
): Promise<SweepPoint | null> {
  const at = designAt(design, set);
  if (!at.ok) return { set, result: null, findings: at.findings };
  const hooks = {
    ...(onProgress && { onProgress }),
    ...(isCancelled && { isCancelled }),
    ...(replicationsAtOnce && { atOnce: replicationsAtOnce }),
  };
  const outcome = await simulate(at.value, options, executor, hooks);
  if (outcome.kind === 'cancelled') return null;
  if (outcome.kind === 'failed') return { set, result: null, findings: outcome.findings };
  const { result } = outcome;
  const { precision } = options;
  return { set, result, ...(precision === undefined ? {} : { precise: isPrecise(result.requests, precision) }) };
}

function progressOver(replications: number, tell: SweepHooks['onProgress']) {
  const running = new Map<number, number>();
  let ended = 0;
  const told = (): void => {
    const begun = [...running.values()].reduce((sum, fraction) => sum + fraction, 0);
    tell?.({ fraction: (ended + begun) / replications, replicationsDone: ended, replications });
  };
  return {
    of: (number: number) => (progress: Progress) => {
      running.set(number, progress.fraction);
      told();
    },
    done: (number: number): void => {
      running.delete(number);
      ended += 1;
      told();
    },
  };
}
