// Random designs with everything switched on: in the end nothing may be left anywhere, and the order of the file is nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Component, Design } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { END_S, everythingDesign, REQUESTS } from './everything-design.ts';
import { run } from './measure.ts';

const count = (rate: Statistic | undefined): number => Math.round((rate?.mean ?? NaN) * END_S);

/** Stations of which Little's law could be asked: those that lost nothing. */
let littleHeld = 0;

/** What was counted does not add up, by name. */
function discrepancies(design: Design, result: Result): string[] {
  const wrong: string[] = [];
  const hold = (what: string, isRight: boolean): void => {
    if (!isRight) wrong.push(what);
  };
  const { offeredPerSecond, throughputPerSecond, errorRate } = result.requests;
  const offered = count(offeredPerSecond);
  hold(`offered ${offered}`, offered === REQUESTS);
  const failed = ((errorRate.mean ?? NaN) * count(throughputPerSecond)) / (1 - (errorRate.mean ?? NaN));
  if (errorRate.mean !== 1) hold('ended', Math.abs(count(throughputPerSecond) + failed - REQUESTS) < 1e-6);
  /** Little (1961), exactly: the run begins and ends empty, so what was in the station is what was spent in it. */
  const holdLittle = (id: string, figures: Result['components'][string]): void => {
    const lost = count(figures.rejectedPerSecond) + count(figures.failedPerSecond);
    if (lost > 0 || count(figures.throughputPerSecond) === 0) return;
    littleHeld += 1;
    const spent = (figures.throughputPerSecond.mean ?? NaN) * ((figures.responseMs.mean.mean ?? NaN) / 1000);
    const inside = figures.inSystem.mean ?? NaN;
    hold(`${id}: ${inside} inside, ${spent} spent`, Math.abs(inside - spent) <= 1e-9 * Math.max(1, spent));
  };
  for (const { id, threading } of design.components) {
    const figures = result.components[id]!;
    hold(`${id}: busy ${figures.utilisation.mean}`, (figures.utilisation.mean ?? 0) <= 1 + 1e-9);
    for (const key of ['waiting', 'inSystem', 'blocked', 'utilisation', 'replicas'] as const) {
      hold(`${id}: ${key} ${figures[key].mean}`, (figures[key].mean ?? 0) >= -1e-9);
    }
    if (id === 'jobs' || id === 'dead') continue;
    holdLittle(id, figures);
    const ends = count(figures.throughputPerSecond) + count(figures.rejectedPerSecond) + count(figures.failedPerSecond);
    const arrived = count(figures.arrivalsPerSecond);
    // One that holds its slot while its calls are out has done its work, and may be lost all the same.
    hold(`${id}: ${arrived} arrived, ${ends} ended`, threading === 'blocking' ? ends >= arrived : ends === arrived);
  }
  const breakdown = Object.values(result.components).flatMap(({ breakdownMs }) => Object.values(breakdownMs ?? {}));
  const sum = breakdown.reduce((total, part) => total + (part.mean ?? 0), 0);
  const mean = result.requests.responseMs.mean.mean;
  if (mean !== null) hold(`breakdown ${sum} of ${mean}`, Math.abs(sum - mean) <= 1e-6 * Math.max(1, mean));
  return wrong;
}

function figuresOf({ requests, arrivals, classes, components, connections, rollouts }: Result): object {
  return { requests, arrivals, classes, components, connections, rollouts };
}

it(
  'nothing is lost or answered twice, and in the end nobody waits and no slot is held',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(everythingDesign, async (design) => {
        const result = await run(design);
        expect(discrepancies(design, result)).toEqual([]);
        expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
        const [scenario] = design.scenarios!;
        const afterwards = await run({ ...design, scenarios: [{ ...scenario!, warmupS: END_S - 1 }] });
        for (const [id, figures] of Object.entries(afterwards.components)) {
          expect({ id, ...figures }).toMatchObject({
            waiting: { mean: 0 },
            inSystem: { mean: 0 },
            blocked: { mean: 0 },
          });
          expect(figures.utilisation.mean).toBe(0);
        }
      }),
      { numRuns: Number(process.env['EVERYTHING_RUNS'] ?? 500), seed: 20260102 },
    );
    expect(littleHeld).toBeGreaterThan(Number(process.env['EVERYTHING_RUNS'] ?? 500));
  },
);

it('no figure depends on the order of the components, or on one more that is not connected', async () => {
  await fc.assert(
    fc.asyncProperty(everythingDesign, fc.constantFrom('aa', 'jz', 'zz'), async (design, id) => {
      const scaled = { metric: 'utilisation' as const, periodS: 0.1, max: 3 };
      const other: Component = { id, kind: 'service', autoscale: scaled };
      const expected = figuresOf(await run(design));
      const turned = await run({ ...design, components: [other, ...design.components].reverse() });
      const { [id]: _, ...components } = turned.components;
      expect(figuresOf({ ...turned, components })).toEqual(expected);
    }),
    { numRuns: 60, seed: 20260103 },
  );
});
