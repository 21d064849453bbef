// Which side of its card a connection leaves and enters, and where on that side. Ends on one side are spread out in the
// order of what they lead to, so that they do not cross there; opposite and parallel connections so have ends of their own.
import type { Place as Point } from '../card.ts';
import type { Box as Rect } from '../card.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export const NORMAL: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** One connection between two cards, with the bends that are kept of it. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

/** What the way of a connection starts from; the same ports give the same way among the same cards. */
export interface Ports {
  readonly start: Point;
  readonly startSide: Side;
  readonly tip: Point;
  readonly tipSide: Side;
  /** How far its turn lies from the middle between the cards, so that turns beside one another stay apart. */
  readonly lane: number;
}

const MOST_APART = 22;
const LEAST_FROM_CORNER = 8;
const LANE = 8;

export function moved(point: Point, direction: Point, by: number): Point {
  return { x: point.x + direction.x * by, y: point.y + direction.y * by };
}

function centre({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The free room between two boxes along each axis; negative where they overlap in it. */
function gaps(a: Rect, b: Rect): Point {
  return {
    x: Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width)),
    y: Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height)),
  };
}

function sideTowards(a: Rect, b: Rect, flowsAcross: boolean): Side {
  const gap = gaps(a, b);
  const isAcross = gap.x > 0 && gap.y > 0 ? flowsAcross : gap.x >= gap.y;
  const [from, to] = [centre(a), centre(b)];
  if (isAcross) return from.x <= to.x ? 'right' : 'left';
  return from.y <= to.y ? 'bottom' : 'top';
}

const OPPOSITE: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };

/** Whether the design reads from left to right rather than from top to bottom; what lies askew says nothing of it. */
export function readsAcross(links: readonly Link[], rects: ReadonlyMap<string, Rect>): boolean {
  let [beside, below, askew] = [0, 0, 0];
  for (const { from, to } of links) {
    const [a, b] = [rects.get(from), rects.get(to)];
    if (!a || !b) continue;
    const { x, y } = gaps(a, b);
    if (x > 0 && y <= 0) beside++;
    if (y > 0 && x <= 0) below++;
    askew += Math.max(0, x) - Math.max(0, y);
  }
  return beside === below ? askew >= 0 : beside > below;
}

interface End {
  readonly link: number;
  readonly isTip: boolean;
  readonly rect: Rect;
  readonly side: Side;
  /** Where the other end lies along this side. */
  readonly along: number;
  at: number;
  /** From the middle one of its side: …, -1, 0, 1, … */
  rank: number;
  isAlone: boolean;
}

function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function asRect({ x, y }: Point): Rect {
  return { x, y, width: 0, height: 0 };
}

function endsOf(link: Link, index: number, from: Rect, to: Rect, across: boolean): readonly [End, End] {
  const { points } = link;
  const [first, last] = [points[0], points.at(-1)];
  const startSide = sideTowards(from, first ? asRect(first) : to, across);
  const tipSide = last ? sideTowards(to, asRect(last), across) : OPPOSITE[startSide];
  const make = (isTip: boolean, rect: Rect, side: Side, towards: Point): End => {
    const along = isUpright(side) ? towards.y : towards.x;
    return { link: index, isTip, rect, side, along, at: 0, rank: 0, isAlone: true };
  };
  return [make(false, from, startSide, first ?? centre(to)), make(true, to, tipSide, last ?? centre(from))];
}

function extent({ rect, side }: End): readonly [number, number] {
  return isUpright(side) ? [rect.y, rect.height] : [rect.x, rect.width];
}

function spread(ends: readonly End[]): void {
  const [from, length] = extent(ends[0] as End);
  const apart = Math.min(MOST_APART, (length - 2 * LEAST_FROM_CORNER) / ends.length);
  ends.forEach((end, index) => {
    end.rank = index - (ends.length - 1) / 2;
    end.at = from + length / 2 + end.rank * apart;
    end.isAlone = ends.length === 1;
  });
}

function reaches(end: End, at: number): boolean {
  const [from, length] = extent(end);
  return at >= from + LEAST_FROM_CORNER && at <= from + length - LEAST_FROM_CORNER;
}

/** An end that has its side for itself moves to where the line is straight, rather than make a small step. */
function straighten(start: End, tip: End): void {
  if (start.side !== OPPOSITE[tip.side]) return;
  if (start.isAlone && tip.isAlone) {
    const [a, lengthA] = extent(start);
    const [b, lengthB] = extent(tip);
    const middle = (Math.max(a, b) + Math.min(a + lengthA, b + lengthB)) / 2;
    if (reaches(start, middle) && reaches(tip, middle)) start.at = tip.at = middle;
  } else if (tip.isAlone && reaches(tip, start.at)) tip.at = start.at;
  else if (start.isAlone && reaches(start, tip.at)) start.at = tip.at;
}

function pointOf({ rect, side, at }: End): Point {
  const normal = NORMAL[side];
  const middle = centre(rect);
  return isUpright(side)
    ? { x: middle.x + (normal.x * rect.width) / 2, y: at }
    : { x: at, y: middle.y + (normal.y * rect.height) / 2 };
}

/** Of turns that go one way, the first of a side has to lie farthest out, or they would cross. */
function laneOf(start: End, tip: End): number {
  const way = Math.sign(tip.at - start.at);
  return -way * (start.rank + tip.rank) * LANE;
}

/** The ports of every connection whose both ends are there, in their order; null for the others. */
export function portsOf(
  links: readonly Link[],
  rects: ReadonlyMap<string, Rect>,
  across = readsAcross(links, rects),
): readonly (Ports | null)[] {
  const pairs = links.map((link, index) => {
    const [from, to] = [rects.get(link.from), rects.get(link.to)];
    return from && to ? endsOf(link, index, from, to, across) : null;
  });
  const bySide = new Map<Rect, Record<Side, End[]>>();
  for (const end of pairs.flat()) {
    if (!end) continue;
    let sides = bySide.get(end.rect);
    if (!sides) bySide.set(end.rect, (sides = { left: [], right: [], top: [], bottom: [] }));
    sides[end.side].push(end);
  }
  const idOf = (end: End): string => links[end.link]?.id ?? '';
  for (const sides of bySide.values())
    for (const ends of Object.values(sides)) {
      if (ends.length === 0) continue;
      if (ends.length > 1) ends.sort((a, b) => a.along - b.along || (idOf(a) < idOf(b) ? -1 : 1));
      spread(ends);
    }
  return pairs.map((pair, index) => {
    if (!pair) return null;
    const [start, tip] = pair;
    if (links[index]?.points.length === 0) straighten(start, tip);
    const [at, to] = [pointOf(start), pointOf(tip)];
    return { start: at, startSide: start.side, tip: to, tipSide: tip.side, lane: laneOf(start, tip) };
  });
}

export function samePorts(a: Ports, b: Ports): boolean {
  return (
    a.start.x === b.start.x &&
    a.start.y === b.start.y &&
    a.tip.x === b.tip.x &&
    a.tip.y === b.tip.y &&
    a.startSide === b.startSide &&
    a.tipSide === b.tipSide &&
    a.lane === b.lane
  );
}
