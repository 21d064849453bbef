import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import type { Source } from '../samplers.ts';
import { mmppArrivals } from './mmpp.ts';
import { profileArrivals } from './profile.ts';
import { traceArrivals } from './trace.ts';

function first(source: Source, count: number): number[] {
  const times = new Float64Array(count);
  // In two parts, as a tape is filled piece by piece.
  source.fill(times, 0, count >> 1);
  source.fill(times, count >> 1, count);
  return [...times];
}

const random = (key = 'x') => new Random(1, 0, key);

describe('a trace', () => {
  it('is given once, in the order of time, and its own list stays as it was', () => {
    const times = [500, 100, 0, 100];
    expect(first(traceArrivals(times), 6)).toEqual([0, 100, 100, 500, Infinity, Infinity]);
    expect(times).toEqual([500, 100, 0, 100]);
    expect(first(traceArrivals([]), 2)).toEqual([Infinity, Infinity]);
  });
});

describe('a profile', () => {
  it('has arrivals only between its first point and its last, and none where the rate is 0', () => {
    const times = first(
      profileArrivals(random(), [
        [1, 0],
        [2, 1000],
        [3, 0],
        [5, 0],
        [5, 400],
        [6, 400],
      ]),
      3000,
    );
    const finite = times.filter((time) => time < Infinity);
    expect(finite).toEqual([...finite].sort((a, b) => a - b));
    expect(times.slice(finite.length).every((time) => time === Infinity)).toBe(true);
    expect(finite.every((time) => (time > 1000 && time < 3000) || (time >= 5000 && time <= 6000))).toBe(true);
    // Five standard deviations of a Poisson count.
    expect(Math.abs(finite.filter((time) => time < 3000).length - 1000)).toBeLessThan(5 * Math.sqrt(1000));
    expect(Math.abs(finite.filter((time) => time > 3000).length - 400)).toBeLessThan(5 * Math.sqrt(400));
  });

  it('of one point, or of rate 0, has none', () => {
    expect(first(profileArrivals(random(), [[3, 100]]), 2)).toEqual([Infinity, Infinity]);
    const nothing = profileArrivals(random(), [
      [0, 0],
      [9, 0],
    ]);
    expect(first(nothing, 2)).toEqual([Infinity, Infinity]);
  });
});

describe('states that take turns', () => {
  it('begin with the first, and have no arrivals where none has a rate', () => {
    const late = mmppArrivals(random(), [
      { ratePerSecond: 0, meanS: 1e6 },
      { ratePerSecond: 1e6, meanS: 1 },
    ]);
    expect(first(late, 1)[0]).toBeGreaterThan(1e6);
    const never = mmppArrivals(random(), [
      { ratePerSecond: 0, meanS: 1e-9 },
      { ratePerSecond: 0, meanS: 1 },
    ]);
    expect(first(never, 4)).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });

  it('cost no more for stays of a nanosecond, or of less, than for long ones', () => {
    for (const meanS of [1e-9, 1e-18, 1e-300]) {
      const times = first(
        mmppArrivals(random(String(meanS)), [
          { ratePerSecond: 0, meanS },
          { ratePerSecond: 200, meanS },
        ]),
        10_000,
      );
      // Poisson at the mean rate of 100 a second.
      expect(Math.abs(times.at(-1)! / 1e5 - 1)).toBeLessThan(5 / Math.sqrt(10_000));
    }
  });

  it('stay as long as they say: with one arrival in a million stays the gaps are exponential', () => {
    const times = first(mmppArrivals(random(), [{ ratePerSecond: 1, meanS: 1e-6 }]), 10_000);
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0));
    const mean = times.at(-1)! / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.abs(mean / 1000 - 1)).toBeLessThan(0.05);
    // The squared coefficient of variation of an exponential is 1; its estimate is off by some √(8 / n).
    expect(Math.abs(variance / mean ** 2 - 1)).toBeLessThan(5 * Math.sqrt(8 / gaps.length));
  });
});
