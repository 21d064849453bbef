// A sampler for each distribution of the design file, exact in each case: it fills a stretch of an array with draws in ms.
import { logGamma } from '../model/gamma.ts';
import type { Distribution } from '../model/distribution.ts';
import type { Random } from './random.ts';

/** Whatever can fill a tape: draws of a distribution, uniforms, the times of arrivals. */
export interface Source {
  fill(target: Float64Array, from: number, to: number): void;
}

/** Above so many phases one gamma draw is cheaper than adding exponentials. */
const MOST_ADDED_PHASES = 8;

/** Draws of the distribution, each times `scale`. */
export function sampleDistribution(distribution: Distribution, random: Random, scale = 1): Source {
  switch (distribution.distribution) {
    case 'deterministic':
      return constant(distribution.meanMs * scale);
    case 'exponential':
      return exponential(random, distribution.meanMs * scale);
    case 'erlang':
      return erlang(random, distribution.meanMs * scale, distribution.phases);
    case 'gamma':
      return gamma(random, distribution.meanMs * scale, distribution.scv);
    case 'hyperexponential':
      return hyperexponential(random, distribution.meanMs * scale, distribution.scv);
    case 'lognormal':
      return lognormal(random, distribution.meanMs * scale, distribution.scv);
    case 'uniform': {
      const low = distribution.minMs * scale;
      const width = distribution.maxMs * scale - low;
      return each(() => low + width * random.uniform());
    }
    case 'pareto':
      // The logarithm of a Pareto over its minimum is exponential.
      return each(() => distribution.minMs * scale * Math.exp(random.exponential() / distribution.shape));
    case 'weibull':
      return weibull(random, distribution.meanMs * scale, distribution.shape);
    case 'empirical': {
      const samples = Float64Array.from(distribution.samplesMs, (sample) => sample * scale);
      return each(() => samples[Math.floor(random.uniform() * samples.length)]!);
    }
  }
}

/** Each draw of the source, and `by` on top. */
export function shifted(source: Source, by: number): Source {
  if (by === 0) return source;
  return {
    fill(target, from, to) {
      source.fill(target, from, to);
      for (let i = from; i < to; i++) target[i]! += by;
    },
  };
}

/** Uniforms on (0, 1). */
export function sampleUniform(random: Random): Source {
  return each(() => random.uniform());
}

function each(draw: () => number): Source {
  return {
    fill(target, from, to) {
      for (let i = from; i < to; i++) target[i] = draw();
    },
  };
}

function constant(value: number): Source {
  return {
    fill(target, from, to) {
      target.fill(value, from, to);
    },
  };
}

export function exponential(random: Random, mean: number): Source {
  return {
    fill(target, from, to) {
      random.fillExponential(target, from, to, mean);
    },
  };
}

function erlang(random: Random, mean: number, phases: number): Source {
  if (phases > MOST_ADDED_PHASES) return gamma(random, mean, 1 / phases);
  const phaseMean = mean / phases;
  return each(() => {
    let sum = 0;
    for (let phase = 0; phase < phases; phase++) sum += random.exponential();
    return sum * phaseMean;
  });
}

function gamma(random: Random, mean: number, scv: number): Source {
  if (scv === 0) return constant(mean);
  const shape = 1 / scv;
  const scale = mean * scv;
  if (shape >= 1) return each(() => scale * gammaAboveOne(random, shape));
  // Boost: a gamma of shape k is one of shape k + 1 times U^(1/k).
  return each(() => scale * gammaAboveOne(random, shape + 1) * Math.exp(-random.exponential() / shape));
}

/** Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; shape at least 1, scale 1. */
export function gammaAboveOne(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Two phases with balanced means: each phase carries half of the mean. */
function hyperexponential(random: Random, mean: number, scv: number): Source {
  const first = 0.5 * (1 + Math.sqrt((scv - 1) / (scv + 1)));
  const firstMean = mean / (2 * first);
  const secondMean = mean / (2 * (1 - first));
  return each(() => (random.uniform() < first ? firstMean : secondMean) * random.exponential());
}

function lognormal(random: Random, mean: number, scv: number): Source {
  const variance = Math.log1p(scv);
  const sigma = Math.sqrt(variance);
  return each(() => mean * Math.exp(sigma * random.normal() - 0.5 * variance));
}

function weibull(random: Random, mean: number, shape: number): Source {
  // mean = scale Γ(1 + 1/shape); in logarithms, since Γ overflows for a small shape.
  const logScale = Math.log(mean) - logGamma(1 + 1 / shape);
  return each(() => Math.exp(logScale + Math.log(random.exponential()) / shape));
}
