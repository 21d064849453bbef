// Seconds of a scenario against points of the screen: round steps, snapping, and how a time is written.

const STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
] as const;

/** The least round step of at least so many seconds. */
export function roundStep(seconds: number): number {
  const known = STEPS.find((step) => step >= seconds);
  return known ?? Math.ceil(seconds / 86_400) * 86_400;
}

/** Without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(10));
}

export function snapped(value: number, step: number): number {
  return tidy(Math.round(value / step) * step);
}

export interface TimeScale {
  readonly durationS: number;
  readonly width: number;
  /** Drags stop at its multiples, and an arrow key goes by one. */
  readonly stepS: number;
  x(seconds: number): number;
  seconds(x: number): number;
}

/** A step is at least this many points wide, so that the hand can tell one from the next. */
const LEAST_STEP = 4;

export function timeScale(durationS: number, width: number): TimeScale {
  const duration = durationS > 0 ? durationS : 1;
  return {
    durationS: duration,
    width,
    stepS: roundStep((duration / Math.max(width, 1)) * LEAST_STEP),
    x: (seconds) => (seconds / duration) * width,
    seconds: (x) => (x / Math.max(width, 1)) * duration,
  };
}

/** The times that the axis names, about 70 points apart. */
export function axisTimes({ durationS, width }: TimeScale): readonly number[] {
  const step = roundStep((durationS / Math.max(width, 1)) * 70);
  return Array.from({ length: Math.floor(durationS / step + 1e-9) + 1 }, (_, at) => tidy(at * step));
}

/** "45 s", "5 min", "1:30 min", "2 h". */
export function timeText(seconds: number): string {
  const value = tidy(seconds);
  if (value < 120 && value % 60 !== 0) return `${value} s`;
  if (value === 0) return '0 s';
  if (value < 7200) {
    const rest = tidy(value % 60);
    const minutes = Math.floor(value / 60);
    return rest === 0 ? `${minutes} min` : `${minutes}:${String(rest).padStart(2, '0')} min`;
  }
  return `${tidy(Math.round((value / 3600) * 100) / 100)} h`;
}

const NICE = [1, 2, 5, 10] as const;

/** A round number of at least this: the top of a lane of rates. */
export function roundTop(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return tidy((NICE.find((nice) => nice * size >= value) ?? 10) * size);
}

/** By how much a rate changes at a time: a fiftieth of the lane's height. */
export function rateStep(top: number): number {
  return roundTop(top / 50);
}
