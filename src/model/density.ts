// How a distribution of times looks: its mean, its density in closed form, and the curve that a small plot draws. The
// parameters mean what the engine's samplers take them for (src/simulation/samplers.ts).
import type { Distribution } from './distribution.ts';
import { logGamma } from './gamma.ts';

/** The mean in ms. */
export function meanMsOf(distribution: Distribution): number {
  switch (distribution.distribution) {
    case 'uniform':
      return (distribution.minMs + distribution.maxMs) / 2;
    case 'pareto':
      return (distribution.minMs * distribution.shape) / (distribution.shape - 1);
    case 'empirical':
      return distribution.samplesMs.reduce((sum, sample) => sum + sample, 0) / distribution.samplesMs.length;
    default:
      return distribution.meanMs;
  }
}

/** The one value that always comes; null where times vary. */
function constantOf(distribution: Distribution): number | null {
  switch (distribution.distribution) {
    case 'deterministic':
      return distribution.meanMs;
    case 'uniform':
      return distribution.maxMs > distribution.minMs ? null : distribution.minMs;
    case 'pareto':
      return distribution.minMs === 0 ? 0 : null;
    case 'gamma':
    case 'lognormal':
      return distribution.scv === 0 || distribution.meanMs === 0 ? distribution.meanMs : null;
    case 'empirical':
      return distribution.samplesMs.every((sample) => sample === distribution.samplesMs[0])
        ? (distribution.samplesMs[0] ?? 0)
        : null;
    default:
      return distribution.meanMs === 0 ? 0 : null;
  }
}

function gammaDensity(x: number, shape: number, scale: number): number {
  return Math.exp((shape - 1) * Math.log(x / scale) - x / scale - logGamma(shape)) / scale;
}

/** The phases of the hyperexponential with balanced means: the chance of the first, and the rate of each. */
function phasesOf(meanMs: number, scv: number): { readonly first: number; readonly rates: readonly [number, number] } {
  const first = 0.5 * (1 + Math.sqrt((scv - 1) / (scv + 1)));
  return { first, rates: [(2 * first) / meanMs, (2 * (1 - first)) / meanMs] };
}

function weibullScale(meanMs: number, shape: number): number {
  return meanMs * Math.exp(-logGamma(1 + 1 / shape));
}

/** The density at a time above 0, per ms; 0 for what has none, a constant or measured samples. */
export function densityAt(distribution: Distribution, ms: number): number {
  if (ms <= 0 || constantOf(distribution) !== null) return 0;
  switch (distribution.distribution) {
    case 'deterministic':
    case 'empirical':
      return 0;
    case 'exponential':
      return Math.exp(-ms / distribution.meanMs) / distribution.meanMs;
    case 'erlang':
      return gammaDensity(ms, distribution.phases, distribution.meanMs / distribution.phases);
    case 'gamma':
      return gammaDensity(ms, 1 / distribution.scv, distribution.meanMs * distribution.scv);
    case 'hyperexponential': {
      const { first, rates } = phasesOf(distribution.meanMs, distribution.scv);
      return first * rates[0] * Math.exp(-rates[0] * ms) + (1 - first) * rates[1] * Math.exp(-rates[1] * ms);
    }
    case 'lognormal': {
      const variance = Math.log1p(distribution.scv);
      const away = Math.log(ms / distribution.meanMs) + variance / 2;
      return Math.exp(-(away * away) / (2 * variance)) / (ms * Math.sqrt(2 * Math.PI * variance));
    }
    case 'uniform': {
      const { minMs, maxMs } = distribution;
      return ms < minMs || ms > maxMs ? 0 : 1 / (maxMs - minMs);
    }
    case 'pareto': {
      const { minMs, shape } = distribution;
      return ms < minMs ? 0 : (shape / ms) * (minMs / ms) ** shape;
    }
    case 'weibull': {
      const { shape } = distribution;
      const scale = weibullScale(distribution.meanMs, shape);
      const ratio = ms / scale;
      return (shape / scale) * ratio ** (shape - 1) * Math.exp(-(ratio ** shape));
    }
  }
}

/** Where a plot ends: beyond about 98 of 100 times, and in sight of the mean. */
function endOf(distribution: Distribution): number {
  const mean = meanMsOf(distribution);
  const least = 1.25 * mean;
  switch (distribution.distribution) {
    case 'exponential':
      return 4 * mean;
    case 'erlang':
      return mean * (1 + 3 / Math.sqrt(distribution.phases));
    case 'gamma':
      return mean * (1 + 3 * Math.min(Math.sqrt(distribution.scv), 2));
    case 'hyperexponential':
      return mean * 4;
    case 'lognormal': {
      const variance = Math.log1p(distribution.scv);
      return Math.max(least, mean * Math.exp(2.05 * Math.sqrt(variance) - variance / 2));
    }
    case 'uniform':
      return distribution.maxMs + 0.1 * (distribution.maxMs - distribution.minMs);
    case 'pareto':
      return Math.max(least, distribution.minMs * 0.02 ** (-1 / distribution.shape));
    case 'weibull':
      return Math.max(
        least,
        weibullScale(distribution.meanMs, distribution.shape) *
          (-Math.log(0.02)) ** (1 / Math.max(distribution.shape, 0.5)),
      );
    case 'deterministic':
    case 'empirical':
      return 2 * mean;
  }
}

export interface DistributionCurve {
  /** The density; the share of samples up to each time; or all of it at one time. */
  readonly kind: 'density' | 'cumulative' | 'constant';
  /** Time in ms and height, from left to right; a constant has none. */
  readonly points: readonly (readonly [ms: number, height: number])[];
  readonly meanMs: number;
  /** The right end of the plot. */
  readonly endMs: number;
}

const STEPS = 160;

/** A density may rise without end towards 0: the plot shows so many times its height at the mean. */
const MOST_HEIGHT = 8;

function cumulative(samples: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...samples].sort((a, b) => a - b);
  const every = Math.max(1, Math.floor(sorted.length / STEPS));
  return sorted.flatMap((sample, at) =>
    at % every === 0 || at === sorted.length - 1
      ? [[sample, at / sorted.length] as const, [sample, (at + 1) / sorted.length] as const]
      : [],
  );
}

/** The curve of a distribution; null where its parameters give no times, as a mean of nothing or samples that are none. */
export function curveOf(distribution: Distribution): DistributionCurve | null {
  const meanMs = meanMsOf(distribution);
  if (!Number.isFinite(meanMs) || meanMs < 0) return null;
  const constant = constantOf(distribution);
  if (constant !== null)
    return { kind: 'constant', points: [], meanMs: constant, endMs: constant > 0 ? 2 * constant : 1 };
  if (distribution.distribution === 'empirical') {
    const points = cumulative(distribution.samplesMs);
    const endMs = 1.05 * (points.at(-1)?.[0] ?? 0);
    return { kind: 'cumulative', points: [[0, 0], ...points, [endMs, 1]], meanMs, endMs };
  }
  const endMs = endOf(distribution);
  const most = MOST_HEIGHT * Math.max(densityAt(distribution, meanMs), 0.2 / meanMs);
  const points = Array.from({ length: STEPS + 1 }, (_, at) => {
    const ms = (endMs * Math.max(at, 0.25)) / STEPS;
    return [ms, Math.min(densityAt(distribution, ms), most)] as const;
  });
  const isGood = endMs > 0 && points.every(([ms, height]) => Number.isFinite(ms) && Number.isFinite(height));
  return isGood ? { kind: 'density', points, meanMs, endMs } : null;
}
