// Guards of a delivery's connection, and faults of broker, connection and consumer, without any chance in them, against
// schedules worked out by hand. Times are in ms from the start; each run is 10 s without a warm-up.
import { describe, expect, it } from 'vitest';
import type { Component, Connection, Fault } from '../../src/model/design.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { call, deterministic, measure, service, UNLIMITED } from './measure.ts';

const RUN_S = 10;

interface Case {
  /** When messages come. */
  readonly at: number[];
  readonly workMs: number;
  readonly broker?: Partial<Component>;
  readonly delivery?: Partial<Connection>;
  readonly worker?: Partial<Component>;
  readonly faults?: Fault[];
}

function run({ at, workMs, broker, delivery, worker, faults = [] }: Case): Promise<Result> {
  return measure(
    {
      components: [
        { id: 'broker', kind: 'queue', ...broker },
        service('worker', 0, { service: deterministic(workMs), capacity: UNLIMITED, ...worker }),
        { id: 'dead', kind: 'queue' },
      ],
      connections: [call('broker', 'worker', { mode: 'async', ...delivery })],
      arrivals: [{ at: 'broker', process: 'trace', timesMs: at }],
    },
    { durationS: RUN_S, warmupS: 0, replications: 1, faults },
  );
}

const times = (rate: Statistic | undefined): number => Math.round((rate?.mean ?? NaN) * RUN_S * 1e6) / 1e6;

/** How often each thing happened. */
function counts(result: Result) {
  const { broker, worker, dead } = result.components;
  const link = result.connections['broker-worker'];
  const { ok, rejected, error, timeout, open } = link!.outcomesPerSecond;
  return {
    ok: times(ok),
    rejected: times(rejected),
    error: times(error),
    timeout: times(timeout),
    open: times(open),
    retries: times(link?.retriesPerSecond),
    dropped: times(broker?.failedPerSecond),
    dead: times(dead?.arrivalsPerSecond),
    begun: times(worker?.arrivalsPerSecond),
    worked: times(worker?.throughputPerSecond),
  };
}

const NONE = {
  ok: 0,
  rejected: 0,
  error: 0,
  timeout: 0,
  open: 0,
  retries: 0,
  dropped: 0,
  dead: 0,
  begun: 0,
  worked: 0,
};
const busyS = ({ components }: Result, serving = 1): number =>
  (components['worker']?.utilisation.mean ?? NaN) * RUN_S * serving;

describe('a rate limit on deliveries', () => {
  const limited: Case = {
    at: [100, 200, 300, 400, 1350],
    workMs: 10,
    delivery: { rateLimit: { perSecond: 1, burst: 2 } },
  };

  it('lets through what there are tokens for; the others are dropped', async () => {
    // Tokens before each: 2, 1.1, 0.2, 0.3, 1.25.
    expect(counts(await run(limited))).toEqual({ ...NONE, ok: 3, rejected: 2, dropped: 2, begun: 3, worked: 3 });
  });

  it('takes a token for each try that goes out', async () => {
    const delivery = { ...limited.delivery, retry: { attempts: 2, backoffMs: 900 } };
    // Refused at 300 and 400; again at 1200 (1.1 tokens: goes) and 1300 (0.2: dropped); 1350 refused, at 2250 it goes.
    expect(counts(await run({ ...limited, delivery }))).toEqual({
      ...NONE,
      ok: 4,
      rejected: 4,
      retries: 3,
      dropped: 1,
      begun: 4,
      worked: 4,
    });
  });
});

describe('a bulkhead on deliveries', () => {
  const one: Case = { at: [100, 150, 250], workMs: 100, delivery: { bulkhead: 1 } };

  it('refuses a second one in flight, in each of its deliveries', async () => {
    // 150 comes while the first is in flight until 200; given again at once it is refused again.
    const result = await run({ ...one, broker: { maxDeliveries: 2 } });
    expect(counts(result)).toEqual({ ...NONE, ok: 2, rejected: 2, dropped: 1, begun: 2, worked: 2 });
  });

  it('is free again when a try is given up, though its work goes on', async () => {
    // In flight: 100 to 140, 150 to 190, 250 to 290.
    const result = await run({ ...one, delivery: { bulkhead: 1, timeoutMs: 40 } });
    expect(counts(result)).toEqual({ ...NONE, timeout: 3, dropped: 3, begun: 3, worked: 3 });
  });
});

