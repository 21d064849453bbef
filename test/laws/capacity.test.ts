// Capacity that changes: autoscalers, faults and rollouts, against schedules worked out by hand and closed forms.
import { describe, expect, it } from 'vitest';
import type { Component, Scenario } from '../../src/model/design.ts';
import type { Result } from '../../src/simulation/result.ts';
import { call, client, deterministic, expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import type { Model } from './measure.ts';

const constant = (id: string, meanMs: number, rest: Partial<Component> = {}) =>
  service(id, 0, { service: deterministic(meanMs), ...rest });

const steady = (at: string, ratePerSecond: number) => ({ at, process: 'deterministic' as const, ratePerSecond });

/** One replication of 100 s, whose series has steps of half a second. */
function schedule(model: Model, scenario: Partial<Scenario> = {}): Promise<Result> {
  return measure(model, { durationS: 100, warmupS: 0, replications: 1, ...scenario });
}

/** The values of a series where it changes, each with the second from which it holds. */
function changes(result: Result, id: string, what: 'replicas' | 'wantedReplicas'): [number, number][] {
  const list = result.series.components[id]?.[what] ?? [];
  const rounded = list.map((value) => Number((value ?? NaN).toFixed(6)));
  return rounded.flatMap((value, step): [number, number][] =>
    step === 0 || value !== rounded[step - 1] ? [[step * result.series.stepS, value]] : [],
  );
}

describe('the autoscaler', () => {
  const scaled = (autoscale: NonNullable<Component['autoscale']>, replicas = 1) =>
    constant('api', 1, { capacity: { ...UNLIMITED, replicas }, autoscale });

  it('follows a step of load as documented, by the rate: double or four more each 15 s', async () => {
    const autoscale = { metric: 'ratePerSecond', target: 10, min: 1, max: 100, startupS: 0 } as const;
    const result = await schedule({ components: [scaled(autoscale)], arrivals: [steady('api', 200)] });
    // 200 a replica ask for 20: at 15 s 1 + 4; then 40 each, 5 × 2; then 20 each, 10 × 2; then 10 each, as wanted.
    const expected = [
      [0, 1],
      [15, 5],
      [30, 10],
      [45, 20],
    ];
    expect(changes(result, 'api', 'wantedReplicas')).toEqual(expected);
    expect(changes(result, 'api', 'replicas')).toEqual(expected);
  });

  it('takes new replicas as idle until they serve', async () => {
    const autoscale = { metric: 'ratePerSecond', target: 10, max: 100, startupS: 20 } as const;
    const result = await schedule({ components: [scaled(autoscale)], arrivals: [steady('api', 60)] });
    // At 15 s 60 a replica: 6 asked, 5 at most. At 30 s still one serves: 6. From 35 s five serve, so that at 45 s there
    // were 900 requests in 5 + 50 replica seconds: 16.4 each, nine asked. At 60 s 900 in 25 + 60: 10.6, within tolerance.
    expect(changes(result, 'api', 'wantedReplicas')).toEqual([
      [0, 1],
      [15, 5],
      [30, 6],
      [45, 9],
    ]);
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 1],
      [35, 5],
      [50, 6],
      [65, 9],
    ]);
  });

  it('does nothing within its tolerance, and no more than its most', async () => {
    const within = { metric: 'ratePerSecond', target: 10, max: 100 } as const;
    const calm = await schedule({ components: [scaled(within, 6)], arrivals: [steady('api', 66)] });
    expect(changes(calm, 'api', 'wantedReplicas')).toEqual([[0, 6]]);
    const bounded = { ...within, max: 3 };
    const full = await schedule({ components: [scaled(bounded)], arrivals: [steady('api', 66)] });
    expect(changes(full, 'api', 'wantedReplicas').at(-1)).toEqual([15, 3]);
  });

  it('goes down to the highest recommendation of the stabilisation window only', async () => {
    const autoscale = { metric: 'ratePerSecond', target: 10, max: 100, stabilisationDownS: 60 } as const;
    const result = await schedule({ components: [scaled(autoscale, 10)], arrivals: [steady('api', 20)] });
    // Two are enough from the first period on, but the ten of the start are forgotten at 60 s.
    expect(changes(result, 'api', 'wantedReplicas')).toEqual([
      [0, 10],
      [60, 2],
    ]);
  });

  it('by utilisation: the mean of the period, of the replicas that serve', async () => {
    const autoscale = { metric: 'utilisation', target: 0.5, max: 10, periodS: 10 } as const;
    const component = constant('api', 400, { capacity: { dispatch: 'shared-queue' }, autoscale });
    const result = await schedule({ components: [component], arrivals: [steady('api', 4)] });
    // 1.6 busy slots: one replica is always busy, so two are asked at 10 s; they catch up, are still busy at 20 s: four,
    // where 1.6 / 4 = 0.4 lies beyond the tolerance but for what is left of the backlog, and down there is no way yet.
    expect(changes(result, 'api', 'wantedReplicas').slice(0, 3)).toEqual([
      [0, 1],
      [10, 2],
      [20, 4],
    ]);
  });

  it('by waiting requests, per replica', async () => {
    const autoscale = { metric: 'waiting', target: 5, max: 10, periodS: 10, stabilisationDownS: 1000 } as const;
    const component = constant('api', 1000, { capacity: { dispatch: 'shared-queue' }, autoscale });
    const result = await schedule({ components: [component], arrivals: [steady('api', 2)] });
    // One of two a second stays: from 0.5 s on the queue grows by one each second, some 4.5 in the mean of the first 10 s.
    const waiting = result.series.components['api']?.waiting.slice(0, 20) ?? [];
    const mean = waiting.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 20;
    expect(changes(result, 'api', 'wantedReplicas')[0]).toEqual([0, 1]);
    expect(Math.abs(mean / 5 - 1)).toBeLessThan(0.1);
    // Of the second 10 s some 14: three.
    expect(changes(result, 'api', 'wantedReplicas')[1]).toEqual([20, 3]);
  });

  it('keeps between its least and its most from the start, and pays for what it holds', async () => {
    const autoscale = { metric: 'ratePerSecond', target: 10, min: 3, max: 8, startupS: 50 } as const;
    const component = { ...scaled(autoscale), cost: { perReplicaHour: 2 } };
    const run = { durationS: 70 };
    const result = await schedule({ components: [component], arrivals: [steady('api', 60)] }, run);
    // Three at first; six from 15 s on, paid at once, though they serve from 65 s only.
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 3],
      [65, 6],
    ]);
    expect(result.components['api']?.heldReplicas.mean).toBeCloseTo((3 * 15 + 6 * 55) / 70, 9);
    expect(result.cost.perHour).toBeCloseTo((2 * (3 * 15 + 6 * 55)) / 70, 9);
  });

  it('lets a replica that goes finish what it has begun', async () => {
    const autoscale = { metric: 'ratePerSecond', target: 1, max: 10, periodS: 10, stabilisationDownS: 5 } as const;
    const component = constant('api', 30_000, { capacity: { replicas: 10, concurrency: 100 }, autoscale });
    const result = await schedule({ components: [component], arrivals: [steady('api', 1)] });
    expect(result.requests.errorRate.mean).toBe(0);
    // One request a second, 30 s each: those of 1 s to 70 s are done.
    expect(result.requests.throughputPerSecond.mean).toBeCloseTo(70 / 100, 9);
    expect(result.components['api']?.utilisation.mean).toBeLessThanOrEqual(1);
  });
});

