// What the load test does otherwise than the simulation.
import type { Arrival, Scenario } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { isWholeIn, timeUnitS } from './k6-executor.ts';
import { classTag, type Arrivals, type LoadPlan, type Stream } from './plan.ts';

/** Of both tools: names that are changed, and a warm-up of which nobody knows the length. */
export function planNotes({ id, arrivals, warmupS }: Scenario): Finding[] {
  const settling: Finding = {
    rule: 'loadtest-warmup',
    severity: 'warning',
    path: `scenarios.${id}.warmupS`,
    message: 'a load test cannot find out when it has settled, so it counts from the first second',
    mend: 'Give the scenario a warm-up in seconds.',
  };
  return [...(warmupS === 'auto' ? [settling] : []), ...arrivals.flatMap((arrival, at) => renamed(id, arrival, at))];
}

function renamed(scenario: string, { class: name }: Arrival, at: number): Finding[] {
  if (name === undefined || classTag(name) === name) return [];
  return [
    {
      rule: 'loadtest-class',
      severity: 'advice',
      path: `scenarios.${scenario}.arrivals.${at}.class`,
      message: `k6 cannot name the class "${name}" in a threshold, so it is called ${classTag(name)} in the load test`,
      mend: 'Use letters, digits, dots and hyphens in names of classes.',
    },
  ];
}

/** What k6 cannot do as the simulation does. */
export function k6Notes(scenario: string, plan: LoadPlan): Finding[] {
  return [...warmup(scenario, plan), ...plan.streams.flatMap((stream) => streamNotes(scenario, stream))];
}

function warmup(scenario: string, { warmupS }: LoadPlan): Finding[] {
  if (warmupS === 0) return [];
  return [
    {
      rule: 'loadtest-warmup',
      severity: 'warning',
      path: `scenarios.${scenario}.warmupS`,
      message: `k6 counts from the first second, so the warm-up of ${warmupS} s is part of what the thresholds see`,
      mend: 'Use Locust, whose script leaves the warm-up out.',
    },
  ];
}

const TOLD: Readonly<Record<string, string>> = {
  poisson: 'k6 starts requests at even distances, so these arrivals are smoother than a Poisson process',
  mmpp: 'k6 has no changing states, so these arrivals come at their mean rate',
  profile: 'k6 starts requests at even distances, so these arrivals are smoother than a Poisson process',
  trace: 'k6 takes rates and no times, so this trace is a staircase of its mean rates',
};

function streamNotes(scenario: string, { number, arrivals }: Stream): Finding[] {
  const path = `scenarios.${scenario}.arrivals.${number}`;
  const message = TOLD[arrivals.process];
  const severity = arrivals.process === 'mmpp' || arrivals.process === 'trace' ? 'warning' : 'advice';
  const mend = 'Use Locust, whose script draws them as the simulation does.';
  return [
    ...(message === undefined ? [] : [{ rule: 'loadtest-arrivals', severity, path, message, mend } as const]),
    ...rounded(path, arrivals),
  ];
}

function rounded(path: string, arrivals: Arrivals): Finding[] {
  const rates = ratesOf(arrivals);
  const unitS = timeUnitS(rates);
  return rates
    .filter((rate) => !isWholeIn(rate, unitS))
    .slice(0, 1)
    .map((rate) => ({
      rule: 'loadtest-rate',
      severity: 'advice',
      path,
      message: `k6 takes whole numbers of requests, so a rate of ${rate} per second is rounded to ${Math.max(1, Math.round(rate * unitS)) / unitS}`,
      mend: 'Use Locust, or a rate with fewer digits.',
    }));
}

function ratesOf(arrivals: Arrivals): readonly number[] {
  if (arrivals.process === 'poisson' || arrivals.process === 'deterministic') return [arrivals.ratePerSecond];
  return arrivals.process === 'profile' ? arrivals.points.map(([, rate]) => rate) : [];
}
