// What a caller's own guards do: circuit breaker, bulkhead, rate limit, and the budget of retries.
import { describe, expect, it } from 'vitest';
import type { Connection, Scenario } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import {
  call,
  client,
  deterministic,
  expectAgreement,
  exponential,
  measure,
  poisson,
  service,
  UNLIMITED,
} from './measure.ts';
import type { Model } from './measure.ts';
import { erlangB } from './theory.ts';

function about(value: number): Statistic {
  return { mean: expect.closeTo(value, 9) as number, ci95: null };
}

/** Without chance, from 0 s on. */
function schedule(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return measure(model, { durationS: 10, warmupS: 0, replications: 1, ...scenario });
}

/** How many tries ended in each way, in ten seconds. */
function outcomesIn10s(result: Result, id = 'web-api'): Record<string, number> {
  const outcomes = Object.entries(result.connections[id]?.outcomesPerSecond ?? {});
  return Object.fromEntries(outcomes.map(([name, { mean }]) => [name, Math.round((mean ?? NaN) * 10)]));
}

describe('a circuit breaker', () => {
  const failing = (circuitBreaker: Connection['circuitBreaker'], rest: Partial<Connection> = {}): Model => ({
    components: [client('web'), service('api', 0, { errorRate: 1, capacity: UNLIMITED })],
    connections: [call('web', 'api', { circuitBreaker, ...rest })],
    arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 10 }],
  });

  it('lets through one call each time that it is half-open, against a callee that always fails', async () => {
    const result = await schedule(failing({ failureRate: 0.5, minimumCalls: 4, windowS: 10, openS: 2 }));
    // Calls at 0.1, 0.2 … 10 s. The fourth opens it at 0.4 s; then one at 2.4, 4.4, 6.4 and 8.4 s opens it again.
    expect(outcomesIn10s(result)).toEqual({ ok: 0, rejected: 0, error: 4 + 4, timeout: 0, open: 100 - 8 });
    expect(result.components['api']?.arrivalsPerSecond).toEqual(about(0.8));
    expect(result.requests.errorRate).toEqual(about(1));
  });

  it('fails at once what it holds back: no latency, no work', async () => {
    const result = await schedule(failing({ minimumCalls: 1, openS: 100 }, { latencyMs: 30, optional: true }));
    // The first is an error after twice 30 ms; all others succeed at once, as the call is optional.
    expect(outcomesIn10s(result)).toMatchObject({ error: 1, open: 99 });
    expect(result.requests.responseMs.mean).toEqual(about(60 / 100));
    expect(result.requests.responseMs.p95).toEqual(about(0));
  });

  it('waits for as many calls as it needs, and opens at the share of failures, not below it', async () => {
    const model = (failureRate: number): Model => {
      const [web, api] = failing({}).components;
      const traced = (timesMs: number[], name: string) =>
        ({ at: 'web', process: 'trace', timesMs, class: name }) as const;
      return {
        components: [web!, { ...api!, errorRate: 0, serviceByClass: { slow: deterministic(50) } }],
        connections: [
          call('web', 'api', { timeoutMs: 10, circuitBreaker: { failureRate, minimumCalls: 5, openS: 60 } }),
        ],
        // Slow ones time out: of five calls three, of which one has to wait for the calls to be enough.
        arrivals: [traced([100, 200, 300], 'slow'), traced([400, 500, 600, 700], 'quick')],
      };
    };
    expect(outcomesIn10s(await schedule(model(0.6)))).toMatchObject({ timeout: 3, ok: 2, open: 2 });
    expect(outcomesIn10s(await schedule(model(0.61)))).toMatchObject({ timeout: 3, ok: 4, open: 0 });
  });

  it('forgets each outcome when it is as old as the window, to the moment', async () => {
    const model = (timesMs: number[]): Model => ({
      ...failing({ failureRate: 1, minimumCalls: 2, windowS: 1, openS: 60 }),
      arrivals: [{ at: 'web', process: 'trace', timesMs }],
    });
    // In (t - 1 s, t] there is never a second one in the first case.
    expect(outcomesIn10s(await schedule(model([1000, 2000, 3000, 4000])))).toMatchObject({ error: 4, open: 0 });
    expect(outcomesIn10s(await schedule(model([1000, 1999, 3000, 4000])))).toMatchObject({ error: 2, open: 2 });
  });

  it('closes on a success with an empty window, and then counts anew', async () => {
    const traced = (timesMs: number[], name: string) =>
      ({ at: 'web', process: 'trace', timesMs, class: name }) as const;
    const result = await schedule({
      components: [
        client('web'),
        service('api', 0, { capacity: UNLIMITED, serviceByClass: { slow: deterministic(50) } }),
      ],
      connections: [
        call('web', 'api', {
          timeoutMs: 10,
          circuitBreaker: { failureRate: 0.5, minimumCalls: 3, windowS: 60, openS: 1 },
        }),
      ],
      arrivals: [
        // Opens at 310 ms. The one of 1400 ms is let through, succeeds, and counts for nothing afterwards.
        traced([100, 200, 300, 500, 1500, 1600, 1700, 1800], 'slow'),
        traced([1400], 'quick'),
      ],
    });
    // Two more failures are too few, at 1710 ms there are three of three: that of 1800 ms is held back, as that of 500.
    expect(outcomesIn10s(result)).toEqual({ ok: 1, rejected: 0, error: 0, timeout: 3 + 3, open: 1 + 1 });
  });

  it('does not heed, while it is not closed, how calls end that began before it opened', async () => {
    const traced = (timesMs: number[], name: string) =>
      ({ at: 'web', process: 'trace', timesMs, class: name }) as const;
    const result = await schedule({
      components: [
        client('web'),
        service('api', 0, {
          capacity: UNLIMITED,
          serviceByClass: { long: deterministic(1500), probe: deterministic(400) },
        }),
        service('broken', 0, { errorRate: 1, capacity: UNLIMITED }),
      ],
      connections: [
        call('web', 'api', {
          timeoutMs: 700,
          circuitBreaker: { failureRate: 1, minimumCalls: 2, windowS: 60, openS: 1 },
        }),
      ],
      arrivals: [
        // Out at 0 and 100 ms, late at 700 and 800 ms: open until 1800 ms. A third, from 650 ms, is late at 1350 ms.
        traced([0, 100, 650], 'long'),
        // Let through from 1800 to 2200 ms, so what comes between is held back; after it all go.
        traced([1800], 'probe'),
        traced([1900, 2100, 2300], 'quick'),
      ],
    });
    expect(outcomesIn10s(result)).toEqual({ ok: 2, rejected: 0, error: 0, timeout: 3, open: 2 });
  });

  it('has the duty cycle of a schedule: a call each 250 ms to a callee that never answers in time', async () => {
    const result = await schedule(
      {
        components: [client('web'), service('api', 0, { service: deterministic(5000), capacity: UNLIMITED })],
        connections: [
          call('web', 'api', {
            timeoutMs: 1000,
            optional: true,
            circuitBreaker: { failureRate: 1, minimumCalls: 1, windowS: 10, openS: 3 },
          }),
        ],
        arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 4 }],
      },
      { durationS: 41.3, warmupS: 1.3 },
    );
    // The first, of 0.25 s, is late at 1.25 s, and so are the three after it by 2 s. From then on a round of 4 s: 3 s
    // open, a call at its end, late 1 s later. So of 16 calls in a round one goes out.
    expect(result.connections['web-api']?.outcomesPerSecond).toMatchObject({
      open: about((10 * 15) / 40),
      timeout: about((10 + 3) / 40),
    });
    expect(result.components['api']?.arrivalsPerSecond).toEqual(about(10 / 40));
  });
});

