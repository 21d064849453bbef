// The parts of many traced requests, summed by response time, so that those of the slowest can be told from the rest.
import { BUCKETS, bucketOf } from '../statistics/histogram.ts';
import { type CriticalPath, PARTS } from './critical-path.ts';

/** 16 bins to an octave. */
const BIN_SHIFT = 4;
const BINS = BUCKETS >> BIN_SHIFT;
const SLOWEST_SHARE = 0.01;

/** Stations × PARTS, station by station, in ms: wait, work, blocked, network, retries. */
export interface BreakdownRecord {
  /** Adds up to the mean response of all requests that succeeded. */
  readonly mean: Float64Array;
  /** Of the slowest 1 % of those traced; adds up to their mean response. */
  readonly slowest: Float64Array;
}

export class Breakdown {
  private readonly weights = new Float64Array(BINS);
  private readonly sums: (Float64Array | undefined)[] = [];

  /** Takes up what the path has found of a request that stands for so many. */
  add(path: CriticalPath, responseMs: number, weight: number): void {
    const bin = bucketOf(responseMs) >> BIN_SHIFT;
    const sums = (this.sums[bin] ??= new Float64Array(path.parts.length));
    this.weights[bin]! += weight;
    for (let i = 0; i < path.touchedCount; i++) {
      const from = path.touched[i]! * PARTS;
      for (let part = from; part < from + PARTS; part++) sums[part]! += weight * path.parts[part]!;
    }
  }

  /** The window begins. */
  clear(): void {
    this.weights.fill(0);
    this.sums.length = 0;
  }

  /** `meanMs` is the mean response of all requests that succeeded; null where none did, or none of those was traced. */
  drawUp(meanMs: number | null): BreakdownRecord | null {
    const weight = this.weights.reduce((sum, each) => sum + each, 0);
    if (weight === 0 || meanMs === null) return null;
    const mean = this.meanOfTop(weight);
    const tracedMs = mean.reduce((sum, part) => sum + part, 0);
    const scale = tracedMs > 0 ? meanMs / tracedMs : 1;
    return { mean: mean.map((part) => part * scale), slowest: this.meanOfTop(weight * SLOWEST_SHARE) };
  }

  /** Of the slowest requests up to that weight, the last bin in part. */
  private meanOfTop(weight: number): Float64Array {
    const mean = new Float64Array(this.sums.find((sums) => sums !== undefined)?.length ?? 0);
    let left = weight;
    for (let bin = BINS - 1; bin >= 0 && left > 0; bin--) {
      const there = this.weights[bin]!;
      if (there === 0) continue;
      const taken = Math.min(left, there);
      this.sums[bin]!.forEach((sum, part) => (mean[part]! += ((sum / there) * taken) / weight));
      left -= taken;
    }
    return mean;
  }
}
