// What both load generators need of a scenario: its streams of arrivals with their requests, and its objectives.
import type { Arrival, Connection, Design, Objective, Scenario } from '../../model/design.ts';
import { REQUEST_METRICS } from '../../catalogue/checks/objectives.ts';
import { kindByKey } from '../../catalogue/index.ts';
import type { Finding } from '../../model/finding.ts';
import { hashText } from '../mark.ts';
import { samplerSpec, type SamplerSpec } from './sampler.ts';

export interface Stream {
  /** Within what k6 takes as a name of a scenario. */
  readonly name: string;
  /** Its place among the arrivals of the scenario. */
  readonly number: number;
  readonly at: string;
  readonly class: string;
  readonly method: string;
  readonly path: string;
  readonly arrivals: Arrivals;
}

export type Arrivals =
  | { readonly process: 'poisson' | 'deterministic'; readonly ratePerSecond: number }
  | { readonly process: 'mmpp'; readonly states: readonly { readonly ratePerSecond: number; readonly meanS: number }[] }
  | { readonly process: 'profile'; readonly points: readonly (readonly [number, number])[] }
  | { readonly process: 'trace'; readonly timesMs: readonly number[] }
  | { readonly process: 'closed'; readonly users: number; readonly think: SamplerSpec };

export interface Goal {
  readonly id: string;
  /** `mean`, `p95` and so on in ms; `errorRate`; `throughputPerSecond`. */
  readonly figure: string;
  readonly at: string | null;
  readonly class: string | null;
  readonly bound: 'below' | 'above';
  readonly value: number;
}

export interface LoadPlan {
  readonly durationS: number;
  readonly warmupS: number;
  readonly seed: number;
  readonly streams: readonly Stream[];
  readonly goals: readonly Goal[];
}

export function planOf(design: Design, scenario: Scenario): { readonly plan: LoadPlan; readonly notes: Finding[] } {
  const goals = (design.objectives ?? []).map((objective) => ({ objective, goal: goalOf(objective) }));
  const plan: LoadPlan = {
    durationS: scenario.durationS,
    warmupS: scenario.warmupS === 'auto' ? 0 : (scenario.warmupS ?? 0),
    seed: scenario.seed ?? 1,
    streams: scenario.arrivals.flatMap((arrival, at) => (sendsNothing(arrival) ? [] : [streamOf(design, arrival, at)])),
    goals: goals.flatMap(({ goal }) => (goal === null ? [] : [goal])),
  };
  const unsaid = goals.filter(({ goal }) => goal === null).map(({ objective }) => notMeasured(objective));
  return { plan, notes: [...unsaid, ...disturbances(scenario)] };
}

function sendsNothing(arrival: Arrival): boolean {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return arrival.ratePerSecond === 0;
    case 'mmpp':
      return arrival.states.every(({ ratePerSecond }) => ratePerSecond === 0);
    case 'profile':
      return arrival.points.length < 2 || arrival.points.every(([, rate]) => rate === 0);
    case 'trace':
      return arrival.timesMs.length === 0;
    case 'closed':
      return arrival.users === 0;
  }
}

function streamOf(design: Design, arrival: Arrival, at: number): Stream {
  return {
    name: `arrival_${at + 1}_${arrival.at.replaceAll(/[^\w-]/g, '_')}`,
    number: at,
    at: arrival.at,
    class: arrival.class === undefined ? '' : classTag(arrival.class),
    ...requestOf(design, arrival.at),
    arrivals: arrivalsOf(arrival),
  };
}

/** A class as k6 can name it in a threshold. */
export function classTag(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `class_${hashText(name)}`;
}

function arrivalsOf(arrival: Arrival): Arrivals {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return { process: arrival.process, ratePerSecond: arrival.ratePerSecond };
    case 'mmpp':
      return { process: 'mmpp', states: arrival.states };
    case 'profile':
      return { process: 'profile', points: arrival.points };
    case 'trace':
      return { process: 'trace', timesMs: arrival.timesMs.toSorted((one, other) => one - other) };
    case 'closed':
      return { process: 'closed', users: arrival.users, think: samplerSpec(arrival.thinkMs) };
  }
}

/** `POST /orders` and `/orders` are requests; any other label is none. Clients send what their first connection says. */
function requestOf(design: Design, at: string): Pick<Stream, 'method' | 'path'> {
  const isClient = design.components.some(({ id, kind }) => id === at && kindByKey(kind)?.workload === null);
  const connections = design.connections ?? [];
  const said = connections.filter(({ from, to }) => (isClient ? from : to) === at).map(requestIn);
  return said.find((request) => request !== null) ?? { method: 'GET', path: `/${isClient ? '' : at}` };
}

function requestIn({ label }: Connection): Pick<Stream, 'method' | 'path'> | null {
  const found = /^(?:(GET|POST|PUT|PATCH|DELETE) )?(\/[\w./~-]*)$/.exec(label ?? '');
  if (found === null) return null;
  return { method: found[1] ?? 'GET', path: found[2] ?? '/' };
}

function goalOf({ id, metric, at, below, above }: Objective): Goal | null {
  const value = below ?? above;
  const parts = /^(?:classes\.(.+)\.)?(responseMs\.\w+|errorRate|throughputPerSecond|offeredPerSecond)$/.exec(metric);
  if (value === undefined || parts === null || !REQUEST_METRICS.includes(parts[2] ?? '')) return null;
  const figure = (parts[2] ?? '').replace('responseMs.', '').replace('offered', 'throughput');
  const bound = below === undefined ? 'above' : 'below';
  return { id, figure, at: at ?? null, class: parts[1] === undefined ? null : classTag(parts[1]), bound, value };
}

function notMeasured({ id, metric }: Objective): Finding {
  return {
    rule: 'loadtest-objective',
    severity: 'warning',
    path: `objectives.${id}`,
    message: `a load test sees requests from outside, so it cannot hold the objective on ${metric}`,
    mend: 'Watch it with the alerts of the export observability.',
  };
}

function disturbances({ id, faults = [], rollouts = [] }: Scenario): Finding[] {
  const lost = Object.entries({ faults, rollouts }).filter(([, list]) => list.length > 0);
  return lost.map(([key]) => ({
    rule: 'loadtest-disturbance',
    severity: 'warning',
    path: `scenarios.${id}.${key}`,
    message: `a load test only sends requests, so the ${key} of the scenario do not happen by themselves`,
    mend: 'Cause them with a tool of your platform while the test runs.',
  }));
}
