// Every remark comes with a design that has what it speaks of, at its place, and with none that has not.
import { describe, expect, it } from 'vitest';
import type { Component, Connection, Design, Scenario } from '../../model/design.ts';
import { estimate, type Estimate } from '../estimate.ts';

interface Change {
  readonly api?: Partial<Component>;
  readonly db?: Partial<Component>;
  readonly more?: readonly Component[];
  readonly call?: Partial<Connection>;
  readonly calls?: readonly Connection[];
  readonly scenario?: Partial<Scenario>;
}

const exponential = { distribution: 'exponential', meanMs: 4 } as const;
const poisson = { at: 'api', process: 'poisson', ratePerSecond: 20 } as const;

function designWith({ api, db, more = [], call, calls = [], scenario }: Change): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'api', kind: 'service', service: exponential, capacity: { replicas: 2, dispatch: 'random' }, ...api },
      { id: 'db', kind: 'sql-database', service: exponential, ...db },
      ...more,
    ],
    connections: [{ id: 'api-db', from: 'api', to: 'db', ...call }, ...calls],
    scenarios: [{ id: 'base', durationS: 20, arrivals: [poisson], ...scenario }],
  };
}

function estimateOf(change: Change): Estimate {
  const outcome = estimate(designWith(change));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const worker: Component = { id: 'job', kind: 'worker', service: exponential };
const queue: Component = { id: 'queue', kind: 'queue' };
const toQueue: Connection = { id: 'api-queue', from: 'api', to: 'queue', mode: 'async' };
const toJob: Connection = { id: 'queue-job', from: 'queue', to: 'job', mode: 'async' };
const queued = { more: [queue, worker], calls: [toQueue, toJob] };
const more: Component = { id: 'more', kind: 'service', service: exponential };

const leftOut: readonly (readonly [rule: string, path: string, change: Change])[] = [
  [
    'faults',
    'scenarios.base',
    { scenario: { faults: [{ kind: 'outage', at: 'db', fromS: 2, durationS: 4, replicas: 'all' }] } as never },
  ],
  [
    'changing-load',
    'scenarios.base',
    {
      scenario: {
        arrivals: [
          {
            at: 'api',
            process: 'profile',
            points: [
              [0, 5],
              [9, 9],
            ],
          },
        ],
      } as never,
    },
  ],
  ['breakers', 'scenarios.base', { call: { circuitBreaker: {} } as never }],
  ['cold-starts', 'scenarios.base', { api: { coldStartMs: 50 } as never }],
  ['autoscaler-in-the-long-run', 'scenarios.base', { api: { autoscale: { max: 5 } } as never }],
  [
    'boundless-variance',
    'components.db.service',
    { db: { service: { distribution: 'pareto', minMs: 2, shape: 1.5 } } as never },
  ],
];

const approximated: readonly (readonly [rule: string, path: string, change: Change])[] = [
  ['two-moments', 'components.db.service', { db: { service: { distribution: 'deterministic', meanMs: 4 } } as never }],
  [
    'irregular-arrivals',
    'scenarios.base',
    { scenario: { arrivals: [{ ...poisson, process: 'deterministic' }] } as never },
  ],
  [
    'choice-of-replica',
    'components.api.capacity.dispatch',
    { api: { capacity: { replicas: 2, dispatch: 'round-robin' } } },
  ],
  ['order-of-the-line', 'components.db.capacity.discipline', { db: { capacity: { discipline: 'lifo' } } }],
  ['shared-slots', 'components.db.capacity.discipline', { db: { capacity: { discipline: 'processor-sharing' } } }],
  ['room-to-wait', 'components.db.capacity.queueLimit', { db: { capacity: { queueLimit: 4 } } }],
  ['threads', 'components.api.threading', { api: { threading: 'blocking' } }],
  [
    'parallel-calls',
    'components.api.calls',
    { api: { calls: 'parallel' }, more: [more], calls: [{ id: 'api-more', from: 'api', to: 'more' }] },
  ],
  ['tries', 'connections.api-db.timeoutMs', { call: { timeoutMs: 40 } }],
  ['hedges', 'connections.api-db.hedge', { call: { hedge: { afterMs: 20 } } as never }],
  ['rate-limits', 'connections.api-db.rateLimit', { call: { rateLimit: { perSecond: 90 } } as never }],
  ['bulkheads', 'connections.api-db.bulkhead', { call: { bulkhead: 5 } as never }],
  [
    'batches',
    'components.job.batch',
    { ...queued, more: [queue, { ...worker, batch: { max: 4, waitMs: 10 } } as never] },
  ],
  [
    'partitions',
    'components.queue.partitions',
    { ...queued, more: [{ ...queue, kind: 'stream', partitions: 3 } as never, worker] },
  ],
];

const rules = (remarks: Estimate['notes']): string[] => remarks.map(({ rule }) => rule);

it('is silent about a network that the theory knows exactly', () => {
  const { notes, approximations } = estimateOf({ api: { capacity: { replicas: 1 } } });
  expect({ notes, approximations }).toEqual({ notes: [], approximations: [] });
});

describe('what is left out', () => {
  it.each(leftOut)('%s, told at %s', (rule, path, change) => {
    expect(estimateOf(change).notes).toContainEqual(expect.objectContaining({ rule, path }));
    for (const [other, , without] of leftOut)
      if (other !== rule) expect(rules(estimateOf(without).notes)).not.toContain(rule);
  });
});

describe('what is known by approximation', () => {
  it.each(approximated)('%s, told at %s', (rule, path, change) => {
    expect(estimateOf(change).approximations).toContainEqual(expect.objectContaining({ rule, path }));
    for (const [other, , without] of approximated)
      if (other !== rule) expect(rules(estimateOf(without).approximations)).not.toContain(rule);
  });
});