describe('faults', () => {
  it('an outage fails what is at work, and gives what waits to others', async () => {
    const result = await schedule(
      {
        components: [constant('api', 3000, { capacity: { replicas: 2 } })],
        arrivals: [steady('api', 1)],
      },
      {
        durationS: 10,
        faults: [{ kind: 'outage', at: 'api', fromS: 3.5, durationS: 2, replicas: 1 }],
      },
    );
    // 1 → A (to 4), 2 → B (to 5), 3 waits at A. At 3.5 A is down: 1 fails, 3 goes to B, to 8. 4 and 5 wait at B.
    // At 5.5 A serves again; 6 goes there, to 9, and so on: good by 10 s are 2 (5), 3 (8) and 6 (9).
    expect(result.components['api']?.failedPerSecond.mean).toBeCloseTo(0.1, 9);
    expect(result.requests.throughputPerSecond.mean).toBeCloseTo(0.3, 9);
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 2],
      [3.5, 1],
      [5.5, 2],
    ]);
  });

  it('with no replica left requests wait in one line, which has a bound', async () => {
    const result = await schedule(
      {
        components: [constant('api', 100, { capacity: { replicas: 2, queueLimit: 2 } })],
        arrivals: [steady('api', 1)],
      },
      { durationS: 10, faults: [{ kind: 'outage', at: 'api', fromS: 2.5, durationS: 4 }] },
    );
    // 3 and 4 wait, 5 and 6 are rejected; at 6.5 both begin.
    expect(result.components['api']?.rejectedPerSecond.mean).toBeCloseTo(0.2, 9);
    expect(result.requests.responseMs.max.mean).toBeCloseTo(3600, 9);
    expect(result.components['api']?.waiting.mean).toBeCloseTo((3.5 + 2.5) / 10, 9);
  });

  it('an outage of a group takes every component in it, however deep', async () => {
    const result = await schedule(
      {
        components: [client('web'), constant('a', 1, { group: 'rack' }), constant('b', 1, { group: 'zone' })],
        connections: [call('web', 'a'), call('web', 'b')],
        arrivals: [steady('web', 1)],
        groups: [
          { id: 'zone', kind: 'zone' },
          { id: 'rack', kind: 'zone', parent: 'zone' },
        ],
      },
      { faults: [{ kind: 'outage', at: 'zone', fromS: 10, durationS: 40 }] },
    );
    expect(result.components['a']?.replicas.mean).toBeCloseTo(0.6, 9);
    expect(result.components['b']?.replicas.mean).toBeCloseTo(0.6, 9);
    expect(result.components['web']?.replicas.mean).toBe(1);
  });

  it('a crashing replica is there MTBF/(MTBF + MTTR) of the time, each by itself', async () => {
    const result = await measure(
      {
        components: [constant('api', 1, { capacity: { replicas: 4 } })],
        arrivals: [poisson('api', 1)],
      },
      { durationS: 20_000, warmupS: 100, faults: [{ kind: 'crashes', at: 'api', mtbfS: 90, mttrS: 10 }] },
    );
    expectAgreement({ replicas: [result.components['api']?.replicas, 4 * 0.9, 0.01] });
  });

  it('a loss system that crashes loses what it works on: a chain', async () => {
    // One slot, up or down; who is there when it goes down fails, who comes then is rejected.
    const result = await measure(
      { components: [service('api', 100, { capacity: { queueLimit: 0 } })], arrivals: [poisson('api', 20)] },
      { faults: [{ kind: 'crashes', at: 'api', mtbfS: 0.5, mttrS: 0.25 }] },
    );
    // Free f, busy b, down d: f·20 = b·(10 + 2), (f + b)·2 = d·4.
    const up = 2 / 3;
    const busy = up * (20 / 32);
    expectAgreement({
      failed: [result.components['api']?.failedPerSecond, busy * 2],
      throughput: [result.requests.throughputPerSecond, busy * 10],
      rejected: [result.components['api']?.rejectedPerSecond, 20 * (busy + 1 - up)],
    });
  });

  it('a slowdown stretches what begins in it, and errors fail what ends in it', async () => {
    const model = { components: [constant('api', 100)], arrivals: [steady('api', 1)] };
    const slow = await schedule(model, {
      durationS: 10,
      faults: [{ kind: 'slowdown', at: 'api', fromS: 3.5, durationS: 2, factor: 3 }],
    });
    expect(slow.requests.responseMs.mean.mean).toBeCloseTo((7 * 100 + 2 * 300) / 9, 9);
    const bad = await schedule(model, {
      durationS: 10,
      faults: [
        { kind: 'errors', at: 'api', fromS: 3.5, durationS: 2, rate: 1 },
        { kind: 'errors', at: 'api', fromS: 4.5, durationS: 3, rate: 1 },
      ],
    });
    // Those of 4 s to 7 s of the nine that end.
    expect(bad.requests.errorRate.mean).toBeCloseTo(4 / 9, 9);
  });

  it('a replica that comes back pays its cold start once', async () => {
    const result = await schedule(
      { components: [constant('api', 100, { coldStartMs: 400 })], arrivals: [steady('api', 1)] },
      { durationS: 10.9, faults: [{ kind: 'outage', at: 'api', fromS: 3.5, durationS: 1 }] },
    );
    // 5 is the first after it.
    expect(result.requests.responseMs.max.mean).toBeCloseTo(1000 - 500 + 500, 9);
    expect(result.requests.responseMs.mean.mean).toBeCloseTo((8 * 100 + 1000 + 100) / 10, 9);
  });
});

