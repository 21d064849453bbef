// Laws that hold in any network: conservation, Little's law and the utilisation law, asked of random designs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { Component, Design } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { DURATION_S, stableDesign } from '../fixtures/stable-design.ts';
import type { StableDesign } from '../fixtures/stable-design.ts';
import { run } from './measure.ts';

const CASES = { numRuns: 100, seed: 20260101 } as const;

/** Everything from the start on is measured, so a rate is a count over the duration. */
function count(rate: Statistic | undefined): number {
  const exact = (rate?.mean ?? NaN) * DURATION_S;
  expect(Math.abs(exact - Math.round(exact))).toBeLessThan(1e-6);
  return Math.round(exact);
}

/** How many have come and not ended: never fewer than none, and few where the network carries its load. */
type Left = (left: number, what: string) => void;

const few: Left = (left, what) => {
  expect(left, what).toBeGreaterThanOrEqual(0);
  expect(left, what).toBeLessThan(2000);
};

const some: Left = (left, what) => {
  expect(left, what).toBeGreaterThanOrEqual(0);
};

/** How many are in the component at the end. */
function leftIn(result: Result, id: string): number {
  const figures = result.components[id];
  return (
    count(figures?.arrivalsPerSecond) -
    count(figures?.throughputPerSecond) -
    count(figures?.failedPerSecond) -
    count(figures?.rejectedPerSecond)
  );
}

function brokersOf({ design }: StableDesign): ReadonlySet<string> {
  const isBroker = (kind: string): boolean => kindByKey(kind)?.behaviour.station === 'broker';
  return new Set(design.components.filter(({ kind }) => isBroker(kind)).map(({ id }) => id));
}

function expectConservation(stable: StableDesign, result: Result, expectLeft: Left): void {
  const { requests, components, connections } = result;
  const offered = count(requests.offeredPerSecond);
  const succeeded = count(requests.throughputPerSecond);
  const errorRate = requests.errorRate.mean ?? 0;
  // Where all have failed, their share does not tell how many they are.
  if (errorRate < 1) {
    const failed = Math.round((errorRate * succeeded) / (1 - errorRate));
    expectLeft(offered - succeeded - failed, 'requests in flight');
  }

  const brokers = brokersOf(stable);
  for (const id of Object.keys(components)) {
    if (!brokers.has(id)) expectLeft(leftIn(result, id), `in ${id}`);
  }
  for (const { id, mode } of stable.design.connections ?? []) {
    if (mode === 'async') continue;
    const { callsPerSecond, retriesPerSecond, outcomesPerSecond } = connections[id]!;
    const ended = Object.values(outcomesPerSecond).reduce((sum, rate) => sum + count(rate), 0);
    expectLeft(count(callsPerSecond) + count(retriesPerSecond) - ended, `tries over ${id}`);
  }
  for (const { id } of stable.design.components) {
    const incoming = (stable.design.connections ?? []).filter(({ to }) => to === id);
    const sent = incoming.reduce(
      (sum, link) => sum + count(connections[link.id]?.callsPerSecond) + count(connections[link.id]?.retriesPerSecond),
      id === 'c0' ? offered : 0,
    );
    expectLeft(sent - count(components[id]?.arrivalsPerSecond), `on the way to ${id}`);
  }
}

/** Little (1961): the time integral of the number in a station is the sum of the times in it. */
function expectLittle(result: Result, id: string): void {
  const figures = result.components[id]!;
  const responseS = (figures.responseMs.mean.mean ?? 0) / 1000;
  const failed = count(figures.failedPerSecond);
  const ended = count(figures.throughputPerSecond) + failed;
  // Those still inside have spent a part of their time; of the failed ones only the number is known, and that they
  // are like the others.
  const inside = 20 * responseS * leftIn(result, id);
  const unlike = 12 * responseS * Math.sqrt(failed);
  const difference = Math.abs((figures.inSystem.mean ?? NaN) * DURATION_S - ended * responseS);
  expect(difference, `Little at ${id}`).toBeLessThanOrEqual(inside + unlike + 1e-6);
}

