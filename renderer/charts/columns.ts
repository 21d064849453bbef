// Series of a result as columns for a plot: typed arrays where every step has a value, plain lists where some have none.
import { t } from '../texts.ts';

export type Column = Float64Array | readonly (number | null)[];

export function toColumn(values: readonly (number | null)[]): Column {
  return values.includes(null) ? values : Float64Array.from(values as readonly number[]);
}

/** The middle of each step, in seconds. */
export function stepTimes(fromS: number, stepS: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, step) => fromS + (step + 0.5) * stepS);
}

/** "from 12 ms to 40 ms, at the end 31 ms": a line in words; null where it has no value. */
export function inWords(values: Column, format: (value: number) => string): string | null {
  let least = Infinity;
  let most = -Infinity;
  let last: number | null = null;
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
    last = value;
  }
  return last === null ? null : t('charts.inWords', { least: format(least), most: format(most), last: format(last) });
}
