// The saturation curve of stations whose curve is known.
import { describe, expect, it } from 'vitest';
import type { Arrival, Design } from '../model/design.ts';
import { designWithLoad, withLoad } from './load/scale.ts';
import { kneeOf, loadsToSimulate, type LoadPoint, type SaturationCurve, saturationCurve } from './saturation.ts';

function curveOf(arrival: Arrival, concurrency = 1): SaturationCurve {
  const design: Design = {
    spandrel: 1,
    name: 'One',
    components: [
      {
        id: 's',
        kind: 'service',
        capacity: { concurrency, dispatch: 'shared-queue' },
        service: { distribution: 'exponential', meanMs: 10 },
      },
    ],
    scenarios: [{ id: 'base', durationS: 100, arrivals: [arrival] }],
  };
  return saturationCurve(design, design.scenarios![0]!);
}

describe('an M/M/1 station at half of its limit', () => {
  const { points, limit, component, knee } = curveOf({ at: 's', process: 'poisson', ratePerSecond: 50 });

  it('saturates at twice the load', () => {
    expect(limit! / 2).toBeCloseTo(1, 2);
    expect(component).toBe('s');
  });

  it('follows S / (1 - rho) at every load', () => {
    for (const { factor, meanMs, throughputPerSecond } of points) {
      expect(meanMs! / (10 / (1 - factor / 2))).toBeCloseTo(1, 6);
      expect(throughputPerSecond).toBeCloseTo(50 * factor, 6);
    }
  });

  it("has its knee where power, rho (1 - rho), is largest: half busy (Kleinrock's rule of thumb)", () => {
    const best = Math.min(...points.map(({ factor }) => Math.abs(factor - 1)));
    expect(Math.abs(knee!.factor - 1)).toBe(best);
    expect(best).toBeLessThan(0.05);
  });

  it('is to be simulated from little load to somewhat beyond the limit', () => {
    const loads = loadsToSimulate({ points, limit, component, knee });
    expect(loads).toHaveLength(10);
    expect(loads).toEqual([...loads].sort((a, b) => a - b));
    expect(loads.at(-1)! / limit!).toBeCloseTo(1.1, 2);
  });
});

it('users that wait for their answers have a knee and no limit: the throughput stays below that of the station', () => {
  const { limit, points, knee } = curveOf({ at: 's', process: 'closed', users: 4, thinkMs: 90 });
  expect(limit).toBeNull();
  // N* = (D + Z) / D = 10 users is where the asymptotes cross; power bends near there.
  expect(4 * knee!.factor).toBeGreaterThan(5);
  expect(4 * knee!.factor).toBeLessThan(15);
  for (const { throughputPerSecond } of points) expect(throughputPerSecond!).toBeLessThanOrEqual(100 + 1e-6);
});

it('what is largest at an end is no knee', () => {
  const point = (factor: number, meanMs: number): LoadPoint => ({
    factor,
    offeredPerSecond: factor,
    throughputPerSecond: factor,
    meanMs,
    p95Ms: meanMs,
  });
  expect(kneeOf([point(1, 10), point(2, 10), point(3, 10)])).toBeNull();
  expect(kneeOf([point(1, 10), point(2, 12), point(3, 100)])?.factor).toBe(2);
});

it('twice the load is twice of every process, and the other scenarios stay', () => {
  const at = 's';
  const arrivals: Arrival[] = [
    { at, process: 'poisson', ratePerSecond: 3 },
    { at, process: 'deterministic', ratePerSecond: 4 },
    { at, process: 'mmpp', states: [{ ratePerSecond: 5, meanS: 7 }] },
    { at, process: 'profile', points: [[10, 6]] },
    { at, process: 'trace', timesMs: [10, 30] },
    { at, process: 'closed', users: 3, thinkMs: 5 },
  ];
  const scenario = { id: 'base', durationS: 10, arrivals };
  const twice: Arrival[] = [
    { at, process: 'poisson', ratePerSecond: 6 },
    { at, process: 'deterministic', ratePerSecond: 8 },
    { at, process: 'mmpp', states: [{ ratePerSecond: 10, meanS: 7 }] },
    { at, process: 'profile', points: [[10, 12]] },
    { at, process: 'trace', timesMs: [5, 15] },
    { at, process: 'closed', users: 6, thinkMs: 5 },
  ];
  expect(withLoad(scenario, 2).arrivals).toEqual(twice);
  const other = { ...scenario, id: 'other' };
  const design: Design = { spandrel: 1, name: 'D', components: [], scenarios: [scenario, other] };
  const [changed, same] = designWithLoad(design, 'base', 2).scenarios!;
  expect(changed!.arrivals).toEqual(twice);
  expect(same).toBe(other);
});
