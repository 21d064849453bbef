// Progress as people can follow it: some ten times a second, with an estimate of the time that is left.
import type { Progress } from '../src/analysis/executor.ts';

const EVERY_MS = 100;
/** Before that, the estimate would jump about. */
const FIRST_FRACTION = 0.02;

export interface TimedProgress extends Progress {
  readonly leftMs: number | null;
}

/** Passes on the first report, then at most one in 100 ms. `now` is in ms, from any start. */
export function timedProgress(
  show: (progress: TimedProgress) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  const startMs = now();
  let shownMs = -Infinity;
  return (progress) => {
    const atMs = now();
    if (atMs - shownMs < EVERY_MS) return;
    shownMs = atMs;
    show({ ...progress, leftMs: leftMs(progress.fraction, atMs - startMs) });
  };
}

function leftMs(fraction: number, elapsedMs: number): number | null {
  return fraction < FIRST_FRACTION ? null : Math.max(0, (elapsedMs * (1 - fraction)) / fraction);
}
