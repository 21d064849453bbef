// Deliveries, partitions and batches without any chance in them, against schedules worked out by hand.
import { describe, expect, it } from 'vitest';
import type { Component, Connection, Scenario } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { call, deterministic, measure, service, UNLIMITED } from './measure.ts';
import type { Model } from './measure.ts';

/** Messages at 1 s, 2 s, … */
const everySecond = (at: string) => ({ at, process: 'deterministic' as const, ratePerSecond: 1 });
const constant = (id: string, meanMs: number, rest: Partial<Component> = {}) =>
  service(id, 0, { service: deterministic(meanMs), ...rest });
const broker = (kind: 'queue' | 'topic' | 'stream', rest: Partial<Component> = {}): Component => ({
  id: 'broker',
  kind,
  ...rest,
});
const delivery = (to: string, rest: Partial<Connection> = {}) => call('broker', to, { mode: 'async', ...rest });

/** Times and integrals are sums of doubles. */
function about(value: number): Statistic {
  return { mean: expect.closeTo(value, 9) as number, ci95: null };
}

/** In (2 s, 10 s], unless told otherwise. */
function schedule(model: Omit<Model, 'arrivals'> & Partial<Model>, scenario: Partial<Scenario> = {}): Promise<Result> {
  const run = { durationS: 10, warmupS: 2, replications: 1, ...scenario };
  return measure({ arrivals: [everySecond('broker')], ...model }, run);
}

const WHOLE = { durationS: 11, warmupS: 0 } as const;

/**
 * In 11 s from the start: message n starts at `1 + (n - 1) (1 + more)` s, one after the other, and none starts twice;
 * in s of waiting messages and s² of the age of the oldest, which is the next to start.
 */
function oneAfterTheOther(more: number): { started: number; waited: number; waiting: number; oldest: number } {
  const sum = { started: 0, waited: 0, waiting: 0, oldest: 0 };
  for (let n = 1; n <= 11; n++) {
    const start = 1 + (n - 1) * (1 + more);
    const previous = n === 1 ? 1 : start - 1 - more;
    const until = Math.min(11, start);
    const first = Math.max(n, previous);
    sum.waiting += until - n;
    if (first < until) sum.oldest += ((until - n) ** 2 - (first - n) ** 2) / 2;
    if (start <= 11) {
      sum.started += 1;
      sum.waited += start - n;
    }
  }
  return sum;
}

function expectOneAfterTheOther(result: Result, more: number): void {
  const { started, waited, waiting, oldest } = oneAfterTheOther(more);
  expect(result.components['broker']).toMatchObject({
    waiting: about(waiting / 11),
    waitMs: { mean: about((1000 * waited) / started) },
    lag: { messages: about(waiting / 11), oldestMs: about((1000 * oldest) / 11) },
  });
}

