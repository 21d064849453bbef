// Which part of a run at its start is warm-up: MSER-5 (White 1997, "An effective truncation heuristic for bias reduction
// in simulation output", Simulation 69): means of five observations each, of which so many are left out at the start that
// the standard error of the rest is least.

/** Batches at a time; when they are full, neighbours are merged, so that a run of any length is kept in this room. */
const MOST_BATCHES = 4096;
const FIRST_BATCH_SIZE = 5;
/** No more than this part of a run is warm-up; a minimum there says that the run has not settled. */
const MOST_LEFT_OUT = 0.5;

export interface Truncation {
  /** How many batches at the start are left out. */
  readonly batches: number;
  /** The minimum lies before the limit of half the run. */
  readonly isSettled: boolean;
}

/**
 * The d of 0..n/2 for which the sum of squares of batches d..n-1 around their mean, over (n - d)², is least; the first of
 * several. Without any batches none are left out.
 */
export function truncate(means: ArrayLike<number>): Truncation {
  const count = means.length;
  const most = Math.floor(count * MOST_LEFT_OUT);
  let best = 0;
  let least = Infinity;
  // From the end, where a running mean and sum of squares (Welford 1962) take in one batch more at a time.
  let mean = 0;
  let squares = 0;
  for (let first = count - 1; first >= 0; first--) {
    const taken = count - first;
    const distance = means[first]! - mean;
    mean += distance / taken;
    squares += distance * (means[first]! - mean);
    if (first > most) continue;
    const error = squares / (taken * taken);
    if (error > least) continue;
    least = error;
    best = first;
  }
  return { batches: best, isSettled: count === 0 || best < most || most === 0 };
}

/** Takes the responses of a pilot run as they end. */
export class WarmupFinder {
  private readonly means = new Float64Array(MOST_BATCHES);
  private readonly endsMs = new Float64Array(MOST_BATCHES);
  private batches = 0;
  private batchSize = FIRST_BATCH_SIZE;
  private inBatch = 0;
  private sum = 0;

  add(nowMs: number, responseMs: number): void {
    this.sum += responseMs;
    if (++this.inBatch < this.batchSize) return;
    this.means[this.batches] = this.sum / this.batchSize;
    this.endsMs[this.batches] = nowMs;
    this.batches++;
    this.inBatch = 0;
    this.sum = 0;
    if (this.batches === MOST_BATCHES) this.mergePairs();
  }

  /** When the warm-up ends, in ms from the start. */
  find(): { readonly warmupMs: number; readonly isSettled: boolean } {
    const { batches, isSettled } = truncate(this.means.subarray(0, this.batches));
    return { warmupMs: batches === 0 ? 0 : this.endsMs[batches - 1]!, isSettled };
  }

  private mergePairs(): void {
    this.batches /= 2;
    this.batchSize *= 2;
    for (let i = 0; i < this.batches; i++) {
      this.means[i] = (this.means[2 * i]! + this.means[2 * i + 1]!) / 2;
      this.endsMs[i] = this.endsMs[2 * i + 1]!;
    }
  }
}
