// Orders of a queue, and ways to choose a replica, against theory.
import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import { expectation, stationary } from './markov-chain.ts';
import { call, client, deterministic, expectAgreement, exponential, measure, poisson, service } from './measure.ts';
import { birthDeath, mmc, mmcWithRoom, quantileOfTail } from './theory.ts';

/** 80 requests a second at 10 ms: ρ = 0.8. */
const RATE = 80;
const one = (rest: Partial<Component> = {}) => service('api', 10, rest);
const discipline = (name: NonNullable<NonNullable<Component['capacity']>['discipline']>) => ({
  capacity: { discipline: name },
});

describe('last come, first served', () => {
  it('has the mean of M/M/1, and a longer tail', async () => {
    const result = await measure({ components: [one(discipline('lifo'))], arrivals: [poisson('api', RATE)] });
    const theory = mmc(RATE / 1000, 10, 1);
    const p95 = quantileOfTail((t) => lifoTail(RATE / 1000, 10, t), 0.05);
    // Fifo: exponential with the mean 50 ms, so 149.8 ms.
    expect(p95).toBeGreaterThan(1.2 * 149.8);
    expectAgreement({
      mean: [result.requests.responseMs.mean, theory.response, 0.06],
      waiting: [result.components['api']?.waiting, theory.waiting, 0.06],
    });
    expectAgreement({ p95: [result.requests.responseMs.p95, p95, 0.05] }, 0.005);
  });

  it('is so with several slots, and in the queue of each replica', async () => {
    const capacity = { replicas: 2, concurrency: 2, discipline: 'lifo', dispatch: 'random' } as const;
    const result = await measure({ components: [one({ capacity })], arrivals: [poisson('api', 4 * RATE)] });
    expectAgreement({ mean: [result.requests.responseMs.mean, mmc((2 * RATE) / 1000, 10, 2).response] });
  });
});

/**
 * P(R > t) in M/M/1, last come first served: who must wait is passed by all who come meanwhile, so his wait is a busy
 * period, a walk from 1 to 0; his work is one step more. By uniformisation of the chain.
 */
function lifoTail(lambda: number, serviceMs: number, t: number): number {
  const mu = 1 / serviceMs;
  const total = lambda + mu;
  const states = 400;
  // Ahead of him 0..states, or gone: [ahead = 0] is his own work.
  let chances = new Float64Array(states);
  chances[0] = 1 - lambda / mu;
  chances[1] = lambda / mu;
  let left = 0;
  const mean = total * t;
  const steps = Math.ceil(mean + 8 * Math.sqrt(mean) + 20);
  for (let n = 0, logWeight = -mean; n <= steps; n++) {
    if (n > 0) logWeight += Math.log(mean / n);
    left += Math.exp(logWeight) * chances.reduce((sum, chance) => sum + chance, 0);
    const next = new Float64Array(states);
    for (let ahead = 0; ahead < states - 1; ahead++) {
      const chance = chances[ahead] ?? 0;
      if (ahead === 0) {
        next[0] = (next[0] ?? 0) + (chance * lambda) / total;
      } else {
        next[ahead + 1] = (next[ahead + 1] ?? 0) + (chance * lambda) / total;
        next[ahead - 1] = (next[ahead - 1] ?? 0) + (chance * mu) / total;
      }
    }
    chances = next;
  }
  return left;
}

describe('by priority', () => {
  it('two classes wait as Cobham (1954) has it', async () => {
    const arrivals = [
      { ...poisson('api', 30), class: 'late', priority: 2 },
      { ...poisson('api', 50), class: 'urgent', priority: -1 },
    ];
    const result = await measure({ components: [one(discipline('priority'))], arrivals });
    // The work left of who is served: λ E[S²]/2 = 0.8 × 10 ms.
    const residual = 8;
    expectAgreement({
      urgent: [result.classes['urgent']?.responseMs.mean, 10 + residual / (1 - 0.5)],
      late: [result.classes['late']?.responseMs.mean, 10 + residual / ((1 - 0.5) * (1 - 0.8)), 0.05],
    });
  });

  it('three classes at four servers: Cobham with the chance to wait of Erlang C', async () => {
    const rates = [80, 120, 120];
    const arrivals = rates.map((rate, i) => ({ ...poisson('api', rate), class: `c${i}`, priority: i }));
    const capacity = { replicas: 2, concurrency: 2, dispatch: 'shared-queue', discipline: 'priority' } as const;
    const result = await measure({ components: [one({ capacity })], arrivals });
    const { wait } = mmc(0.32, 10, 4);
    const whole = wait * (1 - 0.8);
    const loads = [0, 0.2, 0.5, 0.8];
    expectAgreement(
      Object.fromEntries(
        rates.map((_, i) => {
          const expected = 10 + whole / ((1 - (loads[i] ?? 0)) * (1 - (loads[i + 1] ?? 0)));
          return [`c${i}`, [result.classes[`c${i}`]?.responseMs.mean, expected, 0.05] as const];
        }),
      ),
    );
  });

  it('lets those of one priority go in the order in which they came', async () => {
    const arrivals = [0, 0, 0].map((priority) => ({ ...poisson('api', RATE / 3), priority }));
    const result = await measure({ components: [one(discipline('priority'))], arrivals });
    const p95 = quantileOfTail((t) => Math.exp(-t / 50), 0.05);
    expectAgreement({ p95: [result.requests.responseMs.p95, p95, 0.05] }, 0.005);
  });

  it('travels with the calls', async () => {
    const result = await measure({
      components: [client('web'), one(discipline('priority'))],
      connections: [call('web', 'api')],
      arrivals: [
        { ...poisson('web', 30), class: 'late', priority: 2 },
        { ...poisson('web', 50), class: 'urgent', priority: 1 },
      ],
    });
    expectAgreement({ urgent: [result.classes['urgent']?.responseMs.mean, 10 + 8 / (1 - 0.5)] });
  });
});

