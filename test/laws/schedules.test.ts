// Designs without any chance in them, against schedules worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import type { Scenario } from '../../src/model/design.ts';
import { call, client, deterministic, measure, service, UNLIMITED } from './measure.ts';
import type { Model } from './measure.ts';

/** One request a second, at 1 s, 2 s, … */
const everySecond = (at: string) => ({ at, process: 'deterministic' as const, ratePerSecond: 1 });
const constant = (id: string, meanMs: number) => service(id, 0, { service: deterministic(meanMs) });

/** Times and integrals are sums of doubles. */
function about(value: number): Statistic {
  return { mean: expect.closeTo(value, 9) as number, ci95: null };
}

function schedule(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return measure(model, { durationS: 10, warmupS: 2, replications: 1, ...scenario });
}

describe('the window of the figures', () => {
  it('begins after the warm-up and includes the last moment', async () => {
    const result = await schedule({ components: [constant('api', 300)], arrivals: [everySecond('api')] });
    // In (2 s, 10 s] arrive those of 3 s to 10 s; those of 2 s to 9 s are done, and each has worked 0.3 s of it.
    expect(result.requests.offeredPerSecond).toEqual(about(8 / 8));
    expect(result.requests.throughputPerSecond).toEqual(about(8 / 8));
    expect(result.components['api']).toMatchObject({
      utilisation: about((8 * 0.3) / 8),
      inSystem: about((8 * 0.3) / 8),
      waiting: about(0),
      waitMs: { mean: about(0) },
      responseMs: { mean: about(300) },
    });
    expect(result.requests.responseMs.max).toEqual(about(300));
  });

  it('counts a request that ends in it, also one that came before', async () => {
    const result = await schedule(
      { components: [constant('api', 1500)], arrivals: [{ at: 'api', process: 'closed', users: 1, thinkMs: 0 }] },
      { warmupS: 1 },
    );
    // Ends at 1.5 s, 3 s, … 9 s: six in (1 s, 10 s]; new ones come at the same moments.
    expect(result.requests.throughputPerSecond).toEqual(about(6 / 9));
    expect(result.requests.offeredPerSecond).toEqual(about(6 / 9));
    expect(result.components['api']?.utilisation).toEqual(about(1));
  });
});

describe('a trace', () => {
  it('lets each request come at its time, once, in whatever order the times stand', async () => {
    const result = await schedule({
      components: [constant('api', 600)],
      arrivals: [{ at: 'api', process: 'trace', timesMs: [9500, 2500, 1000, 3000, 3000, 12_000] }],
    });
    // In (2 s, 10 s] come four and the first three are done: 600, 700 and 1300 ms after they came.
    expect(result.requests).toMatchObject({
      offeredPerSecond: about(4 / 8),
      throughputPerSecond: about(3 / 8),
      responseMs: { mean: about((600 + 700 + 1300) / 3), max: about(1300) },
    });
    expect(result.components['api']?.utilisation).toEqual(about((1.8 + 0.5) / 8));
  });
});

describe('a queue that grows', () => {
  it('waits as long as all before it work', async () => {
    const result = await schedule(
      { components: [constant('api', 1250)], arrivals: [everySecond('api')] },
      { warmupS: 0, durationS: 11 },
    );
    // The n-th begins at 1 + 1.25 (n - 1) and has waited 0.25 (n - 1): eight end by 11 s, the last at that moment.
    expect(result.requests.throughputPerSecond).toEqual(about(8 / 11));
    expect(result.requests.responseMs.mean).toEqual(about(1250 + (250 * (0 + 1 + 2 + 3 + 4 + 5 + 6 + 7)) / 8));
    expect(result.requests.responseMs.max).toEqual(about(1250 + 1750));
  });

  it('rejects what finds no room', async () => {
    const result = await schedule(
      {
        components: [{ ...constant('api', 10_000), capacity: { queueLimit: 2 } }],
        arrivals: [everySecond('api')],
      },
      { warmupS: 0 },
    );
    // One works from 1 s on, two wait from 2 s and 3 s on, the other seven are rejected.
    expect(result.components['api']).toMatchObject({
      rejectedPerSecond: about(0.7),
      waiting: about((8 + 7) / 10),
      utilisation: about(0.9),
    });
    expect(result.requests.errorRate).toEqual(about(1));
  });
});

describe('no replicas', () => {
  it('serve nothing: requests wait, as far as there is room', async () => {
    const result = await schedule(
      {
        components: [{ ...constant('api', 100), capacity: { replicas: 0, queueLimit: 3 } }],
        arrivals: [everySecond('api')],
      },
      { warmupS: 0 },
    );
    expect(result.components['api']).toMatchObject({
      utilisation: about(0),
      replicas: about(0),
      throughputPerSecond: about(0),
      rejectedPerSecond: about(0.7),
      waiting: about((9 + 8 + 7) / 10),
    });
  });
});

