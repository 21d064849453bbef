import { describe, expect, it } from 'vitest';
import { curveOf, densityAt, meanMsOf } from './density.ts';
import type { Distribution } from './distribution.ts';
import { logGamma } from './gamma.ts';

const VARYING: readonly Distribution[] = [
  { distribution: 'exponential', meanMs: 5 },
  { distribution: 'erlang', meanMs: 8, phases: 3 },
  { distribution: 'erlang', meanMs: 8, phases: 900 },
  { distribution: 'gamma', meanMs: 4, scv: 0.3 },
  { distribution: 'gamma', meanMs: 4, scv: 2.5 },
  { distribution: 'hyperexponential', meanMs: 3, scv: 6 },
  { distribution: 'lognormal', meanMs: 20, scv: 1.7 },
  { distribution: 'uniform', minMs: 2, maxMs: 9 },
  { distribution: 'pareto', minMs: 2, shape: 3.5 },
  { distribution: 'weibull', meanMs: 12, shape: 0.7 },
  { distribution: 'weibull', meanMs: 12, shape: 3 },
];

/** ∫ xⁿ f(x) dx over x > 0, on a grid even in ln x, which takes poles at 0 and long tails alike. */
function moment(distribution: Distribution, power: number): number {
  const steps = 200_000;
  const [from, to] = [-60, 25];
  const width = (to - from) / steps;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const x = Math.exp(from + (step + 0.5) * width);
    sum += densityAt(distribution, x) * x ** (power + 1) * width;
  }
  return sum;
}

describe('the density', () => {
  it.each(VARYING)('$distribution integrates to 1, and to its mean', (distribution) => {
    expect(moment(distribution, 0)).toBeCloseTo(1, 2);
    expect(moment(distribution, 1) / meanMsOf(distribution)).toBeCloseTo(1, 2);
  });

  it.each([
    [{ distribution: 'gamma', meanMs: 4, scv: 2.5 }, 2.5],
    [{ distribution: 'hyperexponential', meanMs: 3, scv: 6 }, 6],
    [{ distribution: 'lognormal', meanMs: 20, scv: 1.7 }, 1.7],
    [{ distribution: 'erlang', meanMs: 8, phases: 4 }, 0.25],
  ] as const)('%o is as variable as it says', (distribution, scv) => {
    expect(moment(distribution, 2) / meanMsOf(distribution) ** 2 - 1).toBeCloseTo(scv, 2);
  });
});

describe('the curve', () => {
  it.each(VARYING)('$distribution is drawn from its density, with the mean in sight', (distribution) => {
    const curve = curveOf(distribution);
    if (!curve) throw new Error('no curve');
    expect(curve.kind).toBe('density');
    expect(curve.endMs).toBeGreaterThan(curve.meanMs);
    const [ms, height] = curve.points[100]!;
    expect(height).toBe(densityAt(distribution, ms));
  });

  it('is one time where nothing varies', () => {
    const constants: Distribution[] = [
      { distribution: 'deterministic', meanMs: 7 },
      { distribution: 'gamma', meanMs: 7, scv: 0 },
      { distribution: 'uniform', minMs: 7, maxMs: 7 },
      { distribution: 'empirical', samplesMs: [7, 7] },
    ];
    for (const constant of constants) expect(curveOf(constant)).toMatchObject({ kind: 'constant', meanMs: 7 });
    expect(curveOf({ distribution: 'exponential', meanMs: 0 })).toMatchObject({ kind: 'constant', meanMs: 0 });
  });

  it('counts samples up to 1', () => {
    const curve = curveOf({ distribution: 'empirical', samplesMs: [4, 1, 3] });
    expect(curve).toMatchObject({ kind: 'cumulative', meanMs: 8 / 3 });
    expect(curve?.points).toContainEqual([3, 2 / 3]);
    expect(curve?.points.at(-1)?.[1]).toBe(1);
  });

  it('is none where the parameters give no times', () => {
    expect(curveOf({ distribution: 'pareto', minMs: 1, shape: 1 })).toBeNull();
    expect(curveOf({ distribution: 'weibull', meanMs: 5, shape: 0 })).toBeNull();
    expect(curveOf({ distribution: 'empirical', samplesMs: [] })).toBeNull();
  });
});

it('the gamma function is that of the whole numbers and of one half', () => {
  expect(Math.exp(logGamma(5))).toBeCloseTo(24, 9);
  expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
});
