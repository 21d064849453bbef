import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

/** The Kolmogorov-Smirnov statistic times √n; above 1.95 once in a thousand honest samples. */
function distance(samples: readonly number[], cdf: (x: number) => number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const largest = sorted.reduce((most, x, i) => {
    const p = cdf(x);
    return Math.max(most, p - i / sorted.length, (i + 1) / sorted.length - p);
  }, 0);
  return largest * Math.sqrt(sorted.length);
}

describe('a random stream', () => {
  it('is xoshiro128++: the state of its authors goes on as in their reference implementation', () => {
    const random = new Random(1, 0, 'any');
    (random as unknown as { state: Int32Array }).state.set([1, 2, 3, 4]);
    // Computed from the definition with unbounded integers.
    expect(draws(5, () => random.bits() >>> 0)).toEqual(reference([1n, 2n, 3n, 4n], 5));
  });

  it('repeats for the same key and differs for another key, seed or replication', () => {
    const first = (seed: number, replication: number, key: string) => new Random(seed, replication, key).bits();
    const streams = [first(1, 0, 'a'), first(1, 0, 'b'), first(1, 1, 'a'), first(2, 0, 'a'), first(11, 0, 'a')];
    expect(new Set(streams).size).toBe(streams.length);
    expect(first(1, 0, 'a')).toBe(streams[0]);
  });

  it('gives uniforms, exponentials and normals of their distributions', () => {
    const random = new Random(7, 0, 'distributions');
    const uniform = draws(100_000, () => random.uniform());
    const exponential = draws(100_000, () => random.exponential());
    const normal = draws(100_000, () => random.normal());
    expect(distance(uniform, (x) => x)).toBeLessThan(1.95);
    expect(distance(exponential, (x) => -Math.expm1(-x))).toBeLessThan(1.95);
    expect(distance(normal, normalCdf)).toBeLessThan(1.95);
  });

  it('fills exponentials of the same distribution, tail included', () => {
    const target = new Float64Array(1_000_000);
    new Random(3, 0, 'fill').fillExponential(target, 0, target.length, 2);
    expect(distance([...target], (x) => -Math.expm1(-x / 2))).toBeLessThan(1.95);
    // Beyond the last layer of the ziggurat, at 7.697 means, lie some 454 of a million.
    const beyond = target.filter((x) => x > 2 * 7.69711747013104972).length;
    expect(Math.abs(beyond - 1_000_000 * Math.exp(-7.69711747013104972))).toBeLessThan(4 * Math.sqrt(454));
  });

  it('has streams that do not know each other', () => {
    const [one, other] = ['a', 'b'].map((key) => new Random(5, 0, key));
    const pairs = draws(100_000, () => (one!.uniform() - 0.5) * (other!.uniform() - 0.5));
    const correlation = (12 * pairs.reduce((sum, x) => sum + x, 0)) / pairs.length;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(pairs.length));
  });
});

function reference(state: bigint[], count: number): number[] {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  return draws(count, () => {
    const result = (rotate((state[0]! + state[3]!) & mask, 7n) + state[0]!) & mask;
    const shifted = (state[1]! << 9n) & mask;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = rotate(state[3]!, 11n);
    return Number(result);
  });
}

/** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
function normalCdf(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592].reduce((sum, c) => (sum + c) * t, 0);
  const erf = 1 - poly * Math.exp((-x * x) / 2);
  return 0.5 * (1 + Math.sign(x) * erf);
}