describe('a message whose consumer fails', () => {
  const poisoned = (rest: Partial<Component>, dead: readonly Component[] = []) =>
    schedule({
      components: [broker('queue', rest), constant('worker', 100, { errorRate: 1 }), ...dead],
      connections: [delivery('worker')],
    });

  it('comes again at once, and is dropped after the last delivery', async () => {
    const result = await poisoned({ maxDeliveries: 3 });
    // Delivered at 0, 100 and 200 ms, dropped at 300 ms.
    expect(result.connections['broker-worker']).toMatchObject({
      callsPerSecond: about(3),
      retriesPerSecond: about(0),
      outcomesPerSecond: { ok: about(0), error: about(3) },
    });
    expect(result.components['broker']).toMatchObject({ throughputPerSecond: about(1), failedPerSecond: about(1) });
    expect(result.components['worker']).toMatchObject({ failedPerSecond: about(3), utilisation: about(0.3) });
    expect(result.components['broker']?.lag).toEqual({ messages: about(0), oldestMs: about(0) });
    expect(result.requests).toMatchObject({ throughputPerSecond: about(1), errorRate: about(0) });
  });

  it('goes to the dead letters instead, with nobody waiting for it', async () => {
    const result = await poisoned({ maxDeliveries: 3, deadLetter: 'dead' }, [{ id: 'dead', kind: 'queue' }]);
    expect(result.components['broker']?.failedPerSecond).toEqual(about(0));
    expect(result.components['dead']).toMatchObject({ arrivalsPerSecond: about(1), throughputPerSecond: about(1) });
    expect(result.requests).toMatchObject({ offeredPerSecond: about(1), throughputPerSecond: about(1) });
  });

  it('is lost where the dead letters have no room, and counts there', async () => {
    const result = await poisoned({ deadLetter: 'dead' }, [
      { id: 'dead', kind: 'queue', capacity: { replicas: 0, queueLimit: 0 } },
    ]);
    expect(result.components['dead']?.rejectedPerSecond).toEqual(about(1));
    expect(result.requests).toMatchObject({ throughputPerSecond: about(1), errorRate: about(0) });
  });

  it('goes round and round between brokers that are the dead letters of each other', async () => {
    const result = await schedule({
      components: [
        broker('queue', { deadLetter: 'other' }),
        { id: 'other', kind: 'queue', deadLetter: 'broker' },
        constant('worker', 5_000, { errorRate: 1, capacity: UNLIMITED }),
      ],
      connections: [delivery('worker'), call('other', 'worker', { mode: 'async' })],
    });
    // In (2 s, 10 s] come 8 from outside; those of 1 s to 5 s go over at 6 s to 10 s, and none comes back before 11 s.
    expect(result.components['other']?.arrivalsPerSecond).toEqual(about(5 / 8));
    expect(result.components['broker']?.arrivalsPerSecond).toEqual(about(8 / 8));
  });

  it('ends the run where that takes no time', async () => {
    await expect(
      schedule({
        components: [
          broker('queue', { deadLetter: 'other' }),
          { id: 'other', kind: 'queue', deadLetter: 'broker' },
          constant('worker', 0, { errorRate: 1 }),
        ],
        connections: [delivery('worker'), call('other', 'worker', { mode: 'async' })],
      }),
    ).rejects.toThrow(/endless-instant/);
  });

  it('goes before all that wait, which is seen by their waits', async () => {
    const result = await schedule(
      {
        components: [broker('queue', { maxDeliveries: 2 }), constant('worker', 600, { errorRate: 1 })],
        connections: [delivery('worker')],
      },
      WHOLE,
    );
    // Two deliveries of 600 ms each, one right after the other.
    expectOneAfterTheOther(result, 0.2);
  });
});

