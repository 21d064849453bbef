// Values of several replications become one statistic: their mean and the half-width of its 95 % interval.
import type { Statistic } from '../result.ts';
import { studentT95 } from './student.ts';

/** Replications without a value are left out; without any, both are null, and with one there is no interval. */
export function summarise(values: readonly (number | null)[]): Statistic {
  const measured = values.filter((value) => value !== null);
  const count = measured.length;
  if (count === 0) return { mean: null, ci95: null };
  const mean = measured.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, ci95: null };
  const squares = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, ci95: studentT95(count - 1) * Math.sqrt(squares / (count - 1) / count) };
}

/** A quotient that is null where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
