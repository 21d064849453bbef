import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design } from '../model/design.ts';
import type { ComponentFigures, Result, Statistic } from '../simulation/result.ts';
import { bottleneckSentence } from './bottleneck.ts';

const of = (mean: number | null): Statistic => ({ mean, ci95: null });

interface Measured {
  readonly utilisation: number;
  readonly throughput?: number;
  readonly responseMs?: number;
  readonly blocked?: number;
}

function figures({ utilisation, throughput = 100, responseMs = 10, blocked = 0 }: Measured): ComponentFigures {
  const zero = of(0);
  return {
    arrivalsPerSecond: of(throughput),
    throughputPerSecond: of(throughput),
    utilisation: of(utilisation),
    waiting: zero,
    inSystem: zero,
    blocked: of(blocked),
    waitMs: { mean: zero },
    responseMs: { mean: of(responseMs), p95: zero },
    replicas: of(1),
    heldReplicas: of(1),
    rejectedPerSecond: zero,
    failedPerSecond: zero,
  };
}

/** What the sentence is drawn from: 100 requests a second of 88 ms. */
function resultOf(components: Record<string, Measured>): Result {
  const zero = of(0);
  const requests = {
    offeredPerSecond: of(100),
    throughputPerSecond: of(100),
    errorRate: zero,
    responseMs: { mean: of(88), p50: zero, p90: zero, p95: zero, p99: zero, max: zero },
  };
  return {
    scenario: 'base',
    seed: 1,
    replications: 1,
    simulatedS: 1,
    warmupS: 0,
    events: 1,
    wallMs: 1,
    requests,
    arrivals: [],
    classes: {},
    components: Object.fromEntries(Object.entries(components).map(([id, measured]) => [id, figures(measured)])),
    connections: {},
    objectives: [],
    cost: { perHour: null, perMillionRequests: null, currency: 'USD' },
    series: {
      stepS: 1,
      fromS: 0,
      requests: {
        offeredPerSecond: [],
        throughputPerSecond: [],
        errorRate: [],
        responseMs: { mean: [], p95: [] },
      },
      components: {},
    },
    rollouts: [],
    notes: [],
  };
}

function designOf(components: readonly Component[], connections: readonly Connection[]): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [...components],
    connections: [...connections],
    scenarios: [{ id: 'base', durationS: 10, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 100 }] }],
  };
}

const api: Component = { id: 'api', kind: 'gateway', name: 'API Gateway', capacity: { concurrency: 10 } };
const db: Component = { id: 'db', kind: 'sql-database', name: 'Database' };
const queue: Component = { id: 'queue', kind: 'queue' };
const worker: Component = { id: 'worker', kind: 'worker' };
const call = (from: string, to: string, rest: Partial<Connection> = {}): Connection => ({
  id: `${from}-${to}`,
  from,
  to,
  ...rest,
});

describe('the sentence on the bottleneck', () => {
  it('names the busiest component and its share of the response, all visits together', () => {
    const sentence = bottleneckSentence(
      designOf([api, db], [call('api', 'db', { calls: 2 })]),
      resultOf({ api: { utilisation: 0.4 }, db: { utilisation: 0.91, throughput: 200, responseMs: 20 } }),
    );
    expect(sentence).toBe('Database is the bottleneck: 91 % busy, 40 ms of the 88 ms');
  });

  it('calls it the busiest only, where it has room to spare', () => {
    const sentence = bottleneckSentence(
      designOf([api], []),
      resultOf({ api: { utilisation: 0.034, responseMs: 0.5 } }),
    );
    expect(sentence).toBe('API Gateway is the busiest: 3.4 % busy, 0.5 ms of the 88 ms');
  });

  it('does not blame threads that are held by slow callees', () => {
    const sentence = bottleneckSentence(
      designOf([api, db], [call('api', 'db')]),
      resultOf({ api: { utilisation: 1, blocked: 9 }, db: { utilisation: 0.95, responseMs: 60 } }),
    );
    expect(sentence).toBe('Database is the bottleneck: 95 % busy, 60 ms of the 88 ms');
  });

  it('tells no share of the response for what nobody waits for', () => {
    const sentence = bottleneckSentence(
      designOf([api, queue, worker], [call('api', 'queue'), call('queue', 'worker')]),
      resultOf({ api: { utilisation: 0.1 }, queue: { utilisation: 0 }, worker: { utilisation: 0.8 } }),
    );
    expect(sentence).toBe('worker is the bottleneck: 80 % busy');
  });

  it('tells no share where parallel calls add up to more than the whole', () => {
    const sentence = bottleneckSentence(
      designOf([api, db], [call('api', 'db', { calls: 10 })]),
      resultOf({ api: { utilisation: 0.1 }, db: { utilisation: 0.8, throughput: 1000 } }),
    );
    expect(sentence).toBe('Database is the bottleneck: 80 % busy');
  });

  it('is silent where nothing is busy', () => {
    expect(bottleneckSentence(designOf([api], []), resultOf({ api: { utilisation: 0 } }))).toBeNull();
  });
});
