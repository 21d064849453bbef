// Every distribution of service times, held to its mean, its variance and its percentiles.
import { describe, it } from 'vitest';
import type { Distribution } from '../../src/model/distribution.ts';
import { expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import { mg1, quantileOfTail } from './theory.ts';

interface Case {
  readonly distribution: Distribution;
  readonly meanMs: number;
  readonly scv: number;
  /** P(S > t), t in ms; none where a percentile lies on a jump. */
  readonly tail: ((t: number) => number) | null;
}

/** Of a gamma with two phases of mean 3 ms. */
const twoPhases = (t: number): number => (1 + t / 3) * Math.exp(-t / 3);
/** The two chances and means of balanced hyperexponential phases: p/μ is the same for both. */
const p = (1 + Math.sqrt(3 / 5)) / 2;

/** Each with a mean of 6 ms; moments and tails by hand from the definitions in the textbooks. */
const cases: readonly Case[] = [
  { distribution: { distribution: 'deterministic', meanMs: 6 }, meanMs: 6, scv: 0, tail: null },
  {
    distribution: { distribution: 'exponential', meanMs: 6 },
    meanMs: 6,
    scv: 1,
    tail: (t) => Math.exp(-t / 6),
  },
  { distribution: { distribution: 'erlang', meanMs: 6, phases: 2 }, meanMs: 6, scv: 1 / 2, tail: twoPhases },
  { distribution: { distribution: 'gamma', meanMs: 6, scv: 0.5 }, meanMs: 6, scv: 0.5, tail: twoPhases },
  {
    distribution: { distribution: 'gamma', meanMs: 6, scv: 2 },
    meanMs: 6,
    scv: 2,
    // Half a square of a normal, times 12: a chi-square of one degree of freedom.
    tail: (t) => complementaryError(Math.sqrt(t / 12)),
  },
  {
    distribution: { distribution: 'hyperexponential', meanMs: 6, scv: 4 },
    meanMs: 6,
    scv: 4,
    tail: (t) => p * Math.exp((-2 * p * t) / 6) + (1 - p) * Math.exp((-2 * (1 - p) * t) / 6),
  },
  {
    distribution: { distribution: 'lognormal', meanMs: 6, scv: 1.5 },
    meanMs: 6,
    scv: 1.5,
    tail: (t) => complementaryError((Math.log(t / 6) + Math.log(2.5) / 2) / Math.sqrt(2 * Math.log(2.5))) / 2,
  },
  {
    distribution: { distribution: 'uniform', minMs: 2, maxMs: 10 },
    meanMs: 6,
    scv: 64 / 12 / 36,
    tail: (t) => Math.min(1, (10 - t) / 8),
  },
  {
    // Shape 6: the variance of the square is finite too, else the measured wait would not settle.
    distribution: { distribution: 'pareto', minMs: 5, shape: 6 },
    meanMs: 6,
    scv: 1 / 24,
    tail: (t) => Math.min(1, (5 / t) ** 6),
  },
  {
    distribution: { distribution: 'weibull', meanMs: 6, shape: 0.5 },
    meanMs: 6,
    scv: 5,
    tail: (t) => Math.exp(-Math.sqrt(t / 3)),
  },
  {
    distribution: { distribution: 'weibull', meanMs: 6, shape: 2 },
    meanMs: 6,
    scv: 4 / Math.PI - 1,
    tail: (t) => Math.exp(-((t / 6) ** 2) * (Math.PI / 4)),
  },
  {
    distribution: { distribution: 'empirical', samplesMs: [1, 2, 2, 19] },
    meanMs: 6,
    scv: (1 + 4 + 4 + 361) / 4 / 36 - 1,
    tail: null,
  },
];

const named = cases.map((each) => [JSON.stringify(each.distribution), each] as const);

describe('M/G/1 (Pollaczek 1930, Khinchine 1932)', () => {
  it.each(named)('%s', async (_, { distribution, meanMs, scv }) => {
    const result = await measure({
      components: [service('a', 0, { service: distribution })],
      arrivals: [poisson('a', 100)],
    });
    const theory = mg1(0.1, meanMs, scv);
    const station = result.components['a'];
    expectAgreement({
      utilisation: [station?.utilisation, theory.utilisation],
      wait: [station?.waitMs.mean, theory.wait, 0.06],
      response: [station?.responseMs.mean, theory.response, 0.05],
      inSystem: [station?.inSystem, theory.inSystem, 0.05],
    });
  });
});

describe('M/G/∞: the response is the service time', () => {
  it.each(named.filter(([, { tail }]) => tail !== null))('%s', async (_, { distribution, meanMs, tail }) => {
    const result = await measure(
      { components: [service('a', 0, { service: distribution, capacity: UNLIMITED })], arrivals: [poisson('a', 1000)] },
      { durationS: 51, warmupS: 1 },
    );
    const quantile = (share: number): number => quantileOfTail(tail ?? Number, 1 - share);
    const { responseMs } = result.requests;
    // The number in work is Poisson of mean λS, whatever the distribution.
    expectAgreement({ mean: [responseMs.mean, meanMs], inSystem: [result.components['a']?.inSystem, meanMs] });
    expectAgreement(
      {
        p50: [responseMs.p50, quantile(0.5)],
        p90: [responseMs.p90, quantile(0.9), 0.04],
        p95: [responseMs.p95, quantile(0.95), 0.04],
        p99: [responseMs.p99, quantile(0.99), 0.05],
      },
      0.005,
    );
  });
});

/** erfc, by its series below 2 and its continued fraction above (Abramowitz & Stegun 7.1.5, 7.1.14). */
function complementaryError(x: number): number {
  if (x < 0) return 2 - complementaryError(-x);
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n++) {
      term *= -(x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