describe('a rate limit', () => {
  it('lets a burst through and then what its rate fills in', async () => {
    const result = await schedule({
      components: [client('web'), service('api', 0, { capacity: UNLIMITED })],
      connections: [call('web', 'api', { rateLimit: { perSecond: 3, burst: 5 } })],
      arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 10 }],
    });
    // By the call at t there are 5 tokens and 3 (t - 0.1) more, of which only whole ones go: the full bucket gains
    // nothing until the first is taken at 0.1 s. At 10 s: 5 + 29.7.
    expect(outcomesIn10s(result)).toEqual({ ok: 34, rejected: 66, error: 0, timeout: 0, open: 0 });
    expect(result.components['api']).toMatchObject({ arrivalsPerSecond: about(3.4), rejectedPerSecond: about(0) });
  });

  it.each([3, 7, 1000 / 7])(
    'passes calls at just its rate of %d a second, whatever the rounding',
    async (perSecond) => {
      const result = await schedule(
        {
          components: [client('web'), service('api', 0, { capacity: UNLIMITED })],
          connections: [call('web', 'api', { rateLimit: { perSecond, burst: 1 } })],
          arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: perSecond }],
        },
        { durationS: 1000 },
      );
      expect(result.connections['web-api']?.outcomesPerSecond.rejected).toEqual(about(0));
    },
  );

  it('of a burst of one loses Poisson calls as a server does that has no queue (Erlang B)', async () => {
    // One token each 20 ms, one kept. A call finds it unless the last was taken less than 20 ms ago: M/D/1/1.
    const result = await measure(
      {
        components: [client('web'), service('api', 0, { capacity: UNLIMITED })],
        connections: [call('web', 'api', { rateLimit: { perSecond: 50 } })],
        arrivals: [poisson('web', 100)],
      },
      { durationS: 220 },
    );
    const lost = erlangB(1, 2);
    expectAgreement({
      rejected: [result.connections['web-api']?.outcomesPerSecond.rejected, 100 * lost],
      ok: [result.connections['web-api']?.outcomesPerSecond.ok, 100 * (1 - lost)],
    });
  });
});

