// Where the response time goes: by hand on designs without chance, against theory, and as a sum that is always whole.
import { describe, expect, it } from 'vitest';
import type { Breakdown, Result, Statistic } from '../../src/simulation/result.ts';
import type { Scenario } from '../../src/model/design.ts';
import { call, client, deterministic, expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import type { Model } from './measure.ts';

/** One request a second, at 1 s, 2 s, … */
const everySecond = (at: string) => ({ at, process: 'deterministic' as const, ratePerSecond: 1 });
const constant = (id: string, meanMs: number) => service(id, 0, { service: deterministic(meanMs) });

function schedule(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return measure(model, { durationS: 10, warmupS: 2, replications: 1, ...scenario });
}

const NOTHING = { wait: 0, work: 0, blocked: 0, network: 0, retries: 0 };

function expectParts(result: Result, id: string, parts: Partial<typeof NOTHING>, which: 'mean' | 'slowest' = 'mean') {
  const figures = result.components[id]!;
  const breakdown = which === 'mean' ? figures.breakdownMs : figures.breakdownSlowestMs;
  const about = Object.fromEntries(
    Object.entries({ ...NOTHING, ...parts }).map(([part, ms]) => [
      part,
      { mean: expect.closeTo(ms, 6) as number, ci95: null },
    ]),
  );
  expect(breakdown, id).toEqual(about);
}

const sumOf = (breakdown: Breakdown | undefined): number =>
  Object.values(breakdown ?? {}).reduce((sum: number, part: Statistic) => sum + (part.mean ?? NaN), 0);

/** All parts of all components together. */
const whole = (result: Result): number =>
  Object.values(result.components).reduce((sum, { breakdownMs }) => sum + sumOf(breakdownMs), 0);

describe('a breakdown by hand', () => {
  it('adds calls one after the other up, the network being the callee’s', async () => {
    const result = await schedule({
      components: [constant('web', 10), constant('a', 20), constant('b', 30), constant('c', 40)],
      connections: [call('web', 'a', { latencyMs: 1 }), call('web', 'b', { latencyMs: 2, calls: 2 }), call('b', 'c')],
      arrivals: [everySecond('web')],
    });
    expectParts(result, 'web', { work: 10 });
    expectParts(result, 'a', { work: 20, network: 2 });
    expectParts(result, 'b', { work: 60, network: 8 });
    expectParts(result, 'c', { work: 80 });
    expect(whole(result)).toBeCloseTo(result.requests.responseMs.mean.mean!, 9);
  });

  it('counts of calls at the same time only the longest, with all that follows over the same connection', async () => {
    const result = await schedule({
      components: [{ ...constant('web', 10), calls: 'parallel' as const }, constant('a', 20), constant('b', 30)],
      connections: [call('web', 'a', { latencyMs: 1, calls: 2 }), call('web', 'b', { latencyMs: 5 })],
      arrivals: [everySecond('web')],
    });
    expectParts(result, 'web', { work: 10 });
    expectParts(result, 'a', { work: 40, network: 4 });
    expectParts(result, 'b', {});
  });

  it('puts failed tries and backoffs to the retries of the callee, and the try that counted to its work', async () => {
    // The first request keeps the one slot for 60 ms; the second comes 10 ms later and finds no room twice.
    const result = await schedule(
      {
        components: [client('web'), { ...constant('api', 60), capacity: { queueLimit: 0 } }],
        connections: [call('web', 'api', { latencyMs: 1, retry: { attempts: 5, backoffMs: 20, multiplier: 2 } })],
        arrivals: [everySecond('web'), { at: 'web', process: 'deterministic', ratePerSecond: 1 / 1.01 }],
      },
      { warmupS: 0, durationS: 1.5 },
    );
    // Sent at 10 ms, known at 12; sent at 32, known at 34; sent at 74, there at 75, after the slot is free at 61.
    const response = (62 + (64 + 62)) / 2;
    expect(result.requests.responseMs.mean.mean).toBeCloseTo(response, 6);
    expectParts(result, 'web', {});
    expectParts(result, 'api', { work: 60, network: 2, retries: 64 / 2 });
    expectParts(result, 'api', { work: 60, network: 2, retries: 64 }, 'slowest');
  });

  it('puts all of a call that failed for good but was optional to the retries', async () => {
    const result = await schedule({
      components: [client('web'), { ...constant('api', 100), capacity: UNLIMITED }, constant('next', 5)],
      connections: [
        call('web', 'api', { timeoutMs: 40, retry: { attempts: 3, backoffMs: 10, multiplier: 2 }, optional: true }),
        call('web', 'next'),
      ],
      arrivals: [everySecond('web')],
    });
    // Tries at 0, 50 and 110 ms; given up at 40, 90 and 150 ms.
    expectParts(result, 'api', { retries: 150 });
    expectParts(result, 'next', { work: 5 });
  });

  it('follows a call that was saved by a try after a timeout', async () => {
    const result = await schedule(
      {
        components: [client('web'), constant('api', 100)],
        connections: [call('web', 'api', { timeoutMs: 150, retry: { attempts: 2, backoffMs: 30 } })],
        arrivals: [everySecond('web'), { at: 'web', process: 'deterministic', ratePerSecond: 1 / 1.01 }],
      },
      { warmupS: 0, durationS: 1.5 },
    );
    // The second comes 10 ms after the first, is given up 150 ms later, when it works as an orphan until 200 ms after the
    // first came, and is sent again after 30 ms: at 190 ms, to wait for 10 and work for 100.
    expectParts(result, 'api', { work: 100, wait: 10 / 2, retries: 180 / 2 });
  });

  it('has the wait for slots that are held by calls apart', async () => {
    // A slot is held for 10 ms of work and 30 ms of calling. The second of each pair comes 1 ms later and waits 39 ms, of
    // which 30 for a caller that only waits itself.
    const result = await schedule(
      {
        components: [{ ...constant('web', 10), threading: 'blocking' }, constant('db', 30)],
        connections: [call('web', 'db')],
        arrivals: [everySecond('web'), { at: 'web', process: 'deterministic', ratePerSecond: 1 / 1.001 }],
      },
      { warmupS: 0, durationS: 1.5 },
    );
    expectParts(result, 'web', { work: 10, wait: 9 / 2, blocked: 30 / 2 });
    expectParts(result, 'web', { work: 10, wait: 9, blocked: 30 }, 'slowest');
    expectParts(result, 'db', { work: 30 });
  });

  it('stops at a cache that answers by itself, and leaves messages out', async () => {
    const result = await schedule({
      components: [
        { ...constant('cache', 3), hitRatio: 1 },
        constant('db', 30),
        { id: 'queue', kind: 'queue', service: deterministic(1) },
        constant('worker', 50),
        constant('web', 1),
      ],
      connections: [
        call('web', 'cache'),
        call('cache', 'db'),
        call('web', 'queue', { latencyMs: 2 }),
        call('queue', 'worker', { mode: 'async' }),
      ],
      arrivals: [everySecond('web')],
    });
    expectParts(result, 'web', { work: 1 });
    expectParts(result, 'cache', { work: 3 });
    expectParts(result, 'db', {});
    expectParts(result, 'queue', { work: 1, network: 4 });
    expectParts(result, 'worker', {});
  });

  it('is empty where no request succeeded', async () => {
    const result = await schedule({
      components: [{ ...constant('api', 1), errorRate: 1 }],
      arrivals: [everySecond('api')],
    });
    expect(result.components['api']?.breakdownMs?.work).toEqual({ mean: null, ci95: null });
  });
});

describe('a breakdown of a long run', () => {
  it('is the wait and the work of M/M/1, and in the slowest 1 % the wait of the tail', async () => {
    const result = await measure({ components: [service('api', 7)], arrivals: [poisson('api', 100)] });
    const { breakdownMs, breakdownSlowestMs } = result.components['api']!;
    // M/M/1: Wq = ρ/(μ - λ), and the response is exponential: the mean of its slowest 1 % is (1 + ln 100) means.
    const responseMs = 7 / 0.3;
    expectAgreement({
      wait: [breakdownMs?.wait, 0.7 * responseMs, 0.1],
      work: [breakdownMs?.work, 7, 0.05],
    });
    expect(sumOf(breakdownMs)).toBeCloseTo(result.requests.responseMs.mean.mean!, 6);
    expect(sumOf(breakdownSlowestMs) / (responseMs * (1 + Math.log(100)))).toBeCloseTo(1, 0);
  });

  it('adds up to the mean response with calls, retries, timeouts, blocking and caches all at once', async () => {
    const result = await measure(
      {
        components: [
          service('web', 5, { calls: 'parallel', capacity: { concurrency: 4 } }),
          service('auth', 8, { threading: 'blocking', capacity: { concurrency: 2 }, errorRate: 0.1 }),
          service('cache', 1, { hitRatio: 0.5 }),
          service('db', 12, { capacity: { concurrency: 2, queueLimit: 5 } }),
          service('audit', 20),
        ],
        connections: [
          call('web', 'auth', { calls: 1.5, latencyMs: 1, retry: { attempts: 3, backoffMs: 5, jitter: 'full' } }),
          call('web', 'cache', { optional: true, timeoutMs: 30 }),
          call('auth', 'db', { timeoutMs: 40, retry: { attempts: 2 } }),
          call('cache', 'db', { latencyMs: { distribution: 'exponential', meanMs: 2 }, optional: true }),
          call('web', 'audit', { mode: 'async' }),
        ],
        arrivals: [poisson('web', 60), poisson('cache', 20)],
      },
      { durationS: 220, replications: 5 },
    );
    expect(whole(result)).toBeCloseTo(result.requests.responseMs.mean.mean!, 6);
    expect(result.components['audit']?.breakdownMs?.work.mean).toBe(0);
    for (const { breakdownMs } of Object.values(result.components)) {
      for (const part of Object.values(breakdownMs!)) expect(part.mean).toBeGreaterThanOrEqual(0);
    }
    const parts = Object.values(result.components).map(({ breakdownMs }) => breakdownMs!);
    for (const part of ['wait', 'work', 'blocked', 'network', 'retries'] as const) {
      expect(Math.max(...parts.map((each) => each[part].mean!)), part).toBeGreaterThan(0.1);
    }
  });
});
