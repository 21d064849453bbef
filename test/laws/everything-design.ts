// Random designs with everything switched on at once: arrivals end after two seconds, faults and rollouts after some ten
// more.
import fc from 'fast-check';
import type { Arrival, Component, Connection, Design, Fault, Rollout } from '../../src/model/design.ts';
import { designOf } from './measure.ts';

export const REQUESTS = 60;
export const END_S = 100;
/** Gateway, two services, a broker with two consumers, one more service, and a queue for dead letters. */
const IDS = ['api', 'auth', 'billing', 'jobs', 'mailer', 'writer', 'store', 'dead'] as const;
const CONSUMERS = ['mailer', 'writer'];
const LINKS = [
  ['api', 'auth'],
  ['api', 'billing'],
  ['api', 'jobs'],
  ['auth', 'store'],
  ['billing', 'store'],
  ['billing', 'jobs'],
  ['jobs', 'mailer'],
  ['jobs', 'writer'],
  ['mailer', 'store'],
  ['writer', 'store'],
] as const;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const given = (keys: object): object =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));

const component = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      service: fc.constantFrom(
        { distribution: 'deterministic', meanMs: 0 } as const,
        { distribution: 'deterministic', meanMs: 10 } as const,
        { distribution: 'exponential', meanMs: 20 } as const,
      ),
      serviceByClass: maybe(fc.constant({ a: { distribution: 'exponential', meanMs: 40 } as const })),
      threading: fc.constantFrom('async', 'blocking'),
      calls: fc.constantFrom('sequential', 'parallel'),
      need: maybe(fc.constant(1)),
      errorRate: fc.constantFrom(0, 0, 0.3),
      coldStartMs: fc.constantFrom(0, 30),
      batch: CONSUMERS.includes(id)
        ? maybe(fc.constantFrom({ max: 3 }, { max: 4, waitMs: 25 }))
        : fc.constant(undefined),
      autoscale: maybe(
        fc.record({
          metric: fc.constantFrom('utilisation', 'waiting', 'ratePerSecond'),
          target: fc.constantFrom(0.5, 3),
          min: fc.constantFrom(1, 2),
          max: fc.constantFrom(3, 6),
          periodS: fc.constantFrom(0.1, 0.7),
          startupS: fc.constantFrom(0, 0.3),
          stabilisationDownS: fc.constantFrom(0, 1),
        }),
      ),
      capacity: fc.record({
        concurrency: fc.integer({ min: 1, max: 4 }),
        replicas: fc.integer({ min: 1, max: 3 }),
        queueLimit: fc.constantFrom(null, null, 0, 3),
        dispatch: fc.constantFrom('shared-queue', 'random', 'round-robin', 'least-connections', 'power-of-two'),
        discipline: fc.constantFrom('fifo', 'lifo', 'processor-sharing', 'priority'),
        speed: fc.constantFrom(1, 2),
      }),
    })
    .map((keys) => ({ id, kind: 'service', ...given(keys) }));

const broker: fc.Arbitrary<Component> = fc
  .record({
    kind: fc.constantFrom('queue', 'topic', 'stream'),
    delivery: maybe(fc.constantFrom('compete', 'broadcast')),
    maxDeliveries: fc.constantFrom(1, 3),
    deadLetter: maybe(fc.constant('dead')),
    partitions: maybe(fc.constantFrom(1, 3)),
    capacity: fc.record({ queueLimit: fc.constantFrom(null, null, 5), concurrency: fc.constantFrom(1, 5) }),
  })
  .map((keys) => ({ id: 'jobs', ...given(keys) }) as Component);

const connection = ([from, to]: readonly [string, string]): fc.Arbitrary<Connection> =>
  fc
    .record({
      mode: from === 'jobs' ? fc.constant('async') : fc.constantFrom('sync', 'sync', 'async'),
      calls: fc.constantFrom(1, 1, 0.5, 2),
      latencyMs: fc.constantFrom(0, 0, 3),
      optional: fc.boolean(),
      timeoutMs: maybe(fc.constantFrom(25, 60)),
      hedge: from === 'jobs' ? fc.constant(undefined) : maybe(fc.constantFrom({ afterMs: 8 }, { afterMs: 25 })),
      retry: maybe(fc.constantFrom({ attempts: 2 }, { attempts: 3, backoffMs: 7, jitter: 'full', budgetRatio: 0.5 })),
      rateLimit: maybe(fc.constantFrom({ perSecond: 20, burst: 2 }, { perSecond: 200, burst: 20 })),
      bulkhead: maybe(fc.integer({ min: 1, max: 4 })),
      circuitBreaker: maybe(fc.constant({ failureRate: 0.5, minimumCalls: 3, windowS: 1, openS: 0.2 })),
      classes: maybe(fc.constantFrom(['a'], ['b'])),
    })
    .map((keys) => ({ id: `${from}-${to}`, from, to, ...given(keys) }) as Connection);

