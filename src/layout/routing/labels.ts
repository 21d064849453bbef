// Where the label of each connection stands on its way: on the first place that neither a card nor another label has.
import type { Place as Point } from '../card.ts';
import type { Box as Rect } from '../card.ts';
import { pointAt } from './draw.ts';
import { Cells, touches, type Obstacles, type Probe } from './obstacles.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];
const BETWEEN = 2;

/** The size of a label of so many lines, guessed from its letters: measuring would draw everything twice. */
export function labelSize(lines: readonly string[]): Size {
  const longest = Math.max(...lines.map((line) => line.length));
  return { width: Math.min(150, 12 + longest * 6.2), height: 4 + lines.length * 13 };
}

function boxAt({ x, y }: Point, { width, height }: Size): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function spanOf({ x, y, width, height }: Rect): Probe {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** The labels that are placed, to keep others off them. */
export class Labels {
  private readonly boxes = new Map<string, Rect>();
  private readonly cells = new Cells();

  boxOf(id: string): Rect | undefined {
    return this.boxes.get(id);
  }

  remove(id: string): void {
    const box = this.boxes.get(id);
    if (!box) return;
    this.cells.remove(spanOf(box), BETWEEN, id);
    this.boxes.delete(id);
  }

  /** The middle of the label; where every place is taken, the middle of the way. */
  place(id: string, points: readonly Point[], size: Size, cards: Obstacles): Point {
    this.remove(id);
    const places = SHARES.map((share) => pointAt(points, share));
    const free = places.find((point) => this.isFree(boxAt(point, size), cards));
    const point = free ?? (places[0] as Point);
    const box = boxAt(point, size);
    this.boxes.set(id, box);
    this.cells.add(spanOf(box), BETWEEN, id);
    return point;
  }

  private isFree(box: Rect, cards: Obstacles): boolean {
    const span = spanOf(box);
    if (cards.touched(span)) return false;
    const hits = (id: string): boolean => touches(span, this.boxes.get(id) as Rect, BETWEEN);
    return this.cells.find(span, BETWEEN, hits) === null;
  }
}
