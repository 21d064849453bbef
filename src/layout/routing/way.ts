// The way of one connection between its ports: straight, else with one turn between the cards, else around what stands in
// between, else the shortest around everything near. Right angles only. A way depends on its ports and on the cards that
// lie on the lines it has asked about, so it stays as it is while those do.
import type { Place as Point } from '../card.ts';
import type { Box as Rect } from '../card.ts';
import { CLEAR, probeOf, type Obstacles, type Probe } from './obstacles.ts';
import { moved, NORMAL, type Ports, type Side } from './ports.ts';
import { shortestWay } from './shortest-way.ts';

export interface Way {
  /** From the caller's border to the callee's, the corners in between. */
  readonly points: readonly Point[];
  readonly probes: readonly Probe[];
  /** False where no way around the cards was found. */
  readonly isFree: boolean;
}

/** The least way straight out of a card. */
const STUB = 10;
/** A smaller step than this is drawn as a straight line, ever so little aslant. */
const STEP = 2;
/** How many tries a simple form of way is worth. */
const TRIES = 24;

/** Coordinates along the flow (u) and across it (v), so that one form of way serves all four directions. */
interface Frame {
  readonly isAcross: boolean;
  readonly sign: 1 | -1;
}

function toPoint({ isAcross, sign }: Frame, u: number, v: number): Point {
  return isAcross ? { x: u * sign, y: v } : { x: v, y: u * sign };
}

function fromPoint({ isAcross, sign }: Frame, { x, y }: Point): readonly [number, number] {
  return isAcross ? [x * sign, y] : [y * sign, x];
}

function frameOf(side: Side): Frame {
  const normal = NORMAL[side];
  return { isAcross: normal.x !== 0, sign: normal.x + normal.y > 0 ? 1 : -1 };
}

class Search {
  readonly probes: Probe[] = [];

  constructor(
    private readonly obstacles: Obstacles,
    private readonly own: readonly [string, string],
  ) {}

  /** The first card on the way; null where it is free. */
  blocked(points: readonly Point[]): Rect | null {
    for (let index = 1; index < points.length; index++) {
      const probe = probeOf(points[index - 1] as Point, points[index] as Point);
      this.probes.push(probe);
      const rect = this.obstacles.inTheWay(probe, this.own);
      if (rect) return rect;
    }
    return null;
  }

  isFree(points: readonly Point[]): boolean {
    return this.blocked(points) === null;
  }
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value));
}

function edges({ isAcross, sign }: Frame, { x, y, width, height }: Rect) {
  const [low, high] = isAcross ? [x, x + width] : [y, y + height];
  const [near, far] = sign > 0 ? [low, high] : [-high, -low];
  const [first, last] = isAcross ? [y, y + height] : [x, x + width];
  return { near: near - CLEAR, far: far + CLEAR, first: first - CLEAR, last: last + CLEAR };
}

/** Values to try in their order, each once, more being found on the way. */
function firstFree(seeds: readonly number[], attempt: (value: number) => readonly number[] | null): number | null {
  const open = [...seeds];
  const tried = new Set<number>();
  for (let index = 0; index < open.length && tried.size < TRIES; index++) {
    const value = open[index] as number;
    if (tried.has(value)) continue;
    tried.add(value);
    const more = attempt(value);
    if (more === null) return value;
    open.push(...more);
  }
  return null;
}