describe('rollouts', () => {
  const fleet = (rest: Partial<Component> = {}) =>
    constant('api', 10, { capacity: { replicas: 4, concurrency: 10 }, ...rest });
  const roll = (rollout: NonNullable<Scenario['rollouts']>[number], component = fleet(), ratePerSecond = 100) =>
    schedule({ components: [component], arrivals: [steady('api', ratePerSecond)] }, { rollouts: [rollout] });

  it('rolling: never more than one above and one below, by hand', async () => {
    const result = await roll({
      at: 'api',
      strategy: 'rolling',
      startS: 20,
      startupS: 10,
      maxSurge: 1,
      maxUnavailable: 1,
    });
    // 20 s: two start, one old goes. 30 s: they serve, two old go, two start. 40 s: they serve, the last old one goes.
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 4],
      [20, 3],
      [40, 4],
    ]);
    const [rollout] = result.rollouts;
    expect(rollout).toMatchObject({ dropped: { mean: 0 }, durationS: { mean: 20 }, aborted: { mean: 0 } });
    const shares = result.series.components['api']?.newVersionShare ?? [];
    expect(shares[2 * 25]).toBe(0);
    expect(shares[2 * 45]).toBe(1);
    // Two of three serve the new one in between.
    expect(shares[2 * 35]).toBeCloseTo(2 / 3, 1);
  });

  it('rolling by shares rounds up what is above and down what may be missing', async () => {
    const component = fleet({ capacity: { replicas: 5, concurrency: 10 } });
    const result = await roll({ at: 'api', strategy: 'rolling', startS: 20, startupS: 10 }, component);
    // 25 % of 5: two above, one missing. 20 s: 2 new, 1 old goes, 1 more new. 30 s: 3 new serve, 7 in all: 3 old go (4
    // stay), so 2 more start. 40 s: 5 new, the last old one goes.
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 5],
      [20, 4],
      [40, 5],
    ]);
    expect(result.components['api']?.heldReplicas.mean).toBeCloseTo((5 * 20 + 7 * 10 + 6 * 10 + 5 * 60) / 100, 1);
  });

  it('recreate: nothing serves in between', async () => {
    const result = await roll({ at: 'api', strategy: 'recreate', startS: 20, startupS: 10 });
    expect(changes(result, 'api', 'replicas')).toEqual([
      [0, 4],
      [20, 0],
      [30, 4],
    ]);
    expect(result.requests.errorRate.mean).toBe(0);
    const bounded = await roll(
      { at: 'api', strategy: 'recreate', startS: 20, startupS: 10 },
      fleet({ capacity: { replicas: 4, concurrency: 10, queueLimit: 0 } }),
    );
    // 1000 come in (20 s, 30 s]; the one at 20 s itself comes first, the one at 30 s after the new ones.
    expect(bounded.rollouts[0]?.dropped.mean).toBeGreaterThan(997);
    expect(bounded.rollouts[0]?.dropped.mean).toBeLessThan(1003);
  });

  it('blue-green: all at once, and the old ones are kept for a while', async () => {
    const result = await roll({ at: 'api', strategy: 'blue-green', startS: 20, startupS: 10, overlapS: 30 });
    expect(changes(result, 'api', 'replicas')).toEqual([[0, 4]]);
    expect(result.components['api']?.heldReplicas.mean).toBeCloseTo((4 * 100 + 4 * 40) / 100, 1);
    const shares = result.series.components['api']?.newVersionShare ?? [];
    expect([shares[2 * 29], shares[2 * 31]]).toEqual([0, 1]);
    expect(result.rollouts[0]?.durationS.mean).toBe(40);
  });

  const steps = [
    { weight: 0.1, holdS: 20 },
    { weight: 0.5, holdS: 20 },
  ];

  it('canary: step by step, by the weights', async () => {
    const result = await measure(
      { components: [fleet()], arrivals: [poisson('api', 500)] },
      {
        durationS: 100,
        warmupS: 0,
        rollouts: [{ at: 'api', strategy: 'canary', startS: 20, startupS: 5, steps, version: { errorRate: 0.02 } }],
      },
    );
    // One new from 25 s; two from 45 s, ready at 50 s; all four from 70 s, ready at 75 s.
    const sent = (0 * 5 + 0.1 * 25 + 0.5 * 25) / 55;
    // Served are those that did not fail.
    const newShare = (0.98 * sent) / (1 - 0.02 * sent);
    expectAgreement({
      newShare: [result.rollouts[0]?.newShare, newShare],
      oldShare: [result.rollouts[0]?.oldShare, 1 - newShare],
      errors: [result.requests.errorRate, (0.02 * (0.1 * 25 + 0.5 * 25 + 25)) / 100, 0.1],
    });
    expect(result.rollouts[0]?.durationS.mean).toBe(55);
  });

  it('canary: aborts at the twentieth request where too many fail', async () => {
    const result = await roll(
      {
        at: 'api',
        strategy: 'canary',
        startS: 20,
        steps: [{ weight: 1, holdS: 60 }],
        abortOn: { errorRate: 0.5 },
        version: { errorRate: 1 },
      },
      fleet(),
      10,
    );
    expect(result.rollouts[0]?.aborted.mean).toBe(1);
    expect(result.components['api']?.failedPerSecond.mean).toBeCloseTo(20 / 100, 9);
    expect(changes(result, 'api', 'replicas').at(-1)?.[1]).toBe(4);
  });

  it('a new version works with its own time and speed', async () => {
    const version = { service: deterministic(60), capacity: { speed: 2 } };
    const result = await roll({ at: 'api', strategy: 'recreate', startS: 50, version });
    expect(result.requests.responseMs.p95.mean).toBeGreaterThan(29.8);
    expect(result.requests.responseMs.max.mean).toBeCloseTo(30, 9);
    expect(result.requests.responseMs.mean.mean).toBeCloseTo(20, 0);
  });
});

