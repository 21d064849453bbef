// What comparisons promise: hardly ever a false alarm, and narrower intervals where two runs share their chance.
import { expect, it } from 'vitest';
import { compareRuns, testPairs, type Run } from '../../src/analysis/compare-runs.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import type { Design } from '../../src/model/design.ts';
import { createInlineExecutor } from '../../worker/inline.ts';

const executor = createInlineExecutor();

const design = (meanMs: number): Design => ({
  spandrel: 1,
  name: 'Law',
  components: [
    { id: 'api', kind: 'service', service: { distribution: 'exponential', meanMs }, cost: { perMillionRequests: 1 } },
  ],
  scenarios: [
    { id: 'base', durationS: 6, warmupS: 1, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 50 }] },
  ],
});

async function run(meanMs: number, seed: number, replications = 4): Promise<Run> {
  const outcome = await simulate(design(meanMs), { seed, replications, each: true }, executor);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { result: outcome.result, each: outcome.each ?? null };
}

it('alarms in about 5 % of comparisons or less where nothing is different, in pairs or not', async () => {
  let alarms = 0;
  let pairedAlarms = 0;
  let a = await run(8, 0);
  for (let seed = 1; seed <= 200; seed++) {
    const b = await run(8, seed);
    alarms += Number(compareRuns(a, b, false).metrics.some(({ significant }) => significant));
    pairedAlarms += Number(compareRuns(a, b, true).metrics.some(({ significant }) => significant));
    a = b;
  }
  // At 5 % of 200 more than 17 would be seen once in some 40 times; the seeds are always the same.
  expect(alarms).toBeLessThanOrEqual(17);
  expect(pairedAlarms).toBeLessThanOrEqual(17);
});

it('finds a known difference, and more narrowly with common random numbers than with independent runs', async () => {
  const a = await run(8, 1, 60);
  const paired = compareRuns(a, await run(8.8, 1, 60), true);
  const independent = compareRuns(a, await run(8.8, 2, 60), false);
  const meanOf = ({ metrics }: typeof paired) => metrics.find(({ metric }) => metric === 'responseMs.mean')!;
  expect(paired.paired).toBe(true);
  expect(meanOf(paired).verdict).toBe('higher');
  // 1/(1/8.8 - 50/1000) - 1/(1/8 - 50/1000) by the theory of M/M/1.
  const known = 1 / (1 / 8.8 - 0.05) - 1 / (1 / 8 - 0.05);
  expect(Math.abs(meanOf(paired).difference.mean! - known)).toBeLessThan(3 * meanOf(paired).difference.ci95!);
  expect(meanOf(paired).difference.ci95!).toBeLessThan(0.6 * meanOf(independent).difference.ci95!);
});

it('is the very same between a run and itself, and knows nothing without an interval', async () => {
  const a = await run(8, 3);
  for (const { verdict, significant } of compareRuns(a, a, true).metrics)
    expect({ verdict, significant }).toEqual({ verdict: 'same', significant: false });
  const one = await run(8, 3, 1);
  const other = await run(12, 4, 1);
  for (const { significant } of compareRuns(one, other, false).metrics) expect(significant).toBe(false);
});

it('is the paired t test of the textbooks', () => {
  // Student's own data (Biometrika 6, 1908): hours of sleep gained with two drugs by the same ten patients.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const { difference, p } = testPairs(first, second);
  expect(difference.mean).toBeCloseTo(1.58, 9);
  expect(difference.mean! - difference.ci95!).toBeCloseTo(0.7001142, 6);
  expect(p).toBeCloseTo(0.00283289, 7);
});
