import { describe, expect, it } from 'vitest';
import type { Distribution } from '../model/distribution.ts';
import { Random } from './random.ts';
import { logGamma } from '../model/gamma.ts';
import { sampleDistribution, sampleUniform } from './samplers.ts';

const COUNT = 400_000;

function sample(distribution: Distribution, scale = 1): Float64Array {
  const target = new Float64Array(COUNT);
  sampleDistribution(distribution, new Random(1, 0, distribution.distribution), scale).fill(target, 0, COUNT);
  return target;
}

/** The distance of the sample's mean from `mean`, in its own standard errors. */
function errorsOff(values: Float64Array, mean: number): number {
  const measured = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - measured) ** 2, 0) / values.length;
  return Math.abs(measured - mean) / Math.sqrt(variance / values.length);
}

const upTo = (limit: number) => (x: number) => (x <= limit ? 1 : 0);

// [distribution, mean, squared coefficient of variation, a point, and the share of all that lies up to it]
const cases: [Distribution, number, number, number, number][] = [
  [{ distribution: 'exponential', meanMs: 5 }, 5, 1, 5, 1 - Math.exp(-1)],
  [{ distribution: 'erlang', meanMs: 6, phases: 3 }, 6, 1 / 3, 6, 1 - Math.exp(-3) * (1 + 3 + 4.5)],
  [{ distribution: 'erlang', meanMs: 20, phases: 20 }, 20, 1 / 20, 20, erlangCdf(20, 20)],
  [{ distribution: 'gamma', meanMs: 4, scv: 2 }, 4, 2, 4, 0.682689492137086],
  [{ distribution: 'gamma', meanMs: 4, scv: 0.5 }, 4, 0.5, 4, 1 - Math.exp(-2) * 3],
  [{ distribution: 'hyperexponential', meanMs: 10, scv: 4 }, 10, 4, 10, hyperexponentialCdf(10, 10, 4)],
  // The median of a lognormal is its mean over √(1 + scv).
  [{ distribution: 'lognormal', meanMs: 8, scv: 1.5 }, 8, 1.5, 8 / Math.sqrt(2.5), 0.5],
  [{ distribution: 'uniform', minMs: 2, maxMs: 6 }, 4, 1 / 12, 3, 0.25],
  [{ distribution: 'pareto', minMs: 3, shape: 5 }, 3.75, 1 / 15, 6, 1 - 2 ** -5],
  [{ distribution: 'weibull', meanMs: 2, shape: 2 }, 2, 4 / Math.PI - 1, 2, 1 - Math.exp(-Math.PI / 4)],
  [{ distribution: 'weibull', meanMs: 6, shape: 0.5 }, 6, 5, 6, 1 - Math.exp(-Math.SQRT2)],
  [{ distribution: 'empirical', samplesMs: [1, 2, 2, 7] }, 3, 5.5 / 9, 2, 0.75],
];

function erlangCdf(phases: number, x: number): number {
  let term = Math.exp(-x);
  let sum = term;
  for (let k = 1; k < phases; k++) sum += term *= x / k;
  return 1 - sum;
}

function hyperexponentialCdf(x: number, mean: number, scv: number): number {
  const p = 0.5 * (1 + Math.sqrt((scv - 1) / (scv + 1)));
  return 1 - p * Math.exp((-2 * p * x) / mean) - (1 - p) * Math.exp((-2 * (1 - p) * x) / mean);
}

describe('samplers', () => {
  it.each(cases)('%j have their mean, variance and a known share', (distribution, mean, scv, point, share) => {
    const values = sample(distribution);
    expect(errorsOff(values, mean)).toBeLessThan(4);
    expect(
      errorsOff(
        values.map((x) => x * x),
        mean * mean * (1 + scv),
      ),
    ).toBeLessThan(4);
    expect(errorsOff(values.map(upTo(point)), share)).toBeLessThan(4);
  });

  it.each<Distribution>([
    { distribution: 'deterministic', meanMs: 7 },
    { distribution: 'gamma', meanMs: 7, scv: 0 },
    { distribution: 'lognormal', meanMs: 7, scv: 0 },
    { distribution: 'uniform', minMs: 7, maxMs: 7 },
  ])('%j is constant', (distribution) => {
    expect(new Set(sample(distribution))).toEqual(new Set([7]));
  });

  it.each<Distribution>([
    { distribution: 'exponential', meanMs: 0 },
    { distribution: 'erlang', meanMs: 0, phases: 2 },
    { distribution: 'gamma', meanMs: 0, scv: 3 },
    { distribution: 'hyperexponential', meanMs: 0, scv: 3 },
    { distribution: 'hyperexponential', meanMs: 0, scv: 1 },
    { distribution: 'lognormal', meanMs: 0, scv: 3 },
    { distribution: 'weibull', meanMs: 0, shape: 0.1 },
    { distribution: 'pareto', minMs: 0, shape: 2 },
  ])('%j takes no time', (distribution) => {
    expect(new Set(sample(distribution))).toEqual(new Set([0]));
  });

  it('scale every draw', () => {
    const distribution: Distribution = { distribution: 'weibull', meanMs: 6, shape: 0.5 };
    const plain = sample(distribution);
    const furthest = sample(distribution, 0.25).reduce(
      (most, x, i) => Math.max(most, Math.abs(x / plain[i]! - 0.25)),
      0,
    );
    expect(furthest).toBeLessThan(1e-12);
  });

  it('draw uniforms on (0, 1)', () => {
    const target = new Float64Array(COUNT);
    sampleUniform(new Random(1, 0, 'uniform')).fill(target, 0, COUNT);
    expect(errorsOff(target, 0.5)).toBeLessThan(4);
    expect(target.every((x) => x > 0 && x < 1)).toBe(true);
  });
});

describe('logGamma', () => {
  it('gives factorials and Γ(1/2) = √π', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
  });
});
