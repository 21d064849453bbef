// Two runs side by side in the figures that decide: the difference with its interval, and whether it is more than chance.
//
// Runs that share their chance replication by replication are compared in pairs (Student's t of the differences), which
// takes out what both have in common; any others by Welch's test. Over all figures together Holm's correction holds the
// chance of a single false alarm at 5 %. What is not shown to differ is not called equal.
import type { Result, Statistic } from '../simulation/result.ts';
import { summarise } from '../simulation/statistics/statistic.ts';
import { chanceBeyond, studentT95 } from '../simulation/statistics/student.ts';
import { chanceOf, holm, spreadOf } from './compare.ts';

export interface Run {
  readonly result: Result;
  /** Each replication by itself, in their order; null where only the result is known. */
  readonly each: readonly Result[] | null;
}

export type RunVerdict =
  /** B has more, beyond chance. */
  | 'higher'
  /** B has less, beyond chance. */
  | 'lower'
  /** The very same values. */
  | 'same'
  /** Chance alone could make such a difference. */
  | 'not-shown'
  /** Nothing is known of chance: not measured, one replication only, or a figure without an interval. */
  | 'unknown';

export interface ComparedMetric {
  /** `responseMs.p95`, `utilisation`. */
  readonly metric: string;
  /** The component; not there for the requests and the cost. */
  readonly at?: string;
  readonly a: Statistic;
  readonly b: Statistic;
  /** b − a. */
  readonly difference: Statistic;
  /** The chance of such a difference or a larger one where there is none, by itself. */
  readonly p: number | null;
  /** The same with Holm's correction for all the figures. */
  readonly pAdjusted: number | null;
  readonly significant: boolean;
  readonly verdict: RunVerdict;
}

export interface RunComparison {
  readonly paired: boolean;
  readonly metrics: readonly ComparedMetric[];
}

export const LEVEL = 0.05;
/** Percentiles come from buckets: below this share a difference may be of the buckets, however often it is seen. */
const RESOLUTION = 0.01;

interface Metric {
  readonly metric: string;
  readonly at?: string;
  readonly of: (result: Result) => Statistic | undefined;
}

const exactly = (value: number | null): Statistic => ({ mean: value, ci95: null });

/** The figures of the requests and the cost, then those of every component that both have, in the order of the first. */
function metricsOf(a: Result, b: Result): Metric[] {
  const percentiles = (['mean', 'p50', 'p95', 'p99'] as const).map((name): Metric => ({
    metric: `responseMs.${name}`,
    of: ({ requests }) => requests.responseMs[name],
  }));
  const shared = Object.keys(a.components).filter((id) => Object.hasOwn(b.components, id));
  return [
    ...percentiles,
    { metric: 'throughputPerSecond', of: ({ requests }) => requests.throughputPerSecond },
    { metric: 'errorRate', of: ({ requests }) => requests.errorRate },
    { metric: 'cost.perHour', of: ({ cost }) => exactly(cost.perHour) },
    ...shared.flatMap((at): Metric[] => [
      { metric: 'utilisation', at, of: ({ components }) => components[at]?.utilisation },
      { metric: 'waitMs.mean', at, of: ({ components }) => components[at]?.waitMs.mean },
    ]),
  ];
}

/** `isShared`: the two runs had the same seed, so that their replications belong together one by one. */
export function compareRuns(a: Run, b: Run, isShared: boolean): RunComparison {
  const paired = isShared && a.each !== null && b.each !== null && a.each.length === b.each.length;
  const tested = metricsOf(a.result, b.result).map((metric) => {
    const [one, other] = [statisticIn(a, metric), statisticIn(b, metric)];
    const test = paired ? testPairs(valuesIn(a, metric), valuesIn(b, metric)) : testMeans(one, a, other, b);
    const isCoarse = /p\d+$/.test(metric.metric) && isWithin(one.mean, other.mean, RESOLUTION);
    return { metric, one, other, ...test, p: isCoarse && test.p !== null ? 1 : test.p };
  });
  const adjusted = holm(tested.map(({ p }) => p));
  const metrics = tested.map(({ metric: { metric, at }, one, other, difference, p }, place): ComparedMetric => {
    const pAdjusted = adjusted[place] ?? null;
    const significant = pAdjusted !== null && pAdjusted < LEVEL;
    const verdict = verdictOf(difference, pAdjusted, significant);
    return {
      metric,
      ...(at !== undefined && { at }),
      a: one,
      b: other,
      difference,
      p,
      pAdjusted,
      significant,
      verdict,
    };
  });
  return { paired, metrics };
}

function verdictOf({ mean, ci95 }: Statistic, chance: number | null, significant: boolean): RunVerdict {
  if (mean === 0 && (ci95 === 0 || ci95 === null)) return 'same';
  if (mean === null || chance === null) return 'unknown';
  if (!significant) return 'not-shown';
  return mean > 0 ? 'higher' : 'lower';
}

/** From the replications where they are known, since then a cost has an interval too. */
function statisticIn(run: Run, metric: Metric): Statistic {
  const whole = metric.of(run.result) ?? exactly(null);
  return whole.ci95 === null && run.each !== null ? summarise(valuesIn(run, metric)) : whole;
}

function valuesIn({ each }: Run, metric: Metric): (number | null)[] {
  return (each ?? []).map((result) => metric.of(result)?.mean ?? null);
}

interface Test {
  readonly difference: Statistic;
  readonly p: number | null;
}

/** Student's t of the differences; pairs of which one was not measured are left out. */
export function testPairs(a: readonly (number | null)[], b: readonly (number | null)[]): Test {
  const pairs = a.flatMap((one, at): (readonly [number, number])[] => {
    const other = b[at] ?? null;
    return one === null || other === null ? [] : [[one, other]];
  });
  const difference = summarise(pairs.map(([one, other]) => other - one));
  const { mean, ci95 } = difference;
  if (mean === null || ci95 === null) return { difference, p: null };
  const size = Math.max(...pairs.flat().map(Math.abs));
  if (Math.abs(mean) <= 1e-9 * size) return { difference, p: 1 };
  const error = ci95 / studentT95(pairs.length - 1);
  return { difference, p: error === 0 ? 0 : chanceBeyond(Math.abs(mean) / error, pairs.length - 1) };
}

/** Welch's test of two means. */
function testMeans(one: Statistic, a: Run, other: Statistic, b: Run): Test {
  if (one.mean === null || other.mean === null) return { difference: exactly(null), p: null };
  const mean = other.mean - one.mean;
  const [timesA, timesB] = [a.result.replications, b.result.replications];
  const [spreadA, spreadB] = [spreadOf(one, timesA), spreadOf(other, timesB)];
  if (spreadA === null || spreadB === null) return { difference: exactly(mean), p: null };
  const variance = spreadA + spreadB;
  const p = chanceOf(one, timesA, other, timesB);
  if (variance === 0) return { difference: { mean, ci95: 0 }, p };
  const freedom = variance ** 2 / (spreadA ** 2 / (timesA - 1) + spreadB ** 2 / (timesB - 1));
  return { difference: { mean, ci95: studentT95(freedom) * Math.sqrt(variance) }, p };
}

function isWithin(a: number | null, b: number | null, share: number): boolean {
  return a !== null && b !== null && Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
}
