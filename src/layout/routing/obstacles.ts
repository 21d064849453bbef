// The cards as obstacles, in cells of a grid so that a line asks only those near it. A line keeps clear of every card, but
// may touch the two that it joins.
import type { Place as Point } from '../card.ts';
import type { Box as Rect } from '../card.ts';

/** How far a way stays from the cards that it passes. */
export const CLEAR = 8;

const CELL = 256;
/** A way may run along the border of its own card, not through it. */
const OWN = -1;

/** A line that was asked about: what came out of it can change only where a card on it does. */
export interface Probe {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function probeOf(a: Point, b: Point): Probe {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

export function touches(probe: Probe, { x, y, width, height }: Rect, clear: number): boolean {
  return (
    probe.left < x + width + clear &&
    probe.right > x - clear &&
    probe.top < y + height + clear &&
    probe.bottom > y - clear
  );
}

const cellOf = (value: number): number => Math.floor(value / CELL);
const keyOf = (column: number, row: number): number => (column + 32_768) * 65_536 + (row + 32_768);

function forCells(probe: Probe, clear: number, visit: (key: number) => boolean | void): void {
  const [firstRow, lastRow] = [cellOf(probe.top - clear), cellOf(probe.bottom + clear)];
  const lastColumn = cellOf(probe.right + clear);
  for (let column = cellOf(probe.left - clear); column <= lastColumn; column++)
    for (let row = firstRow; row <= lastRow; row++) if (visit(keyOf(column, row)) === true) return;
}

function spanOf({ x, y, width, height }: Rect): Probe {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** What lies in the plane, by id, found by where it lies. */
export class Cells {
  private readonly cells = new Map<number, Set<string>>();

  add(at: Probe, clear: number, id: string): void {
    forCells(at, clear, (key) => {
      let cell = this.cells.get(key);
      if (!cell) this.cells.set(key, (cell = new Set()));
      cell.add(id);
    });
  }

  remove(at: Probe, clear: number, id: string): void {
    forCells(at, clear, (key) => void this.cells.get(key)?.delete(id));
  }

  /** What is near, until one is what is looked for; of several in a cell the first by id, however they came there. */
  find(at: Probe, clear: number, isIt: (id: string) => boolean): string | null {
    let found: string | null = null;
    forCells(at, clear, (key) => {
      for (const id of this.cells.get(key) ?? []) if ((found === null || id < found) && isIt(id)) found = id;
      return found !== null;
    });
    return found;
  }
}

export class Obstacles {
  readonly rects = new Map<string, Rect>();
  private readonly cells = new Cells();

  set(id: string, rect: Rect): void {
    this.delete(id);
    this.rects.set(id, rect);
    this.cells.add(spanOf(rect), CLEAR, id);
  }

  delete(id: string): void {
    const rect = this.rects.get(id);
    if (!rect) return;
    this.cells.remove(spanOf(rect), CLEAR, id);
    this.rects.delete(id);
  }

  /** A card in the way of the straight line between two points; null where it is free. */
  inTheWay(probe: Probe, own: readonly [string, string]): Rect | null {
    const isHit = (id: string): boolean => {
      const rect = this.rects.get(id);
      return rect !== undefined && touches(probe, rect, id === own[0] || id === own[1] ? OWN : CLEAR);
    };
    const id = this.cells.find(probe, 0, isHit);
    return id === null ? null : (this.rects.get(id) ?? null);
  }

  /** Whether any card lies in a box. */
  touched(box: Probe): boolean {
    return this.cells.find(box, 0, (id) => touches(box, this.rects.get(id) as Rect, 1)) !== null;
  }

  /** All cards that lie in a box. */
  within(box: Probe): readonly Rect[] {
    const found = new Set<string>();
    this.cells.find(box, 0, (id) => {
      const rect = this.rects.get(id);
      if (rect && touches(box, rect, CLEAR)) found.add(id);
      return false;
    });
    return [...found].sort().map((id) => this.rects.get(id) as Rect);
  }
}