describe('a delivery that takes too long', () => {
  it('is tried again after the backoff, while the work of each try goes on', async () => {
    const result = await schedule({
      components: [broker('queue'), constant('worker', 100, { capacity: UNLIMITED })],
      connections: [delivery('worker', { timeoutMs: 40, retry: { attempts: 3, backoffMs: 10, multiplier: 2 } })],
    });
    // Tries at 0, 50 and 110 ms; given up at 40, 90 and 150 ms; each of them works 100 ms.
    expect(result.connections['broker-worker']).toMatchObject({
      callsPerSecond: about(1),
      retriesPerSecond: about(2),
      timeoutsPerSecond: about(3),
      outcomesPerSecond: { ok: about(0), timeout: about(3) },
    });
    expect(result.components['worker']).toMatchObject({
      arrivalsPerSecond: about(3),
      throughputPerSecond: about(3),
      inSystem: about(0.3),
    });
    // It waits in the broker from 40 to 50 and from 90 to 110 ms after it came there.
    expect(result.components['broker']).toMatchObject({
      failedPerSecond: about(1),
      waiting: about(0.03),
      lag: { messages: about(0.03), oldestMs: about((50 ** 2 - 40 ** 2 + 110 ** 2 - 90 ** 2) / 2 / 1000) },
    });
  });

  it('finds the slot still held by what it gave up', async () => {
    const result = await schedule({
      components: [broker('queue'), constant('worker', 100)],
      connections: [delivery('worker', { timeoutMs: 40, retry: { attempts: 2, backoffMs: 10 } })],
    });
    // Given up at 40 ms, it could go from 50 ms on, has the slot at 100 ms, and is given up again at 140 ms.
    expect(result.components['broker']?.lag?.messages).toEqual(about(0.06));
    expect(result.components['worker']?.utilisation).toEqual(about(0.2));
    expect(result.connections['broker-worker']).toMatchObject({ retriesPerSecond: about(1) });
    expect(result.components['broker']?.failedPerSecond).toEqual(about(1));
  });

  it('has as many tries again in each further delivery', async () => {
    const result = await schedule({
      components: [broker('queue', { maxDeliveries: 2 }), constant('worker', 100, { capacity: UNLIMITED })],
      connections: [delivery('worker', { timeoutMs: 40, retry: { attempts: 2, backoffMs: 10 } })],
    });
    // Tries at 0 and 50 ms, and at 90 and 140 ms, dropped at 180 ms.
    expect(result.connections['broker-worker']).toMatchObject({
      callsPerSecond: about(2),
      retriesPerSecond: about(2),
      timeoutsPerSecond: about(4),
    });
    expect(result.components['broker']?.failedPerSecond).toEqual(about(1));
  });

  it('has its answer where a later try is in time, and tells of all of them', async () => {
    const result = await schedule({
      components: [broker('queue'), constant('slow', 500), constant('fast', 20)],
      connections: [
        delivery('slow', { timeoutMs: 40, retry: { attempts: 2, backoffMs: 10 } }),
        delivery('fast', { retry: { attempts: 2 } }),
      ],
    });
    // Each second time the slow one has been idle longest; what it leaves the fast one tries again, from 50 to 70 ms.
    // Of 3 s to 10 s, those of 3, 5, 7 and 9 s go to the slow one first.
    expect(result.connections['broker-slow']).toMatchObject({ timeoutsPerSecond: about(4 / 8) });
    expect(result.connections['broker-fast']).toMatchObject({ retriesPerSecond: about(4 / 8) });
    expect(result.components['broker']?.failedPerSecond).toEqual(about(0));
  });

  it('is nothing to a caller further up, and an optional one nothing to the broker', async () => {
    const result = await schedule({
      components: [broker('queue', { maxDeliveries: 5 }), constant('worker', 100, { errorRate: 1 })],
      connections: [delivery('worker', { optional: true })],
    });
    expect(result.connections['broker-worker']?.callsPerSecond).toEqual(about(1));
    expect(result.components['broker']?.failedPerSecond).toEqual(about(0));
  });
});

describe('several calls of one message', () => {
  it('follow each other before any other message', async () => {
    const result = await schedule(
      { components: [broker('queue'), constant('worker', 600)], connections: [delivery('worker', { calls: 2 })] },
      WHOLE,
    );
    expectOneAfterTheOther(result, 0.2);
    expect(result.components['broker']?.failedPerSecond).toEqual(about(0));
  });
});

describe('connections of some classes', () => {
  const classed = (kind: 'queue' | 'topic', connections: readonly Connection[]) =>
    schedule(
      {
        components: [broker(kind), constant('a', 20_000), constant('b', 100), constant('all', 100)],
        connections,
        arrivals: [
          { ...everySecond('broker'), class: 'red' },
          { ...everySecond('broker'), class: 'blue' },
          everySecond('broker'),
        ],
      },
      { warmupS: 0 },
    );
  const arrivals = (result: Result) => ['a', 'b', 'all'].map((id) => result.components[id]?.arrivalsPerSecond.mean);

  it('compete for their own only, each with its own line; what nobody takes is done', async () => {
    const result = await classed('queue', [delivery('a', { classes: ['red'] }), delivery('b', { classes: ['blue'] })]);
    // The first red one takes 20 s, and holds up the nine others but nothing blue.
    expect(arrivals(result)).toEqual([0.1, 1, 0]);
    expect(result.components['broker']).toMatchObject({ throughputPerSecond: about(3), waiting: about(36 / 10) });
    expect(result.components['broker']?.lag?.oldestMs).toEqual(about((8 ** 2 / 2 / 10) * 1000));
  });

  it('have copies of their own only', async () => {
    const links = [delivery('a', { classes: ['red'] }), delivery('b', { classes: ['blue'] })];
    const result = await classed('topic', [...links, delivery('all')]);
    // All three of a second come at one time to the one that takes all, in 300 ms.
    expect(arrivals(result)).toEqual([0.1, 1, 2.8]);
    expect(result.components['broker']?.throughputPerSecond).toEqual(about(3));
  });
});