describe('faults of connections', () => {
  const slow = (faults: NonNullable<Scenario['faults']>, rest = {}) =>
    schedule(
      {
        components: [client('web'), constant('api', 100)],
        connections: [call('web', 'api', { latencyMs: 10, ...rest })],
        arrivals: [steady('web', 1)],
      },
      { durationS: 10.9, faults },
    );

  it('latency is added both ways', async () => {
    const result = await slow([{ kind: 'latency', connection: 'web-api', fromS: 3.5, durationS: 2, addMs: 50 }]);
    expect(result.requests.responseMs.mean.mean).toBeCloseTo((8 * 120 + 2 * 220) / 10, 9);
  });

  it('a partition holds calls and answers until it ends', async () => {
    const result = await slow([{ kind: 'partition', connection: 'web-api', fromS: 3.05, durationS: 2 }]);
    // The answer to 3 sets out at 3.11 and arrives at 5.06; 4 sets out at 5.05 and is back 120 ms later; 5 queues behind.
    expect(result.requests.responseMs.mean.mean).toBeCloseTo(
      (7 * 120 + 2060 + 1170 + 50 + 10 + 100 + 100 + 10) / 10,
      6,
    );
  });

  it('a caller with a timeout gives up meanwhile, and the work reaches the callee all the same', async () => {
    const faults = [{ kind: 'partition' as const, connection: 'web-api', fromS: 3.5, durationS: 3 }];
    const result = await slow(faults, { timeoutMs: 300 });
    // Those of 4, 5 and 6 time out.
    expect(result.connections['web-api']?.outcomesPerSecond.timeout.mean).toBeCloseTo(3 / 10.9, 9);
    expect(result.components['api']?.throughputPerSecond.mean).toBeCloseTo(10 / 10.9, 9);
  });
});

it('an outage loses requests that hold their threads while they wait, and their calls go on for nobody', async () => {
  const result = await schedule(
    {
      components: [
        constant('web', 100, { threading: 'blocking', capacity: { concurrency: 5 } }),
        constant('db', 2000, { capacity: { concurrency: 5 } }),
      ],
      connections: [call('web', 'db')],
      arrivals: [steady('web', 1)],
    },
    { durationS: 10, faults: [{ kind: 'outage', at: 'web', fromS: 4.5, durationS: 1 }] },
  );
  // At 4.5 those of 3 and 4 have their calls out; 5 waits until 5.5.
  expect(result.components['web']?.failedPerSecond.mean).toBeCloseTo(0.2, 9);
  expect(result.requests.errorRate.mean).toBeCloseTo(2 / 7, 9);
  expect(result.components['db']?.throughputPerSecond.mean).toBeCloseTo(0.7, 9);
  expect(result.components['web']?.blocked.mean).toBeCloseTo((2 + 2 + 1.4 + 0.4 + 3 * 2 + 1.9 + 0.9) / 10, 9);
});