function simpleWay(ports: Ports, search: Search): readonly Point[] | null {
  const frame = frameOf(ports.startSide);
  const at = (u: number, v: number): Point => toPoint(frame, u, v);
  const [u0, v0] = fromPoint(frame, ports.start);
  const [u1, v1] = fromPoint(frame, ports.tip);
  if (u1 <= u0) return null;
  if (Math.abs(v0 - v1) < STEP && search.isFree([ports.start, ports.tip])) return [ports.start, ports.tip];

  const [low, high] = [u0 + STUB, u1 - STUB];
  const turning = (u: number): readonly Point[] => [ports.start, at(u, v0), at(u, v1), ports.tip];
  if (Math.abs(v0 - v1) >= STEP) {
    const turn = firstFree([clamp((u0 + u1) / 2 + ports.lane, low, high), low, high], (u) => {
      const rect = search.blocked(turning(u));
      if (rect === null) return null;
      const { near, far } = edges(frame, rect);
      return [near, far].filter((value) => value >= low && value <= high);
    });
    if (turn !== null) return turning(turn);
  }

  const passing = (v: number): readonly Point[] => [
    ports.start,
    at(low, v0),
    at(low, v),
    at(high, v),
    at(high, v1),
    ports.tip,
  ];
  if (low >= high) return null;
  const middle = (v0 + v1) / 2;
  const sides = new Set<number>([v0, v1]);
  const nearest = (values: readonly number[]): number[] =>
    [...values].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  const pass = firstFree(nearest([...sides]), (v) => {
    const rect = search.blocked(passing(v));
    if (rect === null) return null;
    const { first, last } = edges(frame, rect);
    return nearest([first - Math.abs(ports.lane) / 2, last + Math.abs(ports.lane) / 2]);
  });
  return pass === null ? null : passing(pass);
}

/** A way where none is free: it crosses cards, but starts and ends as it should. */
function plainWay({ start, startSide, tip, tipSide }: Ports): readonly Point[] {
  const first = moved(start, NORMAL[startSide], STUB);
  const last = moved(tip, NORMAL[tipSide], STUB);
  const isUpright = NORMAL[startSide].x !== 0;
  const middle = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  const turns = isUpright
    ? [
        { x: middle.x, y: first.y },
        { x: middle.x, y: last.y },
      ]
    : [
        { x: first.x, y: middle.y },
        { x: last.x, y: middle.y },
      ];
  return [start, first, ...turns, last, tip];
}

/** Corners that lie on a straight line are none. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && Math.abs(last.x - point.x) < 0.01 && Math.abs(last.y - point.y) < 0.01) continue;
    const before = kept.at(-2);
    const isBetween = (a: number, b: number, c: number): boolean => (a <= b && b <= c) || (a >= b && b >= c);
    if (
      before &&
      last &&
      ((before.x === last.x && last.x === point.x && isBetween(before.y, last.y, point.y)) ||
        (before.y === last.y && last.y === point.y && isBetween(before.x, last.x, point.x)))
    )
      kept.pop();
    kept.push(point);
  }
  return kept;
}

export function findWay(ports: Ports, own: readonly [string, string], obstacles: Obstacles): Way {
  const search = new Search(obstacles, own);
  const simple = simpleWay(ports, search);
  if (simple) return { points: simplified(simple), probes: search.probes, isFree: true };
  const around = shortestWay(ports, own, obstacles);
  const probes = [...search.probes, around.asked];
  if (around.points) return { points: simplified(around.points), probes, isFree: true };
  return { points: simplified(plainWay(ports)), probes, isFree: false };
}

/** Through the kept bends, in right angles: what a person has laid is not second-guessed. */
export function wayThrough(
  { start, startSide, tip, tipSide }: Ports,
  bends: readonly Point[],
): Way & { readonly legs: readonly number[] } {
  const points: Point[] = [start];
  const legs: number[] = [];
  let isAcross = NORMAL[startSide].x !== 0;
  const endsAcross = NORMAL[tipSide].x !== 0;
  const last = moved(tip, NORMAL[tipSide], STUB);
  const go = (to: Point, arrivesAcross: boolean | null): void => {
    const from = points.at(-1) as Point;
    if (from.x !== to.x && from.y !== to.y) {
      // Into the card the last stretch runs straight, so the turn before it lies where that needs it.
      const turnsFirst = arrivesAcross === null ? isAcross : !arrivesAcross;
      points.push(turnsFirst ? { x: to.x, y: from.y } : { x: from.x, y: to.y });
      isAcross = !turnsFirst;
    } else isAcross = from.y === to.y;
    points.push(to);
  };
  points.push(moved(start, NORMAL[startSide], STUB));
  for (const bend of bends) {
    go(bend, null);
    legs.push(points.length - 1);
  }
  const from = points.at(-1) as Point;
  const comesFromFront = endsAcross
    ? (from.x - last.x) * NORMAL[tipSide].x >= 0
    : (from.y - last.y) * NORMAL[tipSide].y >= 0;
  go(last, comesFromFront ? endsAcross : !endsAcross);
  points.push(tip);
  return { points, probes: [], isFree: true, legs };
}
