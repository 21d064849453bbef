// Going over to another distribution, arrival process, fault or rollout: what both have is kept, a mean or a rate is
// carried over, and what is new starts at a value that works.
import { meanMsOf } from '../../../src/model/density.ts';
import type { Distribution, DistributionName } from '../../../src/model/distribution.ts';
import type { Arrival } from '../../../src/model/design.ts';
import type { FieldDescription, Shape, VariantShape } from './describe.ts';

const PARETO_SHAPE = 2.5;

function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : 0;
}

/** A distribution of the given sort with this mean. */
export function distributionOfMean(name: DistributionName, mean: number): Distribution {
  const meanMs = tidy(mean);
  switch (name) {
    case 'deterministic':
    case 'exponential':
      return { distribution: name, meanMs };
    case 'erlang':
      return { distribution: name, meanMs, phases: 2 };
    case 'gamma':
    case 'lognormal':
      return { distribution: name, meanMs, scv: 1 };
    case 'hyperexponential':
      return { distribution: name, meanMs, scv: 4 };
    case 'uniform':
      return { distribution: name, minMs: 0, maxMs: tidy(2 * mean) };
    case 'pareto':
      return { distribution: name, minMs: tidy((mean * (PARETO_SHAPE - 1)) / PARETO_SHAPE), shape: PARETO_SHAPE };
    case 'weibull':
      return { distribution: name, meanMs, shape: 1 };
    case 'empirical':
      return { distribution: name, samplesMs: [meanMs] };
  }
}

/** Mean arrivals a second of a process, over `durationS` seconds where it has an end of its own. */
export function rateOf(arrival: Arrival, durationS: number): number {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return arrival.ratePerSecond;
    case 'mmpp': {
      const time = arrival.states.reduce((sum, state) => sum + state.meanS, 0);
      return arrival.states.reduce((sum, state) => sum + (state.ratePerSecond * state.meanS) / time, 0);
    }
    case 'profile':
      return Math.max(...arrival.points.map(([, rate]) => rate));
    case 'trace':
      return arrival.timesMs.length / durationS;
    case 'closed':
      return arrival.users / Math.max(thinkSeconds(arrival.thinkMs), 0.001);
  }
}

function thinkSeconds(thinkMs: number | Distribution): number {
  return (typeof thinkMs === 'number' ? thinkMs : meanMsOf(thinkMs)) / 1000;
}

/** The arrivals as another process of about the same rate. */
export function changeProcess(arrival: Arrival, process: Arrival['process'], durationS: number): Arrival {
  const rate = tidy(rateOf(arrival, durationS));
  const { at } = arrival;
  const rest = {
    ...(arrival.class === undefined ? {} : { class: arrival.class }),
    ...(arrival.priority === undefined ? {} : { priority: arrival.priority }),
  };
  switch (process) {
    case 'poisson':
    case 'deterministic':
      return { at, process, ratePerSecond: rate, ...rest };
    case 'mmpp':
      return { at, process, states: burstsOf(rate), ...rest };
    case 'profile':
      return {
        at,
        process,
        points: [
          [0, rate],
          [durationS, rate],
        ],
        ...rest,
      };
    case 'trace':
      return { at, process, timesMs: [], ...rest };
    case 'closed':
      return { at, process, users: Math.max(1, Math.round(rate)), thinkMs: 1000, ...rest };
  }
}

/** Half of the time at half of the rate, and half of the time at one and a half of it. */
function burstsOf(rate: number): { ratePerSecond: number; meanS: number }[] {
  return [
    { ratePerSecond: tidy(rate / 2), meanS: 30 },
    { ratePerSecond: tidy(rate * 1.5), meanS: 30 },
  ];
}

/** What a required key starts at, where its schema names no default. */
const STARTERS: Readonly<Record<string, unknown>> = {
  durationS: 30,
  factor: 2,
  rate: 0.1,
  addMs: 100,
  mtbfS: 300,
  mttrS: 30,
  weight: 0.1,
  holdS: 60,
  meanS: 30,
  ratePerSecond: 10,
  latencyMs: 1,
  meanMs: 10,
  perSecond: 100,
  afterMs: 100,
};

/** A value that a required field may start with; texts that name something start empty and are found wanting. */
export function starterValue(field: FieldDescription): unknown {
  if (field.default !== undefined) return field.default;
  return STARTERS[field.key] ?? starterOfShape(field.shape);
}

function starterOfShape(shape: Shape): unknown {
  switch (shape.type) {
    case 'number':
      return shape.min ?? (shape.above ?? -1) + 1;
    case 'object':
      return starterObject(shape.fields);
    case 'variant': {
      const [first] = shape.variants;
      return first ? { [shape.by]: first.name, ...starterObject(first.fields) } : {};
    }
    case 'list':
      return [starterOfShape(shape.item)];
    case 'pair':
      return [0, 0];
    case 'choice':
      return shape.options[0];
    case 'switch':
      return false;
    case 'record':
      return {};
    case 'number-or-variant':
    case 'number-or-text':
      return 0;
    case 'text':
      return '';
  }
}

/** An object with its required keys only. */
export function starterObject(fields: readonly FieldDescription[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => field.required).map((field) => [field.key, starterValue(field)]));
}

/** The value as another variant: what both know is kept, the rest starts anew. */
export function changeVariant(
  value: Readonly<Record<string, unknown>>,
  name: string,
  shape: VariantShape,
): Record<string, unknown> {
  const fields = shape.variants.find((variant) => variant.name === name)?.fields ?? [];
  const kept = fields.filter((field) => field.key in value).map((field) => [field.key, value[field.key]] as const);
  return { [shape.by]: name, ...starterObject(fields), ...Object.fromEntries(kept) };
}