describe('calls', () => {
  const answers = async (model: Model) => (await schedule(model)).requests.responseMs.max;

  it('one after the other add up, with both latencies of each', async () => {
    const model = {
      components: [constant('web', 10), constant('a', 20), constant('b', 30), constant('c', 40)],
      connections: [call('web', 'a', { latencyMs: 1 }), call('web', 'b', { latencyMs: 2 }), call('b', 'c')],
      arrivals: [everySecond('web')],
    };
    expect(await answers(model)).toEqual(about(10 + (1 + 20 + 1) + (2 + 30 + 40 + 2)));
  });

  it('at the same time take as long as the longest', async () => {
    const model = {
      components: [{ ...constant('web', 10), calls: 'parallel' as const }, constant('a', 20), constant('b', 30)],
      connections: [call('web', 'a', { latencyMs: 6 }), call('web', 'b')],
      arrivals: [everySecond('web')],
    };
    expect(await answers(model)).toEqual(about(10 + (6 + 20 + 6)));
  });

  it('stop at the first that fails and is not optional', async () => {
    const result = await schedule({
      components: [
        client('web'),
        service('a', 0, { service: deterministic(20), errorRate: 1 }),
        service('b', 0, { service: deterministic(30), errorRate: 1 }),
        constant('c', 40),
      ],
      connections: [call('web', 'a', { optional: true }), call('web', 'b'), call('web', 'c')],
      arrivals: [everySecond('web')],
    });
    expect(result.requests.errorRate).toEqual(about(1));
    expect(['a', 'b', 'c'].map((id) => result.components[id]?.arrivalsPerSecond.mean)).toEqual([1, 1, 0]);
  });

  it('in parallel all end before the request fails', async () => {
    const result = await schedule({
      components: [
        client('web', { calls: 'parallel' }),
        service('a', 0, { service: deterministic(20), errorRate: 1 }),
        constant('b', 400),
      ],
      connections: [call('web', 'a'), call('web', 'b')],
      arrivals: [everySecond('web')],
    });
    expect(result.requests.errorRate).toEqual(about(1));
    expect(result.components['b']?.throughputPerSecond).toEqual(about(1));
    // Its caller learns of the failure only after 400 ms; nothing succeeds, so nothing is measured.
    expect(result.requests.responseMs.mean).toEqual({ mean: null, ci95: null });
  });
});

describe('timeouts and retries', () => {
  it('leave the work of each try at the callee', async () => {
    const result = await schedule({
      components: [client('web'), { ...constant('api', 100), capacity: UNLIMITED }],
      connections: [
        call('web', 'api', { timeoutMs: 40, retry: { attempts: 3, backoffMs: 10, multiplier: 2 }, optional: true }),
      ],
      arrivals: [everySecond('web')],
    });
    // Tries at 0, 50 and 110 ms; given up at 40, 90 and 150 ms; each of them works 100 ms.
    expect(result.requests.responseMs.max).toEqual(about(150));
    expect(result.connections['web-api']).toMatchObject({
      callsPerSecond: about(1),
      retriesPerSecond: about(2),
      timeoutsPerSecond: about(3),
      outcomesPerSecond: { timeout: about(3), ok: about(0) },
    });
    expect(result.components['api']).toMatchObject({ arrivalsPerSecond: about(3), inSystem: about(0.3) });
  });

  it('do not hear an answer that comes after the timeout, its latency included', async () => {
    const late = (latencyMs: number) =>
      schedule({
        components: [client('web'), constant('api', 20)],
        connections: [call('web', 'api', { timeoutMs: 30, latencyMs })],
        arrivals: [everySecond('web')],
      });
    expect((await late(4)).requests.errorRate).toEqual(about(0));
    expect((await late(6)).requests.errorRate).toEqual(about(1));
  });
});

describe('messages', () => {
  it('wait in the broker for the one slot of their consumer', async () => {
    const result = await schedule(
      {
        components: [{ id: 'queue', kind: 'queue' }, constant('worker', 1250)],
        connections: [call('queue', 'worker', { mode: 'async' })],
        arrivals: [everySecond('queue')],
      },
      { warmupS: 0, durationS: 11 },
    );
    // As in the queue that grows; whoever sent a message has its answer at once.
    expect(result.requests.responseMs.max).toEqual(about(0));
    expect(result.components['worker']?.throughputPerSecond).toEqual(about(8 / 11));
    expect(result.components['worker']?.waiting).toEqual(about(0));
    // Eight have begun and waited 0.25 (n - 1) s, a ninth at 11 s has waited 2 s, the tenth 1 s, the eleventh none.
    expect(result.components['queue']?.waiting).toEqual(about((0.25 * 28 + 2 + 1) / 11));
  });

  it('go to all consumers of a topic, and fill its room by the slowest', async () => {
    const result = await schedule(
      {
        components: [
          { id: 'topic', kind: 'topic', capacity: { queueLimit: 2 } },
          constant('fast', 100),
          constant('slow', 20_000),
        ],
        connections: [call('topic', 'fast', { mode: 'async' }), call('topic', 'slow', { mode: 'async' })],
        arrivals: [everySecond('topic')],
      },
      { warmupS: 0 },
    );
    // The slow one takes the first, the next two wait for it, and the rest find no room.
    expect(result.components['topic']?.rejectedPerSecond).toEqual(about(0.7));
    expect(result.components['fast']?.throughputPerSecond).toEqual(about(0.3));
    expect(result.components['topic']?.waiting).toEqual(about((8 + 7) / 10));
  });
});
