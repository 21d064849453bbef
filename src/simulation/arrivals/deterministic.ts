// Arrivals at equal distances, the first after one of them.
import type { Source } from '../samplers.ts';

/** The times of the arrivals in ms, each reckoned from the start, so that no rounding adds up. */
export function deterministicArrivals(ratePerSecond: number): Source {
  let count = 0;
  return {
    fill(target, from, to) {
      for (let i = from; i < to; i++) target[i] = (++count * 1000) / ratePerSecond;
    },
  };
}
