// The shortest way around the cards near two ports, where no simple form of way is free: Dijkstra's algorithm on the lines
// that run along the cards, a turn costing as much as a detour.
import type { Place as Point } from '../card.ts';
import { CLEAR, probeOf, type Obstacles, type Probe } from './obstacles.ts';
import { moved, NORMAL, type Ports } from './ports.ts';

const STUB = 10;
/** How far around the straight line it looks. */
const MARGIN = 160;
const TURN = 60;
/** More lines than this are too many to search while somebody drags a card. */
const MOST_LINES = 44;

interface Around {
  readonly points: readonly Point[] | null;
  /** All that it has looked at. */
  readonly asked: Probe;
}

function lines(values: readonly number[], middle: number): number[] {
  const all = [...new Set(values)].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return all.slice(0, MOST_LINES).sort((a, b) => a - b);
}

interface Open {
  readonly cost: number;
  readonly state: number;
}

/** A heap by cost, equal costs by state, so that the same cards give the same way. */
class Queue {
  private readonly heap: Open[] = [];

  push(entry: Open): void {
    const { heap } = this;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): Open | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const least = left + 1 < heap.length && this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(least, at)) break;
      this.swap(least, at);
      at = least;
    }
    return top;
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a] as Open, this.heap[b] as Open];
    return first.cost < second.cost || (first.cost === second.cost && first.state < second.state);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b] as Open, this.heap[a] as Open];
  }
}

const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

function directionOf({ x, y }: Point): number {
  return STEPS.findIndex(([dx, dy]) => dx === Math.sign(x) && dy === Math.sign(y));
}

export function shortestWay(ports: Ports, own: readonly [string, string], obstacles: Obstacles): Around {
  const first = moved(ports.start, NORMAL[ports.startSide], STUB);
  const last = moved(ports.tip, NORMAL[ports.tipSide], STUB);
  const span = probeOf(ports.start, ports.tip);
  const asked = {
    left: span.left - MARGIN,
    top: span.top - MARGIN,
    right: span.right + MARGIN,
    bottom: span.bottom + MARGIN,
  };
  const rects = obstacles.within(asked);
  const xs = lines(
    [first.x, last.x, ...rects.flatMap(({ x, width }) => [x - CLEAR - 1, x + width + CLEAR + 1])],
    (first.x + last.x) / 2,
  );
  const ys = lines(
    [first.y, last.y, ...rects.flatMap(({ y, height }) => [y - CLEAR - 1, y + height + CLEAR + 1])],
    (first.y + last.y) / 2,
  );
  const isInside = (values: readonly number[], value: number): boolean => values.includes(value);
  if (!isInside(xs, first.x) || !isInside(ys, first.y) || !isInside(xs, last.x) || !isInside(ys, last.y))
    return { points: null, asked };

  const width = xs.length;
  const point = (state: number): Point => {
    const cell = state >> 2;
    return { x: xs[cell % width] as number, y: ys[Math.floor(cell / width)] as number };
  };
  const stateOf = ({ x, y }: Point, direction: number): number =>
    (ys.indexOf(y) * width + xs.indexOf(x)) * 4 + direction;
  const goal = stateOf(last, 0) >> 2;
  const arrives = directionOf({ x: -NORMAL[ports.tipSide].x, y: -NORMAL[ports.tipSide].y });
  const costs = new Float64Array(width * ys.length * 4).fill(Infinity);
  const before = new Int32Array(costs.length).fill(-1);
  const begin = stateOf(first, directionOf(NORMAL[ports.startSide]));
  const queue = new Queue();
  costs[begin] = 0;
  queue.push({ cost: 0, state: begin });
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { cost, state } = next;
    if (cost > (costs[state] as number)) continue;
    if (state >> 2 === goal && (state & 3) === arrives) return { points: trace(state), asked };
    const here = point(state);
    const cell = state >> 2;
    const [column, row] = [cell % width, Math.floor(cell / width)];
    STEPS.forEach(([dx, dy], direction) => {
      if ((direction + 2) % 4 === (state & 3)) return;
      const [x, y] = [column + dx, row + dy];
      if (x < 0 || y < 0 || x >= width || y >= ys.length) return;
      const there = { x: xs[x] as number, y: ys[y] as number };
      const target = (y * width + x) * 4 + direction;
      const length = Math.abs(there.x - here.x) + Math.abs(there.y - here.y);
      const sum = cost + length + (direction === (state & 3) ? 0 : TURN);
      if (sum >= (costs[target] as number) || obstacles.inTheWay(probeOf(here, there), own) !== null) return;
      costs[target] = sum;
      before[target] = state;
      queue.push({ cost: sum, state: target });
    });
  }
  return { points: null, asked };

  function trace(end: number): readonly Point[] {
    const points: Point[] = [];
    for (let state = end; state >= 0; state = before[state] as number) points.push(point(state));
    return [ports.start, ...points.reverse(), ports.tip];
  }
}
