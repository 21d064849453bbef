// Arrivals at given times, once: those of a recorded load.
import type { Source } from '../samplers.ts';

/** The times of the arrivals in ms, in whatever order they are given; none after the last. */
export function traceArrivals(timesMs: readonly number[]): Source {
  const sorted = Float64Array.from(timesMs).sort();
  let next = 0;
  return {
    fill(target, from, to) {
      for (let i = from; i < to; i++) target[i] = next < sorted.length ? sorted[next++]! : Infinity;
    },
  };
}
