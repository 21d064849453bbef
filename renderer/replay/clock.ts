// The clock of a replay: where it stands in the run, how fast it goes, and which step of the series that is.

/** The time that a series covers. */
export interface SeriesSpan {
  readonly fromS: number;
  readonly endS: number;
  readonly stepS: number;
  readonly steps: number;
}

/** Of a result's series: the last step may end past the run. */
export function spanOf(
  series: { readonly fromS: number; readonly stepS: number },
  steps: number,
  endS: number,
): SeriesSpan {
  const { fromS, stepS } = series;
  return { fromS, stepS, steps, endS: Math.min(endS, fromS + steps * stepS) };
}

/** The step that a time lies in; the last one at the end of the run. */
export function stepAt(timeS: number, { fromS, stepS, steps }: SeriesSpan): number {
  return Math.max(0, Math.min(steps - 1, Math.floor((timeS - fromS) / stepS + 1e-9)));
}

export function within(timeS: number, { fromS, endS }: SeriesSpan): number {
  return Math.max(fromS, Math.min(endS, timeS));
}

export interface Advance {
  readonly timeS: number;
  /** False once the end is reached. */
  readonly isPlaying: boolean;
}

/** `elapsedMs` on the wall, at `speed` simulated seconds a second. */
export function advance(timeS: number, elapsedMs: number, speed: number, span: SeriesSpan): Advance {
  const next = within(timeS + (elapsedMs / 1000) * speed, span);
  return { timeS: next, isPlaying: next < span.endS };
}

/** Without animation it goes from step to step, and no more often than this. */
const CALM_MS = 500;

/** How long to wait on the wall until the next step, where nothing is to move in between. */
export function calmIntervalMs(speed: number, { stepS }: SeriesSpan): number {
  return Math.max(CALM_MS, (stepS / speed) * 1000);
}

const SPEEDS = [1, 4, 16, 64, 256, 1024, 4096, 16_384] as const;
/** The whole run in no less than this is of no use; in no more than this it can be watched. */
const SHORTEST_S = 4;
const USUAL_S = 30;

/** From real time up to where the whole run is over in a few seconds. */
export function speedsFor({ fromS, endS }: SeriesSpan): readonly number[] {
  const fastest = SPEEDS.findIndex((speed) => (endS - fromS) / speed < SHORTEST_S);
  // The four that everybody knows are there in any case.
  return fastest < 0 ? SPEEDS : SPEEDS.slice(0, Math.max(4, fastest));
}

/** The slowest at which the whole run can be watched. */
export function usualSpeed(span: SeriesSpan): number {
  const speeds = speedsFor(span);
  return speeds.find((speed) => (span.endS - span.fromS) / speed <= USUAL_S) ?? speeds.at(-1) ?? 1;
}
