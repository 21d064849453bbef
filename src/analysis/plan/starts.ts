// Where a walk over a grid begins.
import type { Vary } from '../sweep/grid.ts';

/** The first value of what may be stepped along, with every combination of what may not. */
export function startsOf(varies: readonly Vary[], steps: readonly boolean[], floors?: readonly number[]): number[][] {
  return varies.reduce<number[][]>(
    (starts, { values }, index) =>
      steps[index] === true
        ? starts.map((start) => [...start, floors?.[index] ?? 0])
        : starts.flatMap((start) => values.map((_, place) => [...start, place])),
    [[]],
  );
}