describe('processor sharing', () => {
  const distributions: Distribution[] = [
    exponential(10),
    deterministic(10),
    { distribution: 'hyperexponential', meanMs: 10, scv: 5 },
    { distribution: 'uniform', minMs: 0, maxMs: 20 },
  ];
  it.each(distributions)('does not depend on more than the mean of $distribution work', async (work) => {
    const component = one({ service: work, ...discipline('processor-sharing') });
    const result = await measure({ components: [component], arrivals: [poisson('api', RATE)] });
    // M/G/1-PS: S/(1-ρ) (Kleinrock II, 4.4).
    expectAgreement({
      response: [result.requests.responseMs.mean, 50, 0.05],
      inSystem: [result.components['api']?.inSystem, 4, 0.05],
      utilisation: [result.components['api']?.utilisation, 0.8],
    });
    expect(result.components['api']?.waiting.mean).toBe(0);
    expect(result.components['api']?.waitMs.mean.mean).toBeCloseTo(0, 9);
  });

  it('by all replicas together is one processor of the summed concurrency: n as in M/M/c', async () => {
    const capacity = {
      replicas: 2,
      concurrency: 2,
      dispatch: 'shared-queue',
      discipline: 'processor-sharing',
    } as const;
    const result = await measure({ components: [one({ capacity })], arrivals: [poisson('api', 4 * RATE)] });
    const theory = mmc(0.32, 10, 4);
    expectAgreement({
      inSystem: [result.components['api']?.inSystem, theory.inSystem],
      utilisation: [result.components['api']?.utilisation, theory.utilisation],
    });
  });

  it('has room for those above the slots, as many as the limit says', async () => {
    const capacity = { concurrency: 2, queueLimit: 3, discipline: 'processor-sharing' } as const;
    const result = await measure({ components: [one({ capacity })], arrivals: [poisson('api', 300)] });
    const theory = mmcWithRoom(0.3, 10, 2, 5);
    expectAgreement({
      rejected: [result.components['api']?.rejectedPerSecond, 300 * theory.lost],
      inSystem: [result.components['api']?.inSystem, theory.inSystem],
    });
  });

  it('keeps blocked threads out of the work: a chain of two', async () => {
    // Two slots, held while the call is out; free ones share the work.
    const result = await measure({
      components: [
        service('web', 5, { threading: 'blocking', capacity: { concurrency: 2, discipline: 'processor-sharing' } }),
        service('db', 5, { capacity: { concurrency: 10 } }),
      ],
      connections: [call('web', 'db')],
      arrivals: [{ at: 'web', process: 'closed', users: 4, thinkMs: 20 }],
    });
    const chain = stationary({ work: 0, out: 0 }, ({ work, out }) => {
      const rate = Math.min(work, Math.max(0, 2 - out)) / 5;
      return [
        { to: { work: work + 1, out }, rate: (4 - work - out) / 20 },
        ...(rate > 0 ? [{ to: { work: work - 1, out: out + 1 }, rate }] : []),
        ...(out > 0 ? [{ to: { work, out: out - 1 }, rate: out / 5 }] : []),
      ].filter(({ rate: r }) => r > 0);
    });
    expectAgreement({
      throughput: [result.requests.throughputPerSecond, 1000 * expectation(chain, ({ out }) => out / 5)],
      blocked: [result.components['web']?.blocked, expectation(chain, ({ out }) => out)],
      inWork: [result.components['web']?.inSystem, expectation(chain, ({ work }) => work)],
      utilisation: [result.components['web']?.utilisation, expectation(chain, (s) => Math.min(2, s.work + s.out) / 2)],
    });
  });
});

