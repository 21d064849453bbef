// Arrivals as executors of k6: rates as whole numbers of requests in a unit of time, profiles as stages.
import type { Arrivals } from './plan.ts';

const MOST_STEPS = 120;
const EXPECTED_RESPONSE_S = 1;

/** The settings of the executor that sends these arrivals. */
export function executor(arrivals: Arrivals, durationS: number): object {
  switch (arrivals.process) {
    case 'poisson':
    case 'deterministic':
      return constant(arrivals.ratePerSecond, durationS);
    case 'mmpp':
      return constant(meanRate(arrivals.states), durationS);
    case 'profile':
      return ramping(arrivals.points, durationS);
    case 'trace':
      return ramping(stepsOf(arrivals.timesMs, durationS), durationS);
    case 'closed':
      return { executor: 'constant-vus', vus: arrivals.users, duration: seconds(durationS) };
  }
}

/** Of a process that goes through its states in turn. */
function meanRate(states: readonly { readonly ratePerSecond: number; readonly meanS: number }[]): number {
  const time = states.reduce((sum, { meanS }) => sum + meanS, 0);
  return states.reduce((sum, { ratePerSecond, meanS }) => sum + ratePerSecond * meanS, 0) / time;
}

function constant(rate: number, durationS: number): object {
  const unitS = timeUnitS([rate]);
  return {
    executor: 'constant-arrival-rate',
    rate: Math.max(1, Math.round(rate * unitS)),
    timeUnit: `${unitS}s`,
    duration: seconds(durationS),
    ...users(rate),
  };
}

function ramping(points: readonly (readonly [number, number])[], durationS: number): object {
  const rates = points.map(([, rate]) => rate);
  const unitS = timeUnitS(rates);
  const target = (rate: number): number => Math.round(rate * unitS);
  const first = points[0] ?? [0, 0];
  const pause =
    first[0] > 0
      ? [
          { target: 0, duration: seconds(first[0]) },
          { target: target(first[1]), duration: '0s' },
        ]
      : [];
  const within = points.slice(1).flatMap(([second, rate], at) => stage(points[at] ?? first, [second, rate], durationS));
  return {
    executor: 'ramping-arrival-rate',
    startRate: first[0] > 0 ? 0 : target(first[1]),
    timeUnit: `${unitS}s`,
    stages: [...pause, ...within.map(({ rate, lengthS }) => ({ target: target(rate), duration: seconds(lengthS) }))],
    ...users(Math.max(...rates)),
  };
}

/** From one point to the next, cut where the scenario ends. */
function stage(
  [fromS, fromRate]: readonly [number, number],
  [toS, toRate]: readonly [number, number],
  durationS: number,
): { readonly rate: number; readonly lengthS: number }[] {
  if (fromS >= durationS) return [];
  if (toS <= durationS) return [{ rate: toRate, lengthS: toS - fromS }];
  const lengthS = durationS - fromS;
  return [{ rate: fromRate + ((toRate - fromRate) * lengthS) / (toS - fromS), lengthS }];
}

/** A trace as a staircase: the mean rate in each of equal parts of the time. */
function stepsOf(timesMs: readonly number[], durationS: number): [number, number][] {
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(durationS)));
  const lengthS = durationS / steps;
  const counts = new Array<number>(steps).fill(0);
  for (const timeMs of timesMs) {
    const step = Math.floor(timeMs / 1000 / lengthS);
    if (step < steps) counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts.flatMap((count, at) => [
    [at * lengthS, count / lengthS] as [number, number],
    [(at + 1) * lengthS, count / lengthS] as [number, number],
  ]);
}

/** Whether a rate is a whole number of requests in this time. */
export function isWholeIn(rate: number, unitS: number): boolean {
  const value = rate * unitS;
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, value);
}

/** k6 takes whole numbers of requests in a unit of time; the smallest unit that makes these whole. */
export function timeUnitS(rates: readonly number[]): number {
  return [1, 10, 60, 100, 600, 1000, 3600].find((unit) => rates.every((rate) => isWholeIn(rate, unit))) ?? 100_000;
}

/** Little's law with a second for each request, and room for ten. */
function users(ratePerSecond: number): object {
  const inSystem = Math.max(1, Math.ceil(ratePerSecond * EXPECTED_RESPONSE_S));
  return { preAllocatedVUs: inSystem, maxVUs: inSystem * 10 };
}

const seconds = (value: number): string => `${Math.round(value * 1000)}ms`;