describe('a circuit breaker on deliveries', () => {
  const delivery = { circuitBreaker: { failureRate: 0.5, minimumCalls: 2, windowS: 10, openS: 1 } };
  const at = [100, 200, 300, 1000, 1500, 2600];

  it('lets one message through each time that it is half-open', async () => {
    // Opens at 210 until 1210, 1500 fails at 1510: open until 2510, 2600 fails.
    const result = await run({ at, workMs: 10, delivery, worker: { errorRate: 1, capacity: UNLIMITED } });
    expect(counts(result)).toEqual({ ...NONE, error: 4, open: 2, dropped: 6, begun: 4 });
  });

  it('closes when that one succeeds', async () => {
    const faults: Fault[] = [{ kind: 'errors', at: 'worker', fromS: 0, durationS: 0.25, rate: 1 }];
    expect(counts(await run({ at, workMs: 10, delivery, faults }))).toEqual({
      ...NONE,
      ok: 2,
      error: 2,
      open: 2,
      dropped: 4,
      begun: 4,
      worked: 2,
    });
  });
});

it('a retry budget on deliveries gives each second message one retry', async () => {
  const result = await run({
    at: [100, 200, 300, 400, 500, 600],
    workMs: 10,
    delivery: { retry: { attempts: 3, backoffMs: 10, budgetRatio: 0.5 } },
    worker: { errorRate: 1, capacity: UNLIMITED },
  });
  // Half a token from each; with a whole one the try is repeated once, and no token is left for a third.
  expect(counts(result)).toEqual({ ...NONE, error: 9, retries: 3, dropped: 6, begun: 9 });
});

it('a timeout with a retry on a delivery: the work of both tries goes on', async () => {
  const result = await run({
    at: [100, 1000],
    workMs: 50,
    delivery: { timeoutMs: 40, retry: { attempts: 2, backoffMs: 20 } },
  });
  // 100: given up at 140, again from 160 to 200. The same from 1000.
  expect(counts(result)).toEqual({ ...NONE, timeout: 4, retries: 2, dropped: 2, begun: 4, worked: 4 });
});

describe('a fault of the connection', () => {
  const meanMs = (result: Result): number => result.connections['broker-worker']?.responseMs.mean.mean ?? NaN;

  it('latency is added both ways while it lasts', async () => {
    const faults: Fault[] = [{ kind: 'latency', connection: 'broker-worker', fromS: 1, durationS: 1, addMs: 20 }];
    const result = await run({ at: [500, 1500, 2500], workMs: 10, delivery: { latencyMs: 5 }, faults });
    // 5 + 10 + 5, 25 + 10 + 25, 5 + 10 + 5.
    expect(meanMs(result)).toBeCloseTo((20 + 60 + 20) / 3, 9);
    expect(counts(result)).toEqual({ ...NONE, ok: 3, begun: 3, worked: 3 });
  });

  const cut: Case = {
    at: [500, 995, 1500],
    workMs: 10,
    faults: [{ kind: 'partition', connection: 'broker-worker', fromS: 1, durationS: 1 }],
  };

  it('a partition holds what sets out, in either direction, until it ends', async () => {
    const result = await run(cut);
    // The answer of 995 sets out at 1005 and is there at 2000; 1500 is at the worker at 2000, its answer at 2010.
    expect(meanMs(result)).toBeCloseTo((10 + 1005 + 510) / 3, 9);
    expect(counts(result)).toEqual({ ...NONE, ok: 3, begun: 3, worked: 3 });
  });

  it('a broker that gives up meanwhile has the work done all the same', async () => {
    const result = await run({ ...cut, delivery: { timeoutMs: 100 } });
    expect(counts(result)).toEqual({ ...NONE, ok: 1, timeout: 2, dropped: 2, begun: 3, worked: 3 });
  });
});

