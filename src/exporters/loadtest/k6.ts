// k6: the arrivals as its executors, the objectives as its thresholds, then a fixed program that sends the requests.
import type { Finding } from '../../model/finding.ts';
import { PROGRAM } from './k6-program.ts';
import type { Arrivals, Goal, LoadPlan, Stream } from './plan.ts';

const MOST_STEPS = 120;
const EXPECTED_RESPONSE_S = 1;

/** The text of `loadtest.js`. */
export function k6Script(plan: LoadPlan): string {
  const options = { scenarios: scenarios(plan), thresholds: thresholds(plan) };
  const streams = Object.fromEntries(plan.streams.map((stream) => [stream.name, requestOf(stream)]));
  const functions = plan.streams.map(({ name }) => `export function ${exec(name)}() {\n  run('${name}');\n}\n`);
  return [
    "import http from 'k6/http';\nimport { sleep } from 'k6';\n",
    `export const options = ${JSON.stringify(options, null, 2)};\n`,
    `const STREAMS = ${JSON.stringify(streams, null, 2)};\n`,
    PROGRAM,
    ...functions,
  ].join('\n');
}

const exec = (name: string): string => name.replaceAll('-', '_');

function requestOf({ method, path, at, class: name, arrivals }: Stream): object {
  const think = arrivals.process === 'closed' ? arrivals.think : null;
  return { method, path, tags: { at, class: name }, think };
}

function scenarios({ streams, durationS }: LoadPlan): object {
  return Object.fromEntries(
    streams.map((stream) => [
      stream.name,
      {
        ...executor(stream.arrivals, durationS),
        exec: exec(stream.name),
        gracefulStop: '30s',
        tags: { at: stream.at, class: stream.class },
      },
    ]),
  );
}

function executor(arrivals: Arrivals, durationS: number): object {
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

/** k6 takes whole numbers of requests in a unit of time; the smallest unit that makes these whole. */
function timeUnitS(rates: readonly number[]): number {
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, value);
  return [1, 10, 60, 100, 600, 1000, 3600].find((unit) => rates.every((rate) => isWhole(rate * unit))) ?? 100_000;
}

/** Little's law with a second for each request, and room for ten. */
function users(ratePerSecond: number): object {
  const inSystem = Math.max(1, Math.ceil(ratePerSecond * EXPECTED_RESPONSE_S));
  return { preAllocatedVUs: inSystem, maxVUs: inSystem * 10 };
}

const seconds = (value: number): string => `${Math.round(value * 1000)}ms`;

function thresholds({ goals }: LoadPlan): Record<string, string[]> {
  const held: Record<string, string[]> = {};
  for (const goal of goals) (held[metricOf(goal) + selector(goal)] ??= []).push(condition(goal));
  return held;
}

function metricOf({ figure }: Goal): string {
  if (figure === 'errorRate') return 'http_req_failed';
  return figure === 'throughputPerSecond' ? 'http_reqs' : 'http_req_duration';
}

function selector({ at, class: name }: Goal): string {
  const tags = [...(at === null ? [] : [`at:${at}`]), ...(name === null ? [] : [`class:${name}`])];
  return tags.length === 0 ? '' : `{${tags.join(',')}}`;
}

function condition({ figure, bound, value }: Goal): string {
  const sign = bound === 'below' ? '<' : '>';
  const percentile = /^p(\d+)$/.exec(figure);
  if (percentile) return `p(${percentile[1] ?? ''})${sign}${value}`;
  const names: Readonly<Record<string, string>> = { mean: 'avg', max: 'max' };
  return `${names[figure] ?? 'rate'}${sign}${value}`;
}

/** What k6 cannot do as the simulation does. */
export function k6Notes(scenario: string, plan: LoadPlan): Finding[] {
  const told: Readonly<Record<string, string>> = {
    poisson: 'k6 starts requests at even distances, so these arrivals are smoother than a Poisson process',
    mmpp: 'k6 has no changing states, so these arrivals come at their mean rate',
    profile: 'k6 starts requests at even distances, so these arrivals are smoother than a Poisson process',
    trace: 'k6 takes rates and no times, so this trace is a staircase of its mean rates',
  };
  return plan.streams.flatMap(({ name, arrivals }) => {
    const message = told[arrivals.process];
    if (message === undefined) return [];
    const at = Number(name.split('_')[1]) - 1;
    const severity = arrivals.process === 'mmpp' || arrivals.process === 'trace' ? 'warning' : 'advice';
    const mend = 'Use Locust, whose script draws them as the simulation does.';
    return [{ rule: 'loadtest-arrivals', severity, path: `scenarios.${scenario}.arrivals.${at}`, message, mend }];
  });
}
