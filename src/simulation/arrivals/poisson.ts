// Poisson arrivals: the gaps are independent exponentials.
import type { Random } from '../random.ts';
import type { Source } from '../samplers.ts';

/** The times of the arrivals in ms, without end; a rate of 0 has none. */
export function poissonArrivals(random: Random, ratePerSecond: number): Source {
  const meanGapMs = 1000 / ratePerSecond;
  let lastMs = 0;
  return {
    fill(target, from, to) {
      random.fillExponential(target, from, to, meanGapMs);
      for (let i = from; i < to; i++) {
        lastMs += target[i]!;
        target[i] = lastMs;
      }
    },
  };
}
