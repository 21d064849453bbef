// Answers that are not waited for: second tries of hedged calls, and calls beyond a quorum.
import { describe, expect, it } from 'vitest';
import type { Connection, Scenario } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { call, client, deterministic, expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import type { Model } from './measure.ts';
import { harmonic, orderStatistic } from './theory.ts';

const SHORT = { durationS: 52, warmupS: 2 };

function about(value: number): Statistic {
  return { mean: expect.closeTo(value, 9) as number, ci95: null };
}

/** Without chance, from 0 s to 10 s. */
function schedule(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return measure(model, { durationS: 10, warmupS: 0, replications: 1, ...scenario });
}

describe('a hedged call', () => {
  const model = (connection: Partial<Connection>, ratePerSecond = 1000): Model => ({
    components: [client('web'), service('api', 10, { capacity: UNLIMITED })],
    connections: [call('web', 'api', connection)],
    arrivals: [poisson('web', ratePerSecond)],
  });

  it.each([0, 4, 10])(
    'after %d ms takes the smaller of X and d + Y: m (1 - q) + q m / 2, q = exp(-d/m)',
    async (afterMs) => {
      const result = await measure(model({ hedge: { afterMs } }), SHORT);
      const late = Math.exp(-afterMs / 10);
      const connection = result.connections['web-api'];
      expectAgreement({
        response: [result.requests.responseMs.mean, 10 * (1 - late) + late * 5],
        'as the caller sees it': [connection?.responseMs.mean, 10 * (1 - late) + late * 5],
        'first tries': [connection?.callsPerSecond, 1000],
        hedges: [connection?.retriesPerSecond, 1000 * late],
        answers: [connection?.outcomesPerSecond.ok, 1000],
        'all of the work goes on': [result.components['api']?.inSystem, 10 * (1 + late)],
      });
    },
  );

  it('counts also where nobody waits for it', async () => {
    const result = await measure(model({ hedge: { afterMs: 4 }, mode: 'async' }), SHORT);
    expectAgreement({
      hedges: [result.connections['web-api']?.retriesPerSecond, 1000 * Math.exp(-0.4)],
      response: [result.connections['web-api']?.responseMs.mean, 10 * (1 - Math.exp(-0.4)) + Math.exp(-0.4) * 5],
    });
  });

  const every = (perSecond: number) => [{ at: 'web', process: 'deterministic' as const, ratePerSecond: perSecond }];

  it('and its second time out each by itself, and only the last of them fails the try', async () => {
    const result = await schedule(
      {
        components: [client('web'), service('api', 0, { service: deterministic(100), capacity: UNLIMITED })],
        connections: [
          call('web', 'api', {
            timeoutMs: 40,
            hedge: { afterMs: 10 },
            retry: { attempts: 2, backoffMs: 5 },
            optional: true,
          }),
        ],
        arrivals: every(1),
      },
      { durationS: 10.5 },
    );
    // Tries at 0 and 10 ms, late at 40 and 50 ms; again at 55 and 65 ms, late at 95 and 105 ms.
    expect(result.requests.responseMs.max).toEqual(about(105));
    expect(result.connections['web-api']).toMatchObject({
      callsPerSecond: about(10 / 10.5),
      retriesPerSecond: about(30 / 10.5),
      timeoutsPerSecond: about(40 / 10.5),
    });
    expect(result.components['api']?.inSystem).toEqual(about(4 / 10.5));
  });

  it('lives on in its second try after the timeout of the first', async () => {
    const result = await schedule({
      components: [
        client('web'),
        client('admin'),
        service('api', 0, {
          capacity: { replicas: 2, dispatch: 'round-robin' },
          service: deterministic(20),
          serviceByClass: { long: deterministic(500) },
        }),
      ],
      connections: [
        call('web', 'api', { timeoutMs: 30, hedge: { afterMs: 15 }, bulkhead: 2 }),
        call('admin', 'api', { latencyMs: 1 }),
      ],
      arrivals: [
        { at: 'admin', process: 'trace', timesMs: [999], class: 'long' },
        { at: 'admin', process: 'trace', timesMs: [1000] },
        { at: 'web', process: 'trace', timesMs: [1040, 1100] },
      ],
    });
    // The first replica is busy to 1500 ms. There the first try waits, late at 1070 ms; its second, sent to the other
    // at 1055 ms, answers at 1075 ms. So does the request of 1100 ms, as the turn has come round.
    expect(result.arrivals[2]).toMatchObject({ errorRate: about(0), responseMs: { mean: about(35), max: about(35) } });
    expect(result.connections['web-api']).toMatchObject({
      callsPerSecond: about(0.2),
      retriesPerSecond: about(0.2),
      timeoutsPerSecond: about(0.2),
      outcomesPerSecond: { ok: about(0.2), rejected: about(0) },
      responseMs: { mean: about(35) },
    });
  });

  it('takes the first answer, also a bad one', async () => {
    const result = await schedule(
      {
        components: [client('web'), service('api', 0, { service: deterministic(100), capacity: { queueLimit: 0 } })],
        connections: [call('web', 'api', { hedge: { afterMs: 10 } })],
        arrivals: every(1),
      },
      { durationS: 10.5 },
    );
    // The second finds no room after 10 ms.
    expect(result.requests.errorRate).toEqual(about(1));
    expect(result.connections['web-api']?.outcomesPerSecond).toMatchObject({
      rejected: about(10 / 10.5),
      ok: about(0),
    });
    expect(result.components['api']).toMatchObject({ throughputPerSecond: about(10 / 10.5) });
  });

  it('sends no second try that its guards refuse', async () => {
    const result = await schedule(
      {
        components: [client('web'), service('api', 0, { service: deterministic(100), capacity: UNLIMITED })],
        connections: [call('web', 'api', { hedge: { afterMs: 10 }, bulkhead: 1 })],
        arrivals: every(1),
      },
      { durationS: 10.5 },
    );
    expect(result.requests).toMatchObject({ errorRate: about(0), responseMs: { max: about(100) } });
    expect(result.connections['web-api']).toMatchObject({
      retriesPerSecond: about(0),
      outcomesPerSecond: { rejected: about(0) },
    });
  });

  it('frees the bulkhead of both tries with the first answer', async () => {
    const result = await schedule({
      components: [client('web'), service('api', 0, { service: deterministic(100), capacity: { concurrency: 1 } })],
      connections: [call('web', 'api', { hedge: { afterMs: 10 }, bulkhead: 2 })],
      arrivals: [{ at: 'web', process: 'trace', timesMs: [1000, 1150] }],
    });
    // The hedge of 1010 ms would be done at 1200 ms, but the answer came at 1100 ms: the next two tries find room.
    expect(result.requests.errorRate).toEqual(about(0));
    expect(result.connections['web-api']?.retriesPerSecond).toEqual(about(0.2));
  });

  it('that is the one call of a half-open breaker leaves its place to another when it has become needless', async () => {
    const traced = (timesMs: number[], name: string) =>
      ({ at: 'web', process: 'trace', timesMs, class: name }) as const;
    const result = await schedule({
      components: [
        client('web'),
        service('api', 0, {
          capacity: { concurrency: 2, queueLimit: 0 },
          serviceByClass: { long: deterministic(3000), middle: deterministic(300) },
        }),
      ],
      connections: [
        call('web', 'api', {
          hedge: { afterMs: 2000 },
          circuitBreaker: { failureRate: 1, minimumCalls: 1, windowS: 10, openS: 1 },
        }),
      ],
      // Both slots are taken when the call of 100 ms is rejected: open to 1.1 s. The hedge of 2 s is the one call let
      // through, so that of 2.5 s is held back. The first try answers at 3 s: the call of 3.1 s takes its place.
      arrivals: [traced([0], 'long'), traced([50], 'middle'), traced([100, 2500, 3100, 3200], 'quick')],
    });
    expect(result.connections['web-api']?.outcomesPerSecond).toMatchObject({
      ok: about(0.4),
      rejected: about(0.1),
      open: about(0.1),
    });
  });
});

describe('a timeout', () => {
  it('does not befall a call of another connection that has come to the same frame with the same deadline', async () => {
    const result = await schedule(
      {
        components: [
          client('web'),
          service('a', 0, { service: deterministic(10) }),
          service('b', 0, { service: deterministic(500) }),
        ],
        connections: [call('web', 'a', { timeoutMs: 40 }), call('web', 'b', { timeoutMs: 30, optional: true })],
        arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 1 }],
      },
      { durationS: 10.5 },
    );
    // Late at 40 ms are the calls to b, which began at 10 ms; those to a have long been answered.
    expect(result.connections['web-a']?.timeoutsPerSecond).toEqual(about(0));
    expect(result.connections['web-b']?.timeoutsPerSecond).toEqual(about(10 / 10.5));
  });
});

