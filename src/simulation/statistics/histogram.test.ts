import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHistogram, bucketOf, BUCKETS, countIn, percentiles } from './histogram.ts';

function histogramOf(values: readonly number[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS);
  for (const value of values) counts[bucketOf(value)]! += 1;
  return counts;
}

/** The smallest value that at least this share of all does not exceed. */
function exact(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

describe('a histogram', () => {
  it('gives percentiles right to 0.5 % against the sorted values', () => {
    const time = fc.double({ min: 1e-4, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 500 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const shares = [0.5, 0.9, 0.95, 0.99];
        percentiles(histogramOf(values), shares, values.length).forEach((value, i) => {
          const expected = exact(sorted, shares[i]!);
          expect(Math.abs(value / expected - 1)).toBeLessThan(0.005);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is right where all values are the same, on a bucket edge or in it', () => {
    for (const value of [8, 10, 15.99, 1024]) {
      const [p50, p99] = percentiles(histogramOf(Array<number>(1000).fill(value)), [0.5, 0.99], 1000, value);
      expect(Math.abs(p50! / value - 1)).toBeLessThan(0.005);
      expect(Math.abs(p99! / value - 1)).toBeLessThan(0.005);
    }
  });

  it('gives 0 for instant answers, and keeps what is beyond its range in its last bucket', () => {
    expect(percentiles(histogramOf([0, 0, 0]), [0.5, 0.99], 3)).toEqual([0, 0]);
    expect(bucketOf(1e30)).toBe(BUCKETS - 1);
  });

  it('interpolates: the percentiles of an even spread are the spread', () => {
    const values = Array.from({ length: 100_000 }, (_, i) => 100 + i / 1000);
    const [p50] = percentiles(histogramOf(values), [0.5], values.length);
    expect(p50).toBeCloseTo(150, 1);
  });

  it('adds up', () => {
    const sum = histogramOf([1, 2]);
    addHistogram(sum, histogramOf([2, 3]));
    expect(sum).toEqual(histogramOf([1, 2, 2, 3]));
    expect(countIn(sum)).toBe(4);
  });
});
