// Burn rates of error budgets, after the Google SRE workbook, chapter 5, table 5-8: several windows, several rates.

export interface Burn {
  /** How many times faster than evenly over 30 days the budget is spent. */
  readonly factor: number;
  readonly long: string;
  /** A twelfth of the long window: the alert ends soon after the errors do. */
  readonly short: string;
  readonly severity: 'page' | 'ticket';
}

/** Spent as fast as this, 2, 5, 10 and 10 per cent of the budget of 30 days are gone within the long window. */
export const BURNS: readonly Burn[] = [
  { factor: 14.4, long: '1h', short: '5m', severity: 'page' },
  { factor: 6, long: '6h', short: '30m', severity: 'page' },
  { factor: 3, long: '1d', short: '2h', severity: 'ticket' },
  { factor: 1, long: '3d', short: '6h', severity: 'ticket' },
];

/** Burns that a budget can show at all: where nothing succeeds, the rate of errors is 1. */
export function burnsOf(budget: number): readonly Burn[] {
  return BURNS.filter(({ factor }) => factor * budget < 1);
}

/** The rate of errors above which the budget is spent at this factor. */
export function thresholdOf(budget: number, { factor }: Burn): number {
  return Number((factor * budget).toPrecision(6));
}

/** Each window that is asked for, once, the short before the long. */
export function windowsOf(budget: number): readonly string[] {
  const windows = [...new Set(burnsOf(budget).flatMap(({ long, short }) => [short, long]))];
  return windows.sort((one, other) => minutesOf(one) - minutesOf(other));
}

/** Of a window such as 30m, 6h or 3d. */
export function minutesOf(window: string): number {
  const units: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };
  return Number.parseInt(window, 10) * (units[window.at(-1) ?? ''] ?? Number.NaN);
}
