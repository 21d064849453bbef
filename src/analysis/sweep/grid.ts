// The grid of a sweep: every combination of the values of its paths. The last path turns fastest.
import type { Design } from '../../model/design.ts';
import { succeed, type Outcome } from '../../model/finding.ts';
import { setAt } from '../../model/path.ts';

export interface Vary {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** One point of the grid: a value for each path. */
export type PointSet = Readonly<Record<string, unknown>>;

export function sizeOf(varies: readonly Vary[]): number {
  return varies.reduce((size, { values }) => size * values.length, 1);
}

/** The point of that number, from 0 on. */
export function pointAt(varies: readonly Vary[], number: number): PointSet {
  const entries: [string, unknown][] = [];
  let rest = number;
  for (const { path, values } of varies.toReversed()) {
    entries.unshift([path, values[rest % values.length]]);
    rest = Math.floor(rest / values.length);
  }
  return Object.fromEntries(entries);
}

/** The design as it is at a point; fails where a path leads nowhere. */
export function designAt(design: Design, set: PointSet): Outcome<Design> {
  let outcome: Outcome<Design> = succeed(design);
  for (const [path, value] of Object.entries(set)) {
    if (outcome.ok) outcome = setAt(outcome.value, path, value);
  }
  return outcome;
}