/**
 * P(R > t) at ρ = 0.9 and 10 ms, of infinitely many replicas and the better of two: both have at least k requests with
 * chance (ρ^(2^k - 1))²; who finds exactly k has a response of k + 1 exponentials.
 */
function meanFieldTail(t: number): number {
  const bothHave = (k: number): number => (0.9 ** (2 ** k - 1)) ** 2;
  let tail = 0;
  let term = Math.exp(-t / 10);
  let erlang = 0;
  for (let k = 0; k < 10; k++) {
    // P(Erlang of k + 1 phases > t), phase by phase.
    erlang += term;
    term *= t / 10 / (k + 1);
    tail += (bothHave(k) - bothHave(k + 1)) * erlang;
  }
  return tail;
}

describe('the choice of a replica', () => {
  const fifty = (dispatch: 'random' | 'power-of-two') =>
    measure(
      { components: [one({ capacity: { replicas: 50, dispatch } })], arrivals: [poisson('api', 50 * 90)] },
      { durationS: 60, warmupS: 10, replications: 21 },
    );

  it('at random makes each of 50 an M/M/1 of its own', async () => {
    const result = await fifty('random');
    expectAgreement({ response: [result.requests.responseMs.mean, mmc(0.09, 10, 1).response, 0.05] });
    // Its tail is that of an exponential of the mean 100 ms.
    const { p50, p95, p99 } = result.requests.responseMs;
    const tail = (t: number): number => Math.exp(-t / 100);
    expectAgreement(
      {
        p50: [p50, quantileOfTail(tail, 0.5), 0.05],
        p95: [p95, quantileOfTail(tail, 0.05), 0.08],
        p99: [p99, quantileOfTail(tail, 0.01), 0.12],
      },
      0.005,
    );
  });

  it('of two draws is near the mean field of infinitely many (Vvedenskaya et al. 1996, Mitzenmacher 2001)', async () => {
    const result = await fifty('power-of-two');
    // The share of replicas with at least k requests is ρ^(2^k - 1).
    const inSystem = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + 0.9 ** (2 ** k - 1), 0);
    const expected = (inSystem / 0.9) * 10;
    const measured = result.requests.responseMs.mean.mean ?? 0;
    // With 50 replicas the mean lies some percent above the limit, and far below the 100 ms of random choice.
    expect(measured).toBeGreaterThan(0.99 * expected);
    expect(measured).toBeLessThan(1.06 * expected);
    // So does the tail: doubly exponential in the queue, so that the 99th percentile is far below 460 ms.
    const { p50, p95, p99 } = result.requests.responseMs;
    for (const [figure, beyond] of [
      [p50, 0.5],
      [p95, 0.05],
      [p99, 0.01],
    ] as const) {
      const quantile = quantileOfTail(meanFieldTail, beyond);
      expect(figure.mean).toBeGreaterThan(0.98 * quantile);
      expect(figure.mean).toBeLessThan(1.1 * quantile);
    }
  });

  it('of the least busy of two is the shortest of two queues, solved as a chain', async () => {
    const capacity = { replicas: 2, dispatch: 'least-connections' } as const;
    const result = await measure({ components: [one({ capacity })], arrivals: [poisson('api', 160)] });
    const most = 60;
    const chain = stationary([0, 0], ([a = 0, b = 0]) => {
      const shortest = Math.min(a, b);
      const joins: [number, number][] =
        a === b
          ? [
              [a + 1, b],
              [a, b + 1],
            ]
          : a < b
            ? [[a + 1, b]]
            : [[a, b + 1]];
      return [
        ...(shortest < most
          ? joins.map((to) => ({ to: [...to].sort((x, y) => x - y), rate: 0.16 / joins.length }))
          : []),
        ...(a > 0 ? [{ to: [a - 1, b].sort((x, y) => x - y), rate: 0.1 }] : []),
        ...(b > 0 ? [{ to: [a, b - 1].sort((x, y) => x - y), rate: 0.1 }] : []),
      ];
    });
    expectAgreement({
      inSystem: [result.components['api']?.inSystem, expectation(chain, ([a = 0, b = 0]) => a + b)],
    });
  });

  it('counts slots as well: two of two slots each, with idle ones taken first', async () => {
    const capacity = { replicas: 2, concurrency: 2, queueLimit: 0, dispatch: 'least-connections' } as const;
    const result = await measure({ components: [one({ capacity })], arrivals: [poisson('api', 300)] });
    // Nobody is lost while a slot is free anywhere: Erlang's loss system of four servers.
    const weights = birthDeath(
      () => 0.3,
      (n) => n / 10,
      4,
    );
    expectAgreement({ lost: [result.components['api']?.rejectedPerSecond, 300 * (weights[4] ?? 0)] });
  });
});