describe('a quorum', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const model = (need: number | null, errorRate = 0): Model => ({
    components: [
      client('web', { calls: 'parallel', need }),
      ...ids.map((id) => service(id, 10, { errorRate, capacity: UNLIMITED })),
    ],
    connections: ids.map((id) => call('web', id)),
    arrivals: [poisson('web', 1000)],
  });

  it.each([1, 3, 5, 9, null])('of %s of five exponentials is their order statistic (Rényi 1953)', async (need) => {
    const result = await measure(model(need), SHORT);
    const mean = need === null ? 10 * harmonic(5) : 10 * orderStatistic(Math.min(need, 5), 5);
    expectAgreement({
      response: [result.requests.responseMs.mean, mean],
      'the work of all goes on': [result.components['c']?.inSystem, 10],
    });
    expect(result.requests.errorRate.mean).toBe(0);
  });

  it.each([2, 4])('of %i is missed as often as too few of five answer well (binomial)', async (need) => {
    const p = 0.3;
    const result = await measure(model(need, p), SHORT);
    const choose = [1, 5, 10, 10, 5, 1];
    let missed = 0;
    for (let well = 0; well < need; well++) missed += (choose[well] ?? NaN) * (1 - p) ** well * p ** (5 - well);
    expectAgreement({ missed: [result.requests.errorRate, missed, 0.08] });
  });

  const constants = (meansMs: Record<string, number>) =>
    Object.entries(meansMs).map(([id, meanMs]) =>
      service(id, 0, { service: deterministic(meanMs), capacity: UNLIMITED }),
    );
  const everySecond = [{ at: 'web', process: 'deterministic' as const, ratePerSecond: 1 }];

  it('fails only after all have ended', async () => {
    const result = await schedule(
      {
        components: [
          client('web'),
          service('front', 0, { calls: 'parallel', need: 2, capacity: UNLIMITED }),
          service('a', 0, { errorRate: 1, capacity: UNLIMITED }),
          ...constants({ b: 200 }),
        ],
        connections: [call('web', 'front', { optional: true }), call('front', 'a'), call('front', 'b')],
        arrivals: everySecond,
      },
      { durationS: 10.5 },
    );
    expect(result.requests.responseMs.max).toEqual(about(200));
    expect(result.connections['web-front']?.outcomesPerSecond.error).toEqual(about(10 / 10.5));
  });

  it('counts what was called: fewer connections than it needs are all', async () => {
    const result = await schedule(
      {
        components: [client('web', { calls: 'parallel', need: 2 }), ...constants({ a: 30, b: 50 })],
        connections: [call('web', 'a'), call('web', 'b', { classes: ['other'] })],
        arrivals: everySecond,
      },
      { durationS: 10.5 },
    );
    expect(result.requests).toMatchObject({ errorRate: about(0), responseMs: { max: about(30) } });
  });

  it('frees at once the slot that blocks and the bulkhead of what it no longer waits for', async () => {
    const result = await schedule(
      {
        components: [
          service('web', 0, { calls: 'parallel', need: 1, threading: 'blocking' }),
          ...constants({ a: 50, b: 950 }),
        ],
        connections: [call('web', 'a'), call('web', 'b', { bulkhead: 1, timeoutMs: 900 })],
        arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 10 }],
      },
      { durationS: 10.05 },
    );
    // One each 100 ms: a slot held for 950 ms would let them queue, a place held so long would let b reject.
    expect(result.requests).toMatchObject({ errorRate: about(0), responseMs: { max: about(50) } });
    expect(result.components['web']?.blocked).toEqual(about((100 * 0.05) / 10.05));
    expect(result.connections['web-b']).toMatchObject({
      callsPerSecond: about(100 / 10.05),
      timeoutsPerSecond: about(0),
      outcomesPerSecond: { rejected: about(0), ok: about(0) },
    });
    expect(result.components['b']?.throughputPerSecond).toEqual(about(91 / 10.05));
  });

  it('tries nothing again, and calls nothing more, that it no longer waits for', async () => {
    const result = await schedule(
      {
        components: [
          client('web', { calls: 'parallel', need: 1 }),
          service('no', 0, { errorRate: 1, capacity: UNLIMITED }),
          ...constants({ a: 50, b: 30 }),
        ],
        connections: [
          call('web', 'a'),
          call('web', 'no', { retry: { attempts: 9, backoffMs: 20 } }),
          call('web', 'b', { calls: 5 }),
        ],
        arrivals: everySecond,
      },
      { durationS: 10.5 },
    );
    // Tries at 0, 20 and 40 ms, then the answer of a at 50 ms; b has then been called at 0 and 30 ms.
    expect(result.connections['web-no']).toMatchObject({
      retriesPerSecond: about(20 / 10.5),
      outcomesPerSecond: { error: about(30 / 10.5) },
    });
    expect(result.components['no']?.arrivalsPerSecond).toEqual(about(30 / 10.5));
    expect(result.connections['web-b']?.callsPerSecond).toEqual(about(20 / 10.5));
    expect(result.requests.responseMs.max).toEqual(about(50));
  });

  it('also gives up both tries of a hedged call', async () => {
    const result = await schedule(
      {
        components: [client('web', { calls: 'parallel', need: 1 }), ...constants({ a: 50, b: 300 })],
        connections: [call('web', 'a'), call('web', 'b', { hedge: { afterMs: 20 }, timeoutMs: 100, bulkhead: 2 })],
        arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 10 }],
      },
      { durationS: 10.05 },
    );
    expect(result.connections['web-b']).toMatchObject({
      retriesPerSecond: about(100 / 10.05),
      timeoutsPerSecond: about(0),
      outcomesPerSecond: { rejected: about(0), ok: about(0) },
    });
  });
});
