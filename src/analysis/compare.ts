// Two results side by side: for every figure the difference, and whether it is more than chance.
//
// Means are compared by Welch's t test (B. L. Welch, "The generalization of Student's problem when several different
// population variances are involved", Biometrika 34, 1947), whose standard errors are had back from the half-widths of
// the intervals; many figures at once by Holm's step-down correction (S. Holm, Scandinavian Journal of Statistics 6,
// 1979). Runs with the same seed share their chance, which the test does not count in its favour: it errs to the side
// of "may be chance".
import type { Result, Statistic } from '../simulation/result.ts';
import { chanceBeyond, studentT95 } from '../simulation/statistics/student.ts';

export type Verdict =
  /** More than chance, at 5 % over all figures together. */
  | 'different'
  /** Chance alone could make such a difference. */
  | 'within'
  /** With one replication nothing is known of chance. */
  | 'unknown';

export interface Comparison {
  /** `components.api.utilisation`. */
  readonly path: string;
  readonly a: Statistic;
  readonly b: Statistic;
  /** b − a; null where one of them was not measured. */
  readonly difference: number | null;
  /** Of a; null where a is 0. */
  readonly relative: number | null;
  readonly verdict: Verdict;
}

const LEVEL = 0.05;

/** Figures that both results have, in the order of the first. */
export function compareResults(a: Result, b: Result): Comparison[] {
  const others = statisticsOf(b);
  const pairs = [...statisticsOf(a)].flatMap(([path, statistic]) => {
    const other = others.get(path);
    return other === undefined ? [] : [{ path, a: statistic, b: other }];
  });
  const chances = pairs.map((pair) => chanceOf(pair.a, a.replications, pair.b, b.replications));
  const adjusted = holm(chances);
  return pairs.map((pair, at) => {
    const chance = adjusted[at] ?? null;
    const verdict = chance === null ? 'unknown' : chance < LEVEL ? 'different' : 'within';
    return { ...pair, ...differenceOf(pair.a.mean, pair.b.mean), verdict };
  });
}

function differenceOf(a: number | null, b: number | null): Pick<Comparison, 'difference' | 'relative'> {
  if (a === null || b === null) return { difference: null, relative: null };
  return { difference: b - a, relative: a === 0 ? null : (b - a) / a };
}

/** Every statistic of requests, arrivals, classes, components and connections by its path. */
function statisticsOf({ requests, arrivals, classes, components, connections }: Result): Map<string, Statistic> {
  const found = new Map<string, Statistic>();
  collect({ requests, arrivals, classes, components, connections }, '', found);
  return found;
}

function collect(value: unknown, path: string, found: Map<string, Statistic>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('mean' in value && 'ci95' in value) {
    found.set(path, value as Statistic);
    return;
  }
  for (const [key, inner] of Object.entries(value)) collect(inner, path === '' ? key : `${path}.${key}`, found);
}

/** The chance of such a difference or a larger one between means that are equal; null where it cannot be told. */
export function chanceOf(a: Statistic, replicationsA: number, b: Statistic, replicationsB: number): number | null {
  const [one, other] = [spreadOf(a, replicationsA), spreadOf(b, replicationsB)];
  if (a.mean === null || b.mean === null || one === null || other === null) return null;
  const variance = one + other;
  const difference = Math.abs(a.mean - b.mean);
  // What is not random at all agrees to the last digits.
  if (difference <= 1e-9 * Math.max(Math.abs(a.mean), Math.abs(b.mean))) return 1;
  if (variance === 0) return 0;
  const freedom = variance ** 2 / (one ** 2 / (replicationsA - 1) + other ** 2 / (replicationsB - 1));
  return chanceBeyond(difference / Math.sqrt(variance), freedom);
}

/** The square of the standard error of a mean. */
export function spreadOf({ ci95 }: Statistic, replications: number): number | null {
  return ci95 === null || replications < 2 ? null : (ci95 / studentT95(replications - 1)) ** 2;
}

/** Chances made larger, so that over all of them together no more than the level is found by chance alone. */
export function holm(chances: readonly (number | null)[]): (number | null)[] {
  const known = chances.flatMap((chance, place) => (chance === null ? [] : [{ chance, place }]));
  known.sort((a, b) => a.chance - b.chance);
  const adjusted: (number | null)[] = chances.map(() => null);
  let least = 0;
  known.forEach(({ chance, place }, rank) => {
    least = Math.max(least, Math.min(1, chance * (known.length - rank)));
    adjusted[place] = least;
  });
  return adjusted;
}