/** Utilisation law (Denning & Buzen 1978): busy slots are throughput times mean work, but for those that are blocked. */
function expectUtilisationLaw(result: Result, id: string, slots: number, work: StableDesign['work'][string]): void {
  const figures = result.components[id]!;
  const ended = count(figures.throughputPerSecond) + count(figures.failedPerSecond);
  const workS = work.meanMs / 1000;
  const workedS = ((figures.utilisation.mean ?? NaN) * slots - (figures.blocked.mean ?? NaN)) * DURATION_S;
  const chance = 5 * workS * Math.sqrt(work.scv * ended);
  const inside = 20 * workS * leftIn(result, id);
  expect(Math.abs(workedS - ended * workS), `utilisation of ${id}`).toBeLessThanOrEqual(chance + inside + 1e-6);
}

function expectRanges(result: Result): void {
  for (const [id, figures] of Object.entries(result.components)) {
    expect(figures.utilisation.mean, id).toBeGreaterThanOrEqual(0);
    expect(figures.utilisation.mean, id).toBeLessThanOrEqual(1 + 1e-9);
    for (const figure of [figures.waiting, figures.inSystem, figures.blocked, figures.waitMs.mean]) {
      expect(figure.mean ?? 0, id).toBeGreaterThanOrEqual(0);
    }
  }
  const { p50, p90, p95, p99, max } = result.requests.responseMs;
  const percentiles = [p50, p90, p95, p99, max].map(({ mean }) => mean ?? 0);
  // Of a histogram, whose figures are right to 0.5 %; the longest is exact.
  percentiles.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(percentiles[i]! * 0.995));
  expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
}

describe('in random networks', () => {
  it('nothing is lost or answered twice, and the laws of Little and of utilisation hold', async () => {
    await fc.assert(
      fc.asyncProperty(stableDesign, async (stable) => {
        const result = await run(stable.design);
        expectRanges(result);
        expectConservation(stable, result, few);
        const brokers = brokersOf(stable);
        for (const { id, capacity } of stable.design.components) {
          if (brokers.has(id)) continue;
          expectLittle(result, id);
          expectUtilisationLaw(result, id, (capacity?.replicas ?? 1) * (capacity?.concurrency ?? 1), stable.work[id]!);
        }
      }),
      CASES,
    );
  });

  it('nothing is lost or answered twice where the load is too much, and threads run out', async () => {
    await fc.assert(
      fc.asyncProperty(stableDesign, async (stable) => {
        const result = await run(overload(stable.design));
        expectRanges(result);
        expectConservation(stable, result, some);
      }),
      { ...CASES, numRuns: 40 },
    );
  });

  it('no figure depends on the order of the components, or on one more that is not connected', async () => {
    await fc.assert(
      fc.asyncProperty(stableDesign, fc.constantFrom('aa', 'c1x', 'zz'), async ({ design }, id) => {
        const other: Component = { id, kind: 'service', service: { distribution: 'exponential', meanMs: 1 } };
        const { components, ...expected } = figures(await run(short(design)));
        const turned = await run(short({ ...design, components: [other, ...design.components].reverse() }));
        const { components: found, ...rest } = figures(turned);
        const { [id]: added, ...others } = found;
        expect(rest).toEqual(expected);
        expect(others).toEqual(components);
        expect(added?.arrivalsPerSecond.mean).toBe(0);
      }),
      { ...CASES, numRuns: 40 },
    );
  });
});

/** Six times the rate, and fewer threads than that needs; the same duration. */
function overload(design: Design): Design {
  const [scenario] = design.scenarios ?? [];
  if (scenario === undefined) throw new Error('A stable design has a scenario');
  return {
    ...design,
    components: design.components.map((component) => ({
      ...component,
      capacity: { ...component.capacity, concurrency: Math.min(3, component.capacity?.concurrency ?? 1) },
    })),
    scenarios: [{ ...scenario, arrivals: [{ at: 'c0', process: 'poisson', ratePerSecond: 600 }] }],
  };
}

/** Enough for every component to be used, in two replications. */
function short(design: Design): Design {
  const scenarios = design.scenarios?.map((scenario) => ({ ...scenario, durationS: 5, replications: 2 }));
  return { ...design, scenarios: scenarios ?? [] };
}

function figures({ requests, arrivals, components, connections, events }: Result) {
  return { requests, arrivals, components, connections, events };
}
