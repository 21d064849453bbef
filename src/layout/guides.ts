// Snapping to neighbours: a moved box whose side or middle comes near one of another box is put in line with it, and a
// guide shows along which line.
import type { Box, Place } from './card.ts';

export interface Guide {
  /** Upright guides stand at an x and reach over y, level ones the other way round. */
  readonly direction: 'upright' | 'level';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** What is to be added to the place of the moved box; null along an axis where no neighbour is near. */
  readonly by: { readonly x: number | null; readonly y: number | null };
  readonly guides: readonly Guide[];
}

interface Span {
  readonly start: number;
  readonly length: number;
}

const along = {
  x: ({ x, width }: Box): Span => ({ start: x, length: width }),
  y: ({ y, height }: Box): Span => ({ start: y, length: height }),
};

/** Start, middle and end of a span. */
function lines({ start, length }: Span): readonly number[] {
  return [start, start + length / 2, start + length];
}

/** The least shift that brings a line of the box onto the same line of another; null where none is within reach. */
function leastShift(moved: Box, others: readonly Box[], axis: 'x' | 'y', reach: number): number | null {
  const own = lines(along[axis](moved));
  let least: number | null = null;
  for (const other of others) {
    lines(along[axis](other)).forEach((line, index) => {
      // Like to like, and edges to opposite edges: a middle beside an edge is chance.
      const mine = index === 1 ? [own[1]] : [own[0], own[2]];
      for (const value of mine) {
        const shift = line - (value ?? NaN);
        if (Math.abs(shift) <= reach && (least === null || Math.abs(shift) < Math.abs(least))) least = shift;
      }
    });
  }
  return least;
}

function guidesAlong(moved: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  const own = lines(along[axis](moved));
  const spans = new Map<number, { from: number; to: number }>();
  for (const other of others) {
    lines(along[axis](other)).forEach((line, index) => {
      const mine = index === 1 ? [own[1]] : [own[0], own[2]];
      if (!mine.some((value) => value !== undefined && Math.abs(value - line) < 0.5)) return;
      const ends = [moved, other].map((box) => along[across](box));
      const known = spans.get(line) ?? { from: Infinity, to: -Infinity };
      spans.set(line, {
        from: Math.min(known.from, ...ends.map(({ start }) => start)),
        to: Math.max(known.to, ...ends.map(({ start, length }) => start + length)),
      });
    });
  }
  const direction = axis === 'x' ? 'upright' : 'level';
  return [...spans].map(([at, span]) => ({ direction, at, ...span }));
}

export function snapToNeighbours(moved: Box, others: readonly Box[], reach: number): Snap {
  const by = { x: leastShift(moved, others, 'x', reach), y: leastShift(moved, others, 'y', reach) };
  const snapped = { ...moved, x: moved.x + (by.x ?? 0), y: moved.y + (by.y ?? 0) };
  return {
    by,
    guides: [
      ...(by.x === null ? [] : guidesAlong(snapped, others, 'x')),
      ...(by.y === null ? [] : guidesAlong(snapped, others, 'y')),
    ],
  };
}

/** The place moved by the snap, and onto the grid along an axis without a neighbour. */
export function snappedPlace({ x, y }: Place, { by }: Snap, grid: number): Place {
  const onGrid = (value: number): number => Math.round(value / grid) * grid + 0;
  return { x: by.x === null ? onGrid(x) : x + by.x, y: by.y === null ? onGrid(y) : y + by.y };
}