describe('a partition', () => {
  const poison = { components: [broker('stream', { partitions: 1, maxDeliveries: 2 })] };

  it('is held by a poison message until that is dropped, however many slots are free', async () => {
    const worker = constant('worker', 600, { errorRate: 1, capacity: { concurrency: 2 } });
    const result = await schedule(
      { components: [...poison.components, worker], connections: [delivery('worker')] },
      WHOLE,
    );
    expectOneAfterTheOther(result, 0.2);
  });

  it('is held through the backoffs as well', async () => {
    const result = await schedule(
      {
        components: [broker('stream', { partitions: 1 }), constant('worker', 900, { capacity: UNLIMITED })],
        connections: [delivery('worker', { timeoutMs: 500, retry: { attempts: 2, backoffMs: 300 } })],
      },
      WHOLE,
    );
    // From each start on 500 ms, a backoff of 300, and 500 ms: the next begins 1.3 s later.
    const { started, waited } = oneAfterTheOther(0.3);
    expect(result.components['broker']?.waitMs.mean).toEqual(about((1000 * waited) / started));
    expect(result.components['broker']?.failedPerSecond).toEqual(about(7 / 11));
  });

  it('of a topic is held for each consumer by itself', async () => {
    const result = await schedule(
      {
        components: [
          broker('stream', { partitions: 1, delivery: 'broadcast' }),
          constant('one', 1200, { capacity: UNLIMITED }),
          constant('two', 100, { capacity: UNLIMITED }),
        ],
        connections: [delivery('one'), delivery('two')],
      },
      WHOLE,
    );
    const { waiting, oldest } = oneAfterTheOther(0.2);
    expect(result.components['broker']?.lag).toEqual({
      messages: about(waiting / 11),
      oldestMs: about((1000 * oldest) / 11),
    });
    expect(result.components['two']?.throughputPerSecond).toEqual(about(10 / 11));
  });
});