describe('a bulkhead', () => {
  it('loses what finds it full: M/G/c/c at the caller, both latencies and the wait included (Erlang B)', async () => {
    const result = await measure(
      {
        components: [client('web'), service('api', 30, { capacity: UNLIMITED })],
        connections: [call('web', 'api', { bulkhead: 4, latencyMs: 5 })],
        arrivals: [poisson('web', 100)],
      },
      { durationS: 320 },
    );
    const lost = erlangB(4, 0.1 * (5 + 30 + 5));
    expectAgreement({
      rejected: [result.connections['web-api']?.outcomesPerSecond.rejected, 100 * lost],
      'at the callee': [result.components['api']?.arrivalsPerSecond, 100 * (1 - lost)],
      errors: [result.requests.errorRate, lost],
      response: [result.requests.responseMs.mean, 40],
    });
  });

  it('no longer counts a try that has timed out, whose work goes on', async () => {
    const timeoutMs = 25;
    const result = await measure(
      {
        components: [client('web'), service('api', 30, { capacity: UNLIMITED })],
        connections: [call('web', 'api', { bulkhead: 2, timeoutMs })],
        arrivals: [poisson('web', 100)],
      },
      { durationS: 320 },
    );
    // A try is in flight for min(S, 25 ms), of mean 30 (1 - exp(-25/30)).
    const lost = erlangB(2, 0.1 * 30 * (1 - Math.exp(-timeoutMs / 30)));
    expectAgreement({
      rejected: [result.connections['web-api']?.outcomesPerSecond.rejected, 100 * lost],
      timeout: [result.connections['web-api']?.timeoutsPerSecond, 100 * (1 - lost) * Math.exp(-timeoutMs / 30)],
      'at work': [result.components['api']?.inSystem, 0.1 * (1 - lost) * 30],
    });
  });
});

