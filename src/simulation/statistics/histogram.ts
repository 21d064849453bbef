// Histograms of times whose buckets grow with the value: 256 to an octave, so that a bucket is 0.4 % wide.
//
// The bucket of a value is read from the high bits of the double, which is the logarithm that the machine already has.

/** Buckets of an octave. */
export const PER_OCTAVE = 256;
/**
 * From 2^-20 ms, a nanosecond, to 2^36 ms, two years: 56 octaves. Values outside count in the first or last bucket.
 * As literals, which the bundler puts where they are used: V8 would read a computed constant at each use.
 */
export const BUCKETS = 14336;
/** From the high word of a double to a number that has 256 to an octave; and that of 2^-20. */
export const BUCKET_SHIFT = 12;
export const FIRST_BUCKET = 256768;
// Histograms side by side: how many buckets for each place in a stride, so that a name gives the place of its histogram.
export const STATION_BUCKETS = 448;
export const LINK_BUCKETS = 448;
export const STREAM_BUCKETS = 896;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
/** Where the high word of a double lies on this machine. */
const HIGH = words[1] === 0 ? 0 : 1;
/** For those who do what `bucketOf` does without calling it. */
export const bucketing = { double, words, high: HIGH };

/** The bucket of a value of at least 0. */
export function bucketOf(value: number): number {
  double[0] = value;
  const bucket = (words[HIGH]! >>> BUCKET_SHIFT) - FIRST_BUCKET;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/** The lower edge of a bucket; that of the first is 0, so that instant answers are 0 and not a nanosecond. */
export function edgeOf(bucket: number): number {
  if (bucket === 0) return 0;
  words[HIGH] = (bucket + FIRST_BUCKET) << BUCKET_SHIFT;
  words[1 - HIGH] = 0;
  return double[0]!;
}

export function countIn(counts: Uint32Array): number {
  let count = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) count += counts[bucket]!;
  return count;
}

/**
 * The values below which the given shares of all lie, interpolated within their buckets, in the order of the shares,
 * which must ascend; no more than the largest value itself. The histogram is not empty.
 */
export function percentiles(counts: Uint32Array, shares: readonly number[], count: number, max = Infinity): number[] {
  const values: number[] = [];
  let bucket = 0;
  let below = 0;
  // Plain loops over locals: a short run ends before V8 has made anything else fast.
  for (const share of shares) {
    const rank = share * count;
    while (bucket < BUCKETS - 1 && below + counts[bucket]! < rank) below += counts[bucket++]!;
    const low = edgeOf(bucket);
    const inside = (rank - below) / counts[bucket]!;
    const value = bucket === 0 ? 0 : low + inside * (edgeOf(bucket + 1) - low);
    values.push(Math.min(value, max));
  }
  return values;
}

export function addHistogram(sum: Uint32Array, counts: Uint32Array): void {
  for (let bucket = 0; bucket < BUCKETS; bucket++) sum[bucket]! += counts[bucket]!;
}

/** The part of a histogram that is not empty: small enough to cross from a thread. */
export interface BucketCounts {
  /** The bucket of the first count. */
  readonly first: number;
  readonly counts: Uint32Array;
}

export function filledPart(counts: Uint32Array): BucketCounts {
  const first = counts.findIndex((count) => count > 0);
  const end = counts.findLastIndex((count) => count > 0) + 1;
  return first < 0 ? { first: 0, counts: new Uint32Array(0) } : { first, counts: counts.slice(first, end) };
}