describe('a batch', () => {
  const batching = (batch: Component['batch'], meanMs: number, rest: Partial<Component> = {}, more: Component[] = []) =>
    schedule({
      components: [broker('queue'), constant('worker', meanMs, { ...(batch && { batch }), ...rest }), ...more],
      connections: [delivery('worker'), ...more.map(({ id }) => call('worker', id))],
    });

  it('starts at once when it is full', async () => {
    const result = await batching({ max: 2, waitMs: 5000 }, 100);
    // At 2 s, 4 s, …: one of the two has waited 1 s, both work 100 ms in one slot.
    expect(result.components['broker']?.lag).toEqual({ messages: about(0.5), oldestMs: about(250) });
    expect(result.components['worker']).toMatchObject({
      arrivalsPerSecond: about(1),
      throughputPerSecond: about(1),
      utilisation: about(0.05),
      inSystem: about(0.1),
      responseMs: { mean: about(100) },
      waitMs: { mean: about(0) },
    });
  });

  it('starts with what there is when the slot has waited long enough', async () => {
    const result = await batching({ max: 10, waitMs: 300 }, 100);
    expect(result.components['broker']?.lag).toEqual({ messages: about(0.3), oldestMs: about(45) });
    expect(result.components['worker']).toMatchObject({ throughputPerSecond: about(1), utilisation: about(0.1) });
  });

  it('without a wait takes what has come while the last one worked', async () => {
    const result = await schedule(
      {
        components: [broker('queue'), constant('worker', 2400, { batch: { max: 3 } })],
        connections: [delivery('worker')],
      },
      WHOLE,
    );
    // 1 | 2 3 at 3.4 s | 4 5 at 5.8 s | 6 7 8 at 8.2 s | 9 10 at 10.6 s; the eleventh has only come.
    const waits = [1.4, 0.4, 1.8, 0.8, 2.2, 1.2, 0.2, 1.6, 0.6];
    const waited = waits.reduce((sum, wait) => sum + wait, 0);
    expect(result.components['broker']).toMatchObject({
      waiting: about(waited / 11),
      waitMs: { mean: about((1000 * waited) / 10) },
    });
    expect(result.components['worker']).toMatchObject({
      throughputPerSecond: about(8 / 11),
      utilisation: about(10 / 11),
      inSystem: about((2.4 * (1 + 2 + 2 + 3) + 0.4 * 2) / 11),
    });
  });

  it('waits anew from when a slot is free', async () => {
    const result = await schedule(
      {
        components: [broker('queue'), constant('worker', 1500, { batch: { max: 5, waitMs: 700 } })],
        connections: [delivery('worker')],
      },
      { durationS: 6, warmupS: 0 },
    );
    // 1 from 1.7 to 3.2 s; 2 and 3 then wait for more until 3.9 s and work until 5.4 s; 4 and 5 until 6.1 s.
    const waited = 0.7 + 1.9 + 0.9 + (6 - 4) + (6 - 5);
    expect(result.components['broker']?.waiting).toEqual(about(waited / 6));
    expect(result.components['worker']?.throughputPerSecond).toEqual(about(3 / 6));
  });

  it('that blocks holds its one slot until the last of it has answered', async () => {
    const result = await batching({ max: 2, waitMs: 5000 }, 50, { threading: 'blocking' }, [constant('db', 100)]);
    // Every 2 s: 50 ms of work for both, then one waits 100 ms for its answer, the other 200 ms.
    expect(result.components['worker']).toMatchObject({
      utilisation: about((0.05 + 0.2) / 2),
      blocked: about((0.1 + 0.2) / 2),
      inSystem: about((2 * 0.05) / 2),
      responseMs: { mean: about(50) },
    });
  });

  it('travels once, and each of it answers by itself', async () => {
    const result = await schedule({
      components: [broker('queue'), constant('worker', 100, { batch: { max: 2, waitMs: 5000 } })],
      connections: [delivery('worker', { latencyMs: 7 })],
    });
    expect(result.connections['broker-worker']).toMatchObject({
      callsPerSecond: about(1),
      responseMs: { mean: about(114) },
      outcomesPerSecond: { ok: about(8 / 8) },
    });
  });

  it('holds the partitions of all its messages, and gives back in order what has failed', async () => {
    const result = await schedule(
      {
        components: [
          broker('stream', { partitions: 1, maxDeliveries: 2 }),
          constant('worker', 600, { errorRate: 1, batch: { max: 2, waitMs: 3000 }, capacity: UNLIMITED }),
        ],
        connections: [delivery('worker')],
      },
      { durationS: 9, warmupS: 0 },
    );
    // 1 and 2 at 2 s and at 2.6 s, dropped at 3.2 s; 3 and 4 at 4 s …: every message twice, all dropped 1.2 s later.
    expect(result.connections['broker-worker']?.callsPerSecond).toEqual(about(16 / 9));
    expect(result.components['broker']).toMatchObject({ failedPerSecond: about(6 / 9), waiting: about(4 / 9) });
  });

  it('has timeouts for each of its messages', async () => {
    const result = await schedule({
      components: [broker('queue'), constant('worker', 100, { batch: { max: 2, waitMs: 5000 }, capacity: UNLIMITED })],
      connections: [delivery('worker', { timeoutMs: 40 })],
    });
    expect(result.connections['broker-worker']).toMatchObject({ timeoutsPerSecond: about(1) });
    expect(result.components['broker']?.failedPerSecond).toEqual(about(1));
    expect(result.components['worker']).toMatchObject({
      throughputPerSecond: about(1),
      utilisation: about(0.05 / 1e5),
    });
  });
});

describe('the lag in the series', () => {
  it('is that of each step by itself', async () => {
    const result = await schedule(
      { components: [broker('queue'), constant('worker', 1e6)], connections: [delivery('worker')] },
      { warmupS: 0 },
    );
    // From 2 s on the message of that time waits, for ever: so the oldest is t - 2 old, and one more comes each second.
    const { stepS } = result.series;
    const lag = result.series.components['broker']?.lag;
    const steps = lag?.messages.length ?? 0;
    const age = (t: number): number => Math.max(0, t - 2) ** 2 / 2;
    const waiting = (t: number): number => [2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, at) => sum + Math.max(0, t - at), 0);
    const over = (integral: (t: number) => number) =>
      Array.from({ length: steps }, (_, step): unknown =>
        expect.closeTo((integral((step + 1) * stepS) - integral(step * stepS)) / stepS, 6),
      );
    expect(steps).toBeGreaterThan(10);
    expect(lag?.messages).toEqual(over(waiting));
    expect(lag?.oldestMs).toEqual(over((t) => 1000 * age(t)));
    expect(result.series.components['worker']).not.toHaveProperty('lag');
  });
});
