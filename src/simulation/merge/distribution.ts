// How response times are spread: the histograms of all replications added up, then made coarse enough to be drawn.
import type { ResponseRecord } from '../record.ts';
import type { ResponseDistribution } from '../result.ts';
import { BUCKETS, edgeOf, PER_OCTAVE, percentiles } from '../statistics/histogram.ts';

/** More buckets than this are narrower than a reader can see. */
const MOST_BUCKETS = 120;
/** The fastest of the requests share the first bucket: on a scale of logarithms they would take half of it. */
const FASTEST = 0.001;
/** Ever closer to 1; those that hang on fewer requests than this are left out. */
const SHARES = [
  0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.9925, 0.995, 0.9975,
  0.999, 0.9995, 0.99975, 0.9999,
] as const;
const FEWEST = 5;

/** Nothing where no request was answered. */
export function responseDistribution(records: readonly (ResponseRecord | null)[]): {
  distribution?: ResponseDistribution;
} {
  const counts = new Uint32Array(BUCKETS);
  let count = 0;
  let max = 0;
  for (const record of records) {
    if (record === null) continue;
    max = Math.max(max, record.max);
    record.counts.counts.forEach((each, place) => {
      counts[record.counts.first + place]! += each;
      count += each;
    });
  }
  if (count === 0) return {};
  const shares = SHARES.filter((share) => share <= 0.5 || (1 - share) * count >= FEWEST);
  const times = percentiles(counts, shares, count, max);
  return {
    distribution: {
      ...coarse(counts, count),
      percentiles: shares.map((share, place) => ({ share, ms: times[place]! })),
    },
  };
}

/** Neighbours become one bucket, 2, 4, 8 … at a time, until there are few enough. */
function coarse(counts: Uint32Array, count: number): Pick<ResponseDistribution, 'edgesMs' | 'share'> {
  const last = counts.findLastIndex((each) => each > 0);
  const first = firstShown(counts, count);
  let width = 1;
  while (width < PER_OCTAVE && (last - first) / width > MOST_BUCKETS) width *= 2;
  const start = Math.floor(first / width) * width;
  const edgesMs = [counts.findIndex((each) => each > 0) < start ? 0 : edgeOf(start)];
  const share: number[] = [];
  let inside = 0;
  for (let bucket = 0; bucket <= last; bucket++) {
    inside += counts[bucket]!;
    const isEnd = bucket >= start && (bucket + 1) % width === 0;
    if (!isEnd && bucket < last) continue;
    share.push(inside / count);
    edgesMs.push(edgeOf(Math.ceil((bucket + 1) / width) * width));
    inside = 0;
  }
  return { edgesMs, share };
}

function firstShown(counts: Uint32Array, count: number): number {
  let below = 0;
  let bucket = 0;
  while (below + counts[bucket]! <= FASTEST * count) below += counts[bucket++]!;
  return bucket;
}