it('an outage of a broker holds what waits and what comes, and loses nothing', async () => {
  const result = await run({
    at: [800, 850, 1500],
    workMs: 300,
    worker: { capacity: { concurrency: 1 } },
    faults: [{ kind: 'outage', at: 'broker', fromS: 1, durationS: 1 }],
  });
  // Worked on: 800 to 1100; the slot is free, but nothing is given out until 2000: 850 to 2300, 1500 to 2600.
  expect(counts(result)).toEqual({ ...NONE, ok: 3, begun: 3, worked: 3 });
  expect(busyS(result)).toBeCloseTo(0.9, 9);
  // 1500 waits 500 for the broker itself, then 300 for the worker; 850 waits 1150 for the worker.
  expect(result.components['broker']?.waitMs.mean.mean).toBeCloseTo((500 + 1150 + 300) / 3, 9);
  expect(result.components['broker']?.lag?.messages.mean).toBeCloseTo((1.15 + 0.3) / RUN_S, 9);
  expect(result.requests.responseMs.mean.mean).toBeCloseTo(500 / 3, 9);
});

describe('an outage of the consumer', () => {
  const faults: Fault[] = [{ kind: 'outage', at: 'worker', fromS: 1, durationS: 1 }];
  const two = { capacity: { concurrency: 2 } };

  it('loses the work, and the messages come again, before those that have waited', async () => {
    const result = await run({ at: [800, 900, 950], workMs: 300, worker: two, broker: { maxDeliveries: 2 }, faults });
    // 800 and 900 are lost at 1000, again from 2000 to 2300; 950 from 2300 to 2600.
    expect(counts(result)).toEqual({ ...NONE, ok: 3, error: 2, begun: 5, worked: 3 });
    // Of two slots for 9 s: 0.2 + 0.1, then 3 × 0.3.
    expect(busyS(result, 2 * 0.9)).toBeCloseTo(0.3 + 0.9, 9);
    expect(times(result.components['worker']?.failedPerSecond)).toBe(2);
    // 950 waits until 2300, the two others from 1000 to 2000.
    expect(result.components['broker']?.lag?.messages.mean).toBeCloseTo((1.35 + 2 * 1) / RUN_S, 9);
  });

  it('makes them dead letters where that was their last delivery', async () => {
    const result = await run({ at: [800, 900, 950], workMs: 300, worker: two, broker: { deadLetter: 'dead' }, faults });
    expect(counts(result)).toEqual({ ...NONE, ok: 1, error: 2, dead: 2, begun: 3, worked: 1 });
  });

  const batched: Case = {
    at: [800, 800, 800],
    workMs: 300,
    worker: { capacity: { concurrency: 1 }, batch: { max: 3 } },
    faults,
  };

  it('in the middle of a batch loses all of it, and each of its messages comes again', async () => {
    const batch = { max: 3, waitMs: 100 };
    const result = await run({
      ...batched,
      worker: { ...batched.worker, batch },
      broker: { maxDeliveries: 2 },
    });
    // All three from 800, lost at 1000; again together from 2000 to 2300, in one slot.
    expect(counts(result)).toEqual({ ...NONE, ok: 3, error: 3, begun: 6, worked: 3 });
    expect(busyS(result, 0.9)).toBeCloseTo(0.2 + 0.3, 9);
  });

  it('in the middle of a batch makes each of its messages a dead letter', async () => {
    const batch = { max: 3, waitMs: 100 };
    const result = await run({ ...batched, worker: { ...batched.worker, batch }, broker: { deadLetter: 'dead' } });
    expect(counts(result)).toEqual({ ...NONE, error: 3, dead: 3, begun: 3 });
  });
});

it('a slowdown of the consumer stretches the work that begins while it lasts', async () => {
  const faults: Fault[] = [{ kind: 'slowdown', at: 'worker', fromS: 1, durationS: 1, factor: 3 }];
  const result = await run({
    at: [500, 950, 1500, 2500],
    workMs: 100,
    worker: { capacity: { concurrency: 1 } },
    faults,
  });
  expect(busyS(result)).toBeCloseTo(0.1 + 0.1 + 0.3 + 0.1, 9);
  expect(result.connections['broker-worker']?.responseMs.mean.mean).toBeCloseTo((100 + 100 + 300 + 100) / 4, 9);
});

it('errors of the consumer fail the work that ends while they last, in each delivery', async () => {
  const faults: Fault[] = [{ kind: 'errors', at: 'worker', fromS: 1, durationS: 1, rate: 1 }];
  const result = await run({ at: [500, 950, 1500, 1950], workMs: 100, broker: { maxDeliveries: 2 }, faults });
  // 950 fails at 1050 and 1150, 1500 at 1600 and 1700; 1950 ends at 2050, when it is over.
  expect(counts(result)).toEqual({ ...NONE, ok: 2, error: 4, dropped: 2, begun: 6, worked: 2 });
});
