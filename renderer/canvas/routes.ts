// The way of each connection over the canvas: which side of a card it leaves and enters, where on that side, and the
// curve between. Ends on one side are spread out in the order of what they lead to, so that they do not cross there.
import type { Connection } from '../../src/model/design.ts';
import type { Point } from '../state/canvas.ts';
import { cardRect, type Rect } from './geometry.ts';

type Side = 'left' | 'right' | 'top' | 'bottom';

export interface Route {
  /** An SVG path from the caller to the tip of the arrow. */
  readonly path: string;
  /** The arrow head as an SVG path. */
  readonly head: string;
  /** Where the label stands. */
  readonly middle: Point;
}

interface End {
  readonly connection: string;
  readonly component: string;
  readonly side: Side;
  /** Centre of the other end. */
  readonly towards: Point;
}

const NORMAL: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const MOST_APART = 22;
const HEAD_LENGTH = 8;
const HEAD_HALF = 4;

function centre({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The free room between two cards along each axis; negative where they overlap in it. */
function gaps(a: Rect, b: Rect): Point {
  return {
    x: Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width)),
    y: Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height)),
  };
}

function sides(a: Rect, b: Rect, flowsAcross: boolean): readonly [Side, Side] {
  const gap = gaps(a, b);
  const isAcross = gap.x > 0 && gap.y > 0 ? flowsAcross : gap.x >= gap.y;
  if (isAcross) return centre(a).x <= centre(b).x ? ['right', 'left'] : ['left', 'right'];
  return centre(a).y <= centre(b).y ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** Whether the design reads from left to right rather than from top to bottom; what lies askew says nothing of it. */
function readsAcross(pairs: readonly (readonly [Rect, Rect])[]): boolean {
  const all = pairs.map(([a, b]) => gaps(a, b));
  const beside = all.filter(({ x, y }) => x > 0 && y <= 0).length;
  const below = all.filter(({ x, y }) => y > 0 && x <= 0).length;
  if (beside !== below) return beside > below;
  return all.reduce((sum, { x, y }) => sum + Math.max(0, x) - Math.max(0, y), 0) >= 0;
}

function along(side: Side, point: Point): number {
  return side === 'left' || side === 'right' ? point.y : point.x;
}

/** For each end of a connection its point on the card's border. */
function ports(ends: readonly End[], rects: ReadonlyMap<string, Rect>): ReadonlyMap<End, Point> {
  const bySide = new Map<string, End[]>();
  for (const end of ends) {
    const key = `${end.component} ${end.side}`;
    bySide.set(key, [...(bySide.get(key) ?? []), end]);
  }
  const points = new Map<End, Point>();
  for (const list of bySide.values()) {
    list.sort((a, b) => along(a.side, a.towards) - along(b.side, b.towards) || (a.connection < b.connection ? -1 : 1));
    list.forEach((end, index) => {
      const rect = rects.get(end.component);
      if (rect) points.set(end, portAt(rect, end.side, index, list.length));
    });
  }
  return points;
}

function portAt(rect: Rect, side: Side, index: number, count: number): Point {
  const middle = centre(rect);
  const normal = NORMAL[side];
  const length = normal.x === 0 ? rect.width : rect.height;
  const apart = Math.min(MOST_APART, (length - 16) / count);
  const offset = (index - (count - 1) / 2) * apart;
  return {
    x: middle.x + (normal.x * rect.width) / 2 + (normal.x === 0 ? offset : 0),
    y: middle.y + (normal.y * rect.height) / 2 + (normal.y === 0 ? offset : 0),
  };
}

function digits(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function at({ x, y }: Point): string {
  return `${digits(x)},${digits(y)}`;
}

function moved(point: Point, direction: Point, by: number): Point {
  return { x: point.x + direction.x * by, y: point.y + direction.y * by };
}

function curve(start: Point, startSide: Side, tip: Point, tipSide: Side): Route {
  const normal = NORMAL[tipSide];
  const end = moved(tip, normal, HEAD_LENGTH - 1);
  // Half of the way between the sides: curves that leave in order then arrive without crossing one another.
  const reach = Math.max(24, 0.5 * Math.abs(normal.x === 0 ? end.y - start.y : end.x - start.x));
  const first = moved(start, NORMAL[startSide], reach);
  const second = moved(end, normal, reach);
  const base = moved(tip, normal, HEAD_LENGTH);
  const across = { x: normal.y, y: normal.x };
  return {
    path: `M${at(start)} C${at(first)} ${at(second)} ${at(end)}`,
    head: `M${at(tip)} L${at(moved(base, across, HEAD_HALF))} L${at(moved(base, across, -HEAD_HALF))} Z`,
    middle: {
      x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8,
      y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8,
    },
  };
}

/** The route of every connection whose both ends stand on the canvas, by its id. */
export function routeConnections(
  connections: readonly Connection[],
  places: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Route> {
  const rects = new Map([...places].map(([id, place]) => [id, cardRect(place)]));
  const known = connections.flatMap((connection) => {
    const from = rects.get(connection.from);
    const to = rects.get(connection.to);
    return from && to ? [{ connection, from, to }] : [];
  });
  const across = readsAcross(known.map(({ from, to }) => [from, to] as const));
  const ends = known.map(({ connection, from, to }) => {
    const [fromSide, toSide] = sides(from, to, across);
    const start: End = { connection: connection.id, component: connection.from, side: fromSide, towards: centre(to) };
    const tip: End = { connection: connection.id, component: connection.to, side: toSide, towards: centre(from) };
    return { id: connection.id, start, tip };
  });
  const points = ports(
    ends.flatMap(({ start, tip }) => [start, tip]),
    rects,
  );
  const routes = new Map<string, Route>();
  for (const { id, start, tip } of ends) {
    const from = points.get(start);
    const to = points.get(tip);
    if (from && to) routes.set(id, curve(from, start.side, to, tip.side));
  }
  return routes;
}
