// One design with a use of nearly every key that influences a run.
import type { Design } from '../../src/model/design.ts';
import { call, client, designOf, service } from './measure.ts';

export const kitchenSink: Design = designOf(
  {
    groups: [
      { id: 'front', kind: 'zone' },
      { id: 'back', kind: 'zone' },
    ],
    groupLatencies: [{ from: 'front', to: 'back', latencyMs: 0.5 }],
    components: [
      client('web', { calls: 'parallel', need: 2, group: 'front' }),
      service('api', 4, {
        group: 'front',
        threading: 'blocking',
        capacity: { replicas: 3, dispatch: 'power-of-two', concurrency: 4, discipline: 'priority' },
        serviceByClass: { checkout: { distribution: 'lognormal', meanMs: 6, scv: 2 } },
        autoscale: { min: 2, max: 6, periodS: 2, startupS: 1, stabilisationDownS: 6 },
        coldStartMs: 20,
      }),
      { ...service('cache', 0.5), kind: 'cache', hitRatio: 0.8, group: 'front' },
      service('store', 6, {
        group: 'back',
        errorRate: 0.02,
        service: { distribution: 'pareto', minMs: 2, shape: 2.5 },
        capacity: { replicas: 2, concurrency: 4, queueLimit: 20, discipline: 'processor-sharing', dispatch: 'random' },
      }),
      service('search', 5, {
        group: 'back',
        service: { distribution: 'hyperexponential', meanMs: 5, scv: 4 },
        capacity: { replicas: 3, dispatch: 'least-connections', discipline: 'lifo', speed: 2 },
      }),
      { id: 'events', kind: 'stream', partitions: 3, maxDeliveries: 3, deadLetter: 'dead' },
      { id: 'news', kind: 'topic' },
      service('mail', 12, { errorRate: 0.1, capacity: { replicas: 2 }, batch: { max: 4, waitMs: 20 } }),
      service('audit', 9, { service: { distribution: 'weibull', meanMs: 9, shape: 1.5 } }),
      { id: 'dead', kind: 'queue' },
    ],
    connections: [
      call('web', 'api', {
        latencyMs: { distribution: 'gamma', meanMs: 2, scv: 1 },
        payloadKiB: 4,
        bandwidthMbps: 100,
      }),
      call('web', 'cache', { calls: 1.5, optional: true }),
      call('web', 'search', { hedge: { afterMs: 8 }, classes: ['browse'] }),
      call('api', 'store', {
        timeoutMs: 60,
        retry: { attempts: 3, backoffMs: 5, jitter: 'full', budgetRatio: 0.2 },
        circuitBreaker: { minimumCalls: 10, windowS: 2, openS: 0.5 },
        bulkhead: 6,
      }),
      call('cache', 'store', { service: { distribution: 'erlang', meanMs: 2, phases: 3 } }),
      call('api', 'events', { mode: 'async', calls: 0.7 }),
      call('api', 'news', { mode: 'async', rateLimit: { perSecond: 40, burst: 5 } }),
      call('events', 'mail', { mode: 'async', timeoutMs: 80, retry: { attempts: 2, backoffMs: 10, jitter: 'equal' } }),
      call('events', 'audit', { mode: 'async' }),
      call('news', 'mail', { mode: 'async' }),
      call('news', 'audit', { mode: 'async' }),
    ],
    arrivals: [
      { at: 'web', process: 'poisson', ratePerSecond: 40, class: 'checkout', priority: 0 },
      {
        at: 'web',
        process: 'mmpp',
        states: [
          { ratePerSecond: 20, meanS: 2 },
          { ratePerSecond: 90, meanS: 0.5 },
        ],
        class: 'browse',
        priority: 2,
      },
      { at: 'api', process: 'closed', users: 5, thinkMs: 100 },
      { at: 'cache', process: 'deterministic', ratePerSecond: 20 },
      {
        at: 'search',
        process: 'profile',
        points: [
          [0, 5],
          [10, 40],
          [20, 5],
        ],
      },
      { at: 'events', process: 'trace', timesMs: [10, 20, 20, 4000] },
    ],
  },
  {
    durationS: 12,
    warmupS: 'auto',
    replications: 2,
    seed: 7,
    faults: [
      { kind: 'crashes', at: 'api', mtbfS: 5, mttrS: 0.5 },
      { kind: 'outage', at: 'back', fromS: 6, durationS: 1, replicas: 1 },
      { kind: 'slowdown', at: 'audit', fromS: 3, durationS: 3, factor: 3 },
      { kind: 'errors', at: 'store', fromS: 9, durationS: 2, rate: 0.5 },
      { kind: 'latency', connection: 'web-cache', fromS: 4, durationS: 4, addMs: 5 },
      { kind: 'partition', connection: 'events-mail', fromS: 11, durationS: 1 },
    ],
    rollouts: [
      {
        at: 'search',
        strategy: 'canary',
        startS: 8,
        startupS: 1,
        steps: [
          { weight: 0.3, holdS: 2 },
          { weight: 0.7, holdS: 2 },
        ],
        abortOn: { errorRate: 0.5 },
        version: { errorRate: 0.05, capacity: { speed: 3 } },
      },
      { at: 'mail', strategy: 'rolling', startS: 5, startupS: 0.5, maxSurge: 1, maxUnavailable: 0 },
    ],
  },
);