const at = fc.constantFrom(...IDS, 'zone');
const link = fc.constantFrom(...LINKS.map(([from, to]) => `${from}-${to}`));
const times = { fromS: fc.constantFrom(0.2, 0.5, 1.1), durationS: fc.constantFrom(0.1, 0.5, 3) };

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('outage' as const), at, ...times, replicas: fc.constantFrom(1, 'all' as const) }),
  fc.record({ kind: fc.constant('slowdown' as const), at, ...times, factor: fc.constantFrom(0.5, 4) }),
  fc.record({ kind: fc.constant('errors' as const), at, ...times, rate: fc.constantFrom(0.2, 1) }),
  fc.record({ kind: fc.constant('latency' as const), connection: link, ...times, addMs: fc.constantFrom(5, 50) }),
  fc.record({ kind: fc.constant('partition' as const), connection: link, ...times }),
  fc.record({
    kind: fc.constant('crashes' as const),
    at,
    mtbfS: fc.constantFrom(0.5, 5),
    mttrS: fc.constantFrom(0.1, 0.5),
  }),
);

const rolloutBase = {
  at: fc.constantFrom(...IDS.filter((id) => id !== 'dead')),
  startS: fc.constantFrom(0.1, 0.6),
  startupS: fc.constantFrom(0, 0.3),
  version: fc.constantFrom({}, { errorRate: 0.5 }, { service: { distribution: 'exponential' as const, meanMs: 5 } }),
};

const rollout: fc.Arbitrary<Rollout> = fc.oneof(
  fc.record({ ...rolloutBase, strategy: fc.constant('rolling' as const), maxSurge: fc.constantFrom(1, '25%') }),
  fc.record({ ...rolloutBase, strategy: fc.constant('recreate' as const) }),
  fc.record({ ...rolloutBase, strategy: fc.constant('blue-green' as const), overlapS: fc.constantFrom(0, 0.4) }),
  fc.record({
    ...rolloutBase,
    strategy: fc.constant('canary' as const),
    steps: fc.constant<{ weight: number; holdS: number }[]>([
      { weight: 0.3, holdS: 0.4 },
      { weight: 0.7, holdS: 0.2 },
    ]),
    abortOn: fc.constant({ errorRate: 0.4 }),
  }),
);

export const everythingDesign: fc.Arbitrary<Design> = fc
  .record({
    components: fc.tuple(...IDS.filter((id) => id !== 'jobs' && id !== 'dead').map(component)),
    jobs: broker,
    connections: fc.tuple(...LINKS.map(connection)),
    faults: fc.array(fault, { maxLength: 3 }),
    rollouts: fc.uniqueArray(rollout, { maxLength: 2, selector: (one) => one.at }),
    times: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: REQUESTS, maxLength: REQUESTS }),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ components, jobs, connections, faults, rollouts, times: arrivals, seed }) => {
    const trace = (from: number, rest: Partial<Arrival>): Arrival =>
      ({ at: 'api', process: 'trace', timesMs: arrivals.filter((_, i) => i % 3 === from), ...rest }) as Arrival;
    const all = [...components, jobs, { id: 'dead', kind: 'queue' }];
    return designOf(
      {
        components: all.map((one, i) => (i % 2 === 0 ? { ...one, group: 'zone' } : one)),
        groups: [
          { id: 'zone', kind: 'zone' },
          { id: 'other', kind: 'zone' },
        ],
        groupLatencies: [{ from: 'zone', to: 'other', latencyMs: 1 }],
        connections,
        arrivals: [trace(0, { class: 'a', priority: 1 }), trace(1, { class: 'b' }), trace(2, { priority: -1 })],
      },
      { seed, durationS: END_S, warmupS: 0, replications: 1, faults, rollouts },
    );
  });
