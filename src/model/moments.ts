// Mean and squared coefficient of variation of each distribution: the two moments that queueing theory asks for.
import type { Distribution } from './distribution.ts';

export interface Moments {
  readonly meanMs: number;
  /** Variance over the squared mean; infinite for a Pareto of shape 2 or less, 0 where the mean is 0. */
  readonly scv: number;
}

/** The moments of a time in ms, from the textbook form of each distribution. */
export function momentsOf(distribution: Distribution): Moments {
  switch (distribution.distribution) {
    case 'deterministic':
      return { meanMs: distribution.meanMs, scv: 0 };
    case 'exponential':
      return moments(distribution.meanMs, 1);
    case 'erlang':
      return moments(distribution.meanMs, 1 / distribution.phases);
    case 'gamma':
    case 'hyperexponential':
    case 'lognormal':
      return moments(distribution.meanMs, distribution.scv);
    case 'uniform': {
      const meanMs = (distribution.minMs + distribution.maxMs) / 2;
      return moments(meanMs, (distribution.maxMs - distribution.minMs) ** 2 / 12 / meanMs ** 2);
    }
    case 'pareto': {
      const { minMs, shape } = distribution;
      return moments((shape * minMs) / (shape - 1), shape > 2 ? 1 / (shape * (shape - 2)) : Infinity);
    }
    case 'weibull': {
      const once = gamma(1 + 1 / distribution.shape);
      return moments(distribution.meanMs, gamma(1 + 2 / distribution.shape) / once ** 2 - 1);
    }
    case 'empirical':
      return momentsOfSamples(distribution.samplesMs);
  }
}

function moments(meanMs: number, scv: number): Moments {
  return { meanMs, scv: meanMs === 0 ? 0 : scv };
}

function momentsOfSamples(samples: readonly number[]): Moments {
  const meanMs = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const variance = samples.reduce((sum, value) => sum + (value - meanMs) ** 2, 0) / samples.length;
  return moments(meanMs, variance / meanMs ** 2);
}

/** Γ(x) for x > 0. */
export function gamma(x: number): number {
  return Math.exp(logGamma(x));
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0 (Lanczos 1964, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const series = LANCZOS.reduce((sum, weight, index) => (index === 0 ? weight : sum + weight / (x + index - 1)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
