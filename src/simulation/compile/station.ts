// A component becomes a station, with its defaults filled in.
import { kindByKey } from '../../catalogue/index.ts';
import type { Component } from '../../model/design.ts';
import type { Distribution } from '../../model/distribution.ts';
import type { AutoscaleRules, BrokerRules, Dispatch, Station } from '../network.ts';
import { type Numbers, numberIn } from './numbers.ts';

const NOTHING: Distribution = { distribution: 'deterministic', meanMs: 0 };

export type LinkRange = Pick<Station, 'firstSync' | 'firstAsync' | 'endLinks'>;

export function compileStation(
  component: Component,
  range: LinkRange,
  { consumes, classes, stations }: { consumes: boolean; classes: readonly string[]; stations: Numbers },
): Station {
  const capacity = component.capacity ?? {};
  return {
    id: component.id,
    replicas: capacity.replicas ?? 1,
    concurrency: capacity.concurrency ?? 1,
    queueLimit: capacity.queueLimit ?? Infinity,
    dispatch: capacity.dispatch ?? defaultDispatch(consumes),
    discipline: capacity.discipline ?? 'fifo',
    speed: capacity.speed ?? 1,
    service: component.service ?? NOTHING,
    serviceByClass: classes.map((name) => ownValue(component.serviceByClass, name)),
    blocking: component.threading === 'blocking',
    parallel: component.calls === 'parallel',
    need: component.need ?? Infinity,
    hitRatio: component.hitRatio ?? 0,
    errorRate: component.errorRate ?? 0,
    coldStartMs: component.coldStartMs ?? 0,
    batch: component.batch && consumes ? { max: component.batch.max, waitMs: component.batch.waitMs ?? 0 } : null,
    autoscale: component.autoscale ? compileAutoscale(component.autoscale) : null,
    broker: compileBroker(component, stations),
    ...range,
  };
}

/** Never what every object inherits: a class may be called "constructor". */
function ownValue(record: Component['serviceByClass'], name: string): Distribution | null {
  return record && Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

function defaultDispatch(consumes: boolean): Dispatch {
  return consumes ? 'shared-queue' : 'round-robin';
}

function compileAutoscale(rules: NonNullable<Component['autoscale']>): AutoscaleRules {
  return {
    metric: rules.metric ?? 'utilisation',
    target: rules.target ?? 0.6,
    min: rules.min ?? 1,
    max: rules.max ?? 10,
    periodMs: (rules.periodS ?? 15) * 1000,
    startupMs: (rules.startupS ?? 0) * 1000,
    stabilisationDownMs: (rules.stabilisationDownS ?? 300) * 1000,
    tolerance: rules.tolerance ?? 0.1,
  };
}

function compileBroker(component: Component, stations: Numbers): BrokerRules | null {
  const behaviour = kindByKey(component.kind)?.behaviour;
  if (behaviour?.station !== 'broker') return null;
  return {
    delivery: component.delivery ?? behaviour.delivery ?? 'compete',
    maxDeliveries: component.maxDeliveries ?? 1,
    deadLetter: component.deadLetter === undefined ? -1 : numberIn(stations, component.deadLetter),
    partitions: component.partitions ?? 0,
  };
}
