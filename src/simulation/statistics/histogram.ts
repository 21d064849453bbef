// Histograms of times whose buckets grow with the value: 256 to an octave, so that a bucket is 0.4 % wide.
//
// The bucket of a value is read from the high bits of the double, which is the logarithm that the machine already has.

/** From 2^-20 ms, a nanosecond, to 2^36 ms, two years; values outside count in the first or last bucket. */
const LOWEST_EXPONENT = -20;
const OCTAVES = 56;
const SHIFT = 12;
export const PER_OCTAVE = 1 << (20 - SHIFT);
const FIRST = (LOWEST_EXPONENT + 1023) * PER_OCTAVE;

export const BUCKETS = OCTAVES * PER_OCTAVE;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
/** Where the high word of a double lies on this machine. */
const HIGH = words[1] === 0 ? 0 : 1;

/** The bucket of a value of at least 0. */
export function bucketOf(value: number): number {
  double[0] = value;
  const bucket = (words[HIGH]! >>> SHIFT) - FIRST;
  return bucket < 0 ? 0 : bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/** The lower edge of a bucket; that of the first is 0, so that instant answers are 0 and not a nanosecond. */
export function edgeOf(bucket: number): number {
  if (bucket === 0) return 0;
  words[HIGH] = (bucket + FIRST) << SHIFT;
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
