// A way as it is drawn: rounded corners, an arrow head at the callee, and places along it.
import type { Place as Point } from '../card.ts';

const RADIUS = 8;
const HEAD_LENGTH = 8;
const HEAD_HALF = 4;

function digits(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function text({ x, y }: Point): string {
  return `${digits(x)},${digits(y)}`;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** On the line from `a` to `b`, so far from `a`. */
function along(a: Point, b: Point, by: number): Point {
  const length = distance(a, b);
  return length === 0 ? a : { x: a.x + ((b.x - a.x) * by) / length, y: a.y + ((b.y - a.y) * by) / length };
}

/** An SVG path through the points with rounded corners. */
function rounded(points: readonly Point[]): string {
  const parts = [`M${text(points[0] as Point)}`];
  for (let index = 1; index < points.length - 1; index++) {
    const [before, corner, after] = [points[index - 1], points[index], points[index + 1]] as [Point, Point, Point];
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    parts.push(`L${text(along(corner, before, radius))} Q${text(corner)} ${text(along(corner, after, radius))}`);
  }
  parts.push(`L${text(points.at(-1) as Point)}`);
  return parts.join(' ');
}

/** The line from the caller to the foot of the arrow, and the arrow's head, as SVG paths. */
export function drawn(points: readonly Point[]): { readonly path: string; readonly head: string } {
  const tip = points.at(-1) as Point;
  const before = points.at(-2) ?? tip;
  const base = along(tip, before, HEAD_LENGTH);
  const length = distance(before, tip) || 1;
  const across = { x: (tip.y - before.y) / length, y: (before.x - tip.x) / length };
  const corner = (side: number): Point => ({
    x: base.x + across.x * side * HEAD_HALF,
    y: base.y + across.y * side * HEAD_HALF,
  });
  const foot = along(tip, before, Math.min(HEAD_LENGTH - 1, distance(before, tip)));
  return {
    path: rounded([...points.slice(0, -1), foot]),
    head: `M${text(tip)} L${text(corner(1))} L${text(corner(-1))} Z`,
  };
}

export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let index = 1; index < points.length; index++)
    sum += distance(points[index - 1] as Point, points[index] as Point);
  return sum;
}

/** The point at a share of the way. */
export function pointAt(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * share;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]] as [Point, Point];
    const length = distance(a, b);
    if (left <= length) return along(a, b, left);
    left -= length;
  }
  return points.at(-1) as Point;
}

/** Which stretch of the way a point lies nearest to: the index of its end. */
export function nearestStretch(points: readonly Point[], { x, y }: Point): number {
  let [best, least] = [1, Infinity];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]] as [Point, Point];
    const nearest = {
      x: Math.max(Math.min(a.x, b.x), Math.min(Math.max(a.x, b.x), x)),
      y: Math.max(Math.min(a.y, b.y), Math.min(Math.max(a.y, b.y), y)),
    };
    const far = distance(nearest, { x, y });
    if (far < least) [best, least] = [index, far];
  }
  return best;
}