describe('guards one after the other', () => {
  it('take nothing where a later one refuses', async () => {
    const result = await schedule({
      components: [client('web'), service('api', 0, { service: deterministic(950), capacity: UNLIMITED })],
      connections: [call('web', 'api', { bulkhead: 1, rateLimit: { perSecond: 0, burst: 3 } })],
      arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 10 }],
    });
    // Of each ten calls one finds the bulkhead empty, and only these take tokens: at 0.1, 1.1 and 2.1 s.
    expect(outcomesIn10s(result)).toMatchObject({ ok: 3, rejected: 97 });
  });

  it('do not use up the one call of a half-open breaker', async () => {
    const result = await schedule({
      components: [client('web'), service('api', 0, { errorRate: 1, capacity: UNLIMITED })],
      connections: [
        call('web', 'api', {
          circuitBreaker: { failureRate: 1, minimumCalls: 1, openS: 1 },
          rateLimit: { perSecond: 0.5, burst: 1 },
        }),
      ],
      arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 1 }],
    });
    // Fails at 1 s and opens. At 2 s half-open, but half a token: rejected. At 3 s through, fails, and so on.
    expect(outcomesIn10s(result)).toEqual({ ok: 0, rejected: 5, error: 5, timeout: 0, open: 0 });
  });
});

describe('a budget of retries', () => {
  const model = (retry: Connection['retry'], errorRate: number): Model => ({
    components: [client('web'), service('api', 0, { errorRate, capacity: UNLIMITED })],
    connections: [call('web', 'api', { retry })],
    arrivals: [{ at: 'web', process: 'deterministic', ratePerSecond: 100 }],
  });

  it.each([0, 0.1, 0.25, 1, 2.5])('of %d bounds retries by that much of the first tries', async (budgetRatio) => {
    const result = await schedule(model({ attempts: 4, budgetRatio }, 1));
    // 1,000 first tries, each followed by up to three retries as long as there is a whole one in the bucket.
    expect(Math.round((result.connections['web-api']?.retriesPerSecond.mean ?? NaN) * 10)).toBe(1000 * budgetRatio);
    expect(result.connections['web-api']?.callsPerSecond).toEqual(about(100));
  });

  it('holds ten at most, and starts empty', async () => {
    const [, failing] = model(undefined, 1).components;
    const result = await schedule({
      components: [client('web'), { ...failing!, errorRate: 0, serviceByClass: { slow: deterministic(100) } }],
      connections: [call('web', 'api', { timeoutMs: 50, retry: { attempts: 1000, budgetRatio: 0.5 } })],
      arrivals: [
        // The first finds half a retry; a hundred good ones fill the bucket, which the last then empties.
        { at: 'web', process: 'trace', timesMs: [10], class: 'slow' },
        { at: 'web', process: 'trace', timesMs: Array.from({ length: 100 }, (_, i) => 100 + i), class: 'quick' },
        { at: 'web', process: 'trace', timesMs: [500], class: 'slow' },
      ],
    });
    expect(outcomesIn10s(result)).toMatchObject({ ok: 100, timeout: 1 + (1 + 10) });
  });

  it('changes nothing while there is enough in it: retries by the geometric law', async () => {
    const result = await measure(
      { ...model({ attempts: 2, budgetRatio: 0.9 }, 0.3), arrivals: [poisson('web', 1000)] },
      { durationS: 52, warmupS: 2 },
    );
    expectAgreement({
      retries: [result.connections['web-api']?.retriesPerSecond, 1000 * 0.3],
      errors: [result.requests.errorRate, 0.09, 0.05],
    });
  });
});

describe('crossing from group to group', () => {
  it('takes its latency both ways, on top of the own of the connection, whichever way it leads', async () => {
    const model = (latencyMs: Connection['latencyMs']): Model => ({
      components: [
        client('web', { group: 'a' }),
        service('api', 0, { group: 'inner', service: deterministic(3), capacity: UNLIMITED }),
        service('near', 0, { group: 'b', service: deterministic(5), capacity: UNLIMITED }),
      ],
      connections: [call('web', 'api', { latencyMs }), call('api', 'near')],
      arrivals: [poisson('web', 100)],
      groups: [{ id: 'a' }, { id: 'b' }, { id: 'inner', parent: 'b' }],
      groupLatencies: [{ from: 'b', to: 'a', latencyMs: 1.2 }],
    });
    const none = await measure(model(0), { durationS: 22 });
    expectAgreement({ response: [none.requests.responseMs.mean, 3 + 5 + 2 * 1.2] });
    const drawn = await measure(model(exponential(4)), { durationS: 220 });
    expectAgreement({ response: [drawn.requests.responseMs.mean, 3 + 5 + 2 * (1.2 + 4)] });
  });
});
