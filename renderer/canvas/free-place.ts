// A place for one more card: the one nearest to the wish that covers no other.
import type { Point } from '../state/canvas.ts';
import { CARD, GRID, snap, type Rect } from './geometry.ts';

const ROOM = 20;
const STEP = { x: 100, y: 50 };
const RINGS = 60;

function isFree(taken: readonly Rect[], { x, y }: Point): boolean {
  return taken.every(
    (rect) =>
      x + CARD.width + ROOM <= rect.x ||
      rect.x + rect.width + ROOM <= x ||
      y + CARD.height + ROOM <= rect.y ||
      rect.y + rect.height + ROOM <= y,
  );
}

function ring(wish: Point, radius: number): Point[] {
  const points: Point[] = [];
  for (let column = -radius; column <= radius; column++) {
    for (let row = -radius; row <= radius; row++) {
      if (Math.max(Math.abs(column), Math.abs(row)) === radius)
        points.push({ x: wish.x + column * STEP.x, y: wish.y + row * STEP.y });
    }
  }
  const distance = ({ x, y }: Point): number => Math.hypot(x - wish.x, y - wish.y);
  return points.sort((a, b) => distance(a) - distance(b));
}

/** `taken`: the cards and areas that stay uncovered. */
export function freePlace(taken: readonly Rect[], wish: Point): Point {
  const start = { x: snap(wish.x, GRID), y: snap(wish.y, GRID) };
  for (let radius = 0; radius < RINGS; radius++) {
    const found = ring(start, radius).find((point) => isFree(taken, point));
    if (found) return found;
  }
  const right = Math.max(...taken.map(({ x, width }) => x + width));
  return { x: right + ROOM, y: start.y };
}
