// Arrivals at a rate that changes with time: a Poisson process whose rate is linear between given points.
import type { Random } from '../random.ts';
import type { Source } from '../samplers.ts';

/** A second from the start, and the rate per second at it. */
type ProfilePoint = readonly [second: number, ratePerSecond: number];

/**
 * The times of the arrivals in ms, exact by inversion: a Poisson process of rate 1, carried through the inverse of the
 * integrated rate (Çinlar 1975). None before the first point, none after the last; two points at one time are a jump.
 */
export function profileArrivals(random: Random, points: readonly ProfilePoint[]): Source {
  let piece = 0;
  /** The part of the present piece, in expected arrivals, that lies before the latest arrival. */
  let passed = 0;
  const next = (): number => {
    passed += random.exponential();
    for (; piece + 1 < points.length; piece++) {
      const start = points[piece]!;
      const end = points[piece + 1]!;
      const expected = ((end[0] - start[0]) * (start[1] + end[1])) / 2;
      if (passed < expected) return 1000 * timeIn(start, end, passed);
      passed -= expected;
    }
    return Infinity;
  };
  return {
    fill(target, from, to) {
      for (let i = from; i < to; i++) target[i] = next();
    },
  };
}

/** The second in a piece by which so many arrivals are expected: the root of `rate t + slope t² / 2 = expected`. */
function timeIn(start: ProfilePoint, end: ProfilePoint, expected: number): number {
  const [from, rate] = start;
  const length = end[0] - from;
  const slope = (end[1] - rate) / length;
  const rateThere = Math.sqrt(Math.max(0, rate * rate + 2 * slope * expected));
  const sum = rate + rateThere;
  // In this form nothing cancels. Without any rate so far nothing is expected yet.
  return sum > 0 ? from + Math.min(length, (2 * expected) / sum) : from;
}
