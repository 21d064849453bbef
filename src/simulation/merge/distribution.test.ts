import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResponseRecord } from '../record.ts';
import { BUCKETS, bucketOf, filledPart } from '../statistics/histogram.ts';
import { responseDistribution } from './distribution.ts';

function recordOf(timesMs: readonly number[]): ResponseRecord {
  const counts = new Uint32Array(BUCKETS);
  for (const ms of timesMs) counts[bucketOf(ms)]! += 1;
  const max = Math.max(...timesMs);
  return { mean: 0, p50: 0, p90: 0, p95: 0, p99: 0, max, counts: filledPart(counts) };
}

const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

describe('the distribution of response times', () => {
  it('has every request in the bucket that its time belongs to', () => {
    fc.assert(
      fc.property(times, times, (one, other) => {
        const all = [...one, ...other];
        const { distribution } = responseDistribution([recordOf(one), null, recordOf(other)]);
        const { edgesMs, share } = distribution!;
        expect(edgesMs).toHaveLength(share.length + 1);
        expect(share.length).toBeLessThanOrEqual(122);
        share.forEach((part, place) => {
          const inside = all.filter((ms) => ms >= edgesMs[place]! && ms < edgesMs[place + 1]!).length;
          expect(part).toBeCloseTo(inside / all.length, 9);
        });
      }),
    );
  });

  it('has percentiles that rise, up to the largest, and none that hangs on a few requests', () => {
    const many = Array.from({ length: 1000 }, (_, at) => at + 1);
    const { percentiles } = responseDistribution([recordOf(many)]).distribution!;
    expect(percentiles.find(({ share }) => share === 0.9)?.ms).toBeCloseTo(900, -1);
    expect(percentiles.at(-1)?.share).toBe(0.995);
    expect(percentiles.map(({ ms }) => ms)).toEqual(percentiles.map(({ ms }) => ms).toSorted((a, b) => a - b));
  });

  it('of instant answers is one bucket from 0; of none there is none', () => {
    const instant = responseDistribution([recordOf([0, 0])]).distribution!;
    expect([instant.share, instant.edgesMs[0]]).toEqual([[1], 0]);
    expect(responseDistribution([null])).toEqual({});
  });
});
