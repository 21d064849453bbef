import { describe, expect, it } from 'vitest';
import type { Result, Statistic } from '../simulation/result.ts';
import { summarise } from '../simulation/statistics/statistic.ts';
import { chanceOf, compareResults, holm } from './compare.ts';

function result(figures: Readonly<Record<string, Statistic>>, replications = 5): Result {
  return {
    replications,
    requests: figures,
    arrivals: [],
    classes: {},
    components: {},
    connections: {},
  } as unknown as Result;
}

describe("Welch's test", () => {
  it('gives the chances of a worked example, from means and intervals alone', () => {
    // The second example of the article "Welch's t-test" in Wikipedia, whose samples of 10 and 20 give p = 0.036.
    const a = [19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0];
    const b = [
      28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18.0, 23.9, 21.6, 24.3, 20.4, 24.0,
      13.2,
    ];
    expect(chanceOf(summarise(a), a.length, summarise(b), b.length)).toBeCloseTo(0.0358, 3);
  });

  it('knows nothing with one replication, and everything where there is no chance', () => {
    expect(chanceOf({ mean: 1, ci95: null }, 1, { mean: 2, ci95: 0.1 }, 5)).toBeNull();
    expect(chanceOf({ mean: 1, ci95: 0 }, 5, { mean: 2, ci95: 0 }, 5)).toBe(0);
    expect(chanceOf({ mean: 1, ci95: 0 }, 5, { mean: 1, ci95: 0 }, 5)).toBe(1);
  });
});

it("Holm's correction multiplies the smallest chance by all, the next by one less, and never lets them fall", () => {
  expect(holm([0.01, null, 0.04, 0.03])).toEqual([0.03, null, 0.06, 0.06]);
});

it('figures that both have are told with their difference and a verdict', () => {
  const a = result({ x: { mean: 10, ci95: 0.1 }, y: { mean: 10, ci95: 5 }, z: { mean: 0, ci95: null } });
  const b = result({ x: { mean: 12, ci95: 0.1 }, y: { mean: 11, ci95: 5 }, z: { mean: 1, ci95: null } });
  expect(
    compareResults(a, b).map(({ path, difference, relative, verdict }) => [path, difference, relative, verdict]),
  ).toEqual([
    ['requests.x', 2, 0.2, 'different'],
    ['requests.y', 1, 0.1, 'within'],
    ['requests.z', 1, null, 'unknown'],
  ]);
});
