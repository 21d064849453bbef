// Closed users in the estimate: mean value analysis against exact Markov chains, against convolution, and the engine.
import { describe, expect, it } from 'vitest';
import { estimateScenario } from '../../src/analysis/estimate.ts';
import { exactAnalysis } from '../../src/analysis/estimate/closed/exact.ts';
import { linearizer } from '../../src/analysis/estimate/closed/linearizer.ts';
import { isExact } from '../../src/analysis/estimate/closed/mean-value-analysis.ts';
import type { ClosedStation } from '../../src/analysis/estimate/closed/network.ts';
import { expectation, stationary, type Transition } from './markov-chain.ts';
import { call, designOf, exponential, measure, type Model, poisson, service, UNLIMITED } from './measure.ts';
import { mmc } from './theory.ts';

const estimated = (model: Model) => {
  const design = designOf(model);
  return estimateScenario(design, design.scenarios![0]!);
};

const station = (servers: number, visits: readonly number[], workMs: readonly number[]): ClosedStation => ({
  copies: 1,
  servers,
  sharesSlots: true,
  residual: 1,
  openUtilisation: 0,
  visits,
  holdMs: workMs,
  workMs,
});

/** Cycles per ms of users of one sort, by the convolution of Buzen (1973), which never subtracts. */
function byConvolution(demands: readonly number[], servers: readonly number[], users: number, think: number): number {
  let constants = [1];
  for (let n = 1; n <= users; n++) constants.push((constants[n - 1]! * think) / n);
  demands.forEach((demand, at) => {
    const own = [1];
    for (let n = 1; n <= users; n++) own.push((own[n - 1]! * demand) / Math.min(n, servers[at]!));
    constants = constants.map((_, n) => {
      let sum = 0;
      for (let k = 0; k <= n; k++) sum += own[k]! * constants[n - k]!;
      return sum;
    });
  });
  return constants[users - 1]! / constants[users]!;
}

/** Users of two sorts, who think and then share the slots of two stations in turn, as a chain of states. */
function byMarkovChain(sorts: readonly Sort[], servers: readonly [number, number]): number[] {
  type State = readonly (readonly [first: number, second: number])[];
  const moves = (state: State): Transition<State>[] =>
    sorts.flatMap(({ users, thinkMs, workMs }, sort) => {
      const [first, second] = state[sort]!;
      const at = (place: 0 | 1): number => {
        const total = state.reduce((sum, own) => sum + own[place], 0);
        return total === 0 ? 0 : (state[sort]![place] / total) * (Math.min(total, servers[place]) / workMs[place]);
      };
      const moved = (to: readonly [number, number]): State => state.with(sort, to);
      return [
        { to: moved([first + 1, second]), rate: (users - first - second) / thinkMs },
        { to: moved([first - 1, second + 1]), rate: at(0) },
        { to: moved([first, second - 1]), rate: at(1) },
      ].filter(({ rate }) => rate > 0);
    });
  const chain = stationary<State>(
    sorts.map(() => [0, 0] as const),
    moves,
  );
  return sorts.map(({ users, thinkMs }, sort) =>
    expectation(chain, (state) => (users - state[sort]![0] - state[sort]![1]) / thinkMs),
  );
}

interface Sort {
  readonly users: number;
  readonly thinkMs: number;
  readonly workMs: readonly [number, number];
}

const SORTS: readonly Sort[] = [
  { users: 4, thinkMs: 30, workMs: [6, 9] },
  { users: 3, thinkMs: 50, workMs: [14, 4] },
];

describe('mean value analysis', () => {
  it.each([
    [1, 1],
    [2, 1],
    [1, 3],
  ] as const)('is exact for two sorts of users at %i and %i servers', (one, other) => {
    const stations = [one, other].map((servers, place) =>
      station(
        servers,
        [1, 1],
        SORTS.map(({ workMs }) => workMs[place]!),
      ),
    );
    const { throughput } = exactAnalysis(
      stations,
      SORTS.map(({ users, thinkMs }) => ({ users, thinkMs, share: 1 })),
    );
    const theory = byMarkovChain(SORTS, [one, other]);
    // With several servers the recursion for different works is exact for the sum of what keeps them busy only.
    const digits = one === 1 && other === 1 ? 9 : 3;
    throughput.forEach((rate, sort) => expect(rate / theory[sort]!).toBeCloseTo(1, digits));
  });

  it.each([
    [1, 20, 1],
    [5, 100, 2],
    [40, 100, 4],
    [120, 300, 8],
  ])('is exact for %i users who think for %i ms, at stations of up to %i servers', (users, think, servers) => {
    const demands = [5, 8 * servers, 3];
    const stations = demands.map((demand, at) => station(at === 1 ? servers : 1, [1], [demand]));
    const { throughput, cycleMs, inSystem } = exactAnalysis(stations, [{ users, thinkMs: think, share: 1 }]);
    const theory = byConvolution(demands, [1, servers, 1], users, think);
    expect(throughput[0]! / theory).toBeCloseTo(1, 6);
    expect(cycleMs[0]! / (users / theory - think)).toBeCloseTo(1, 5);
    // Little's law: all users are somewhere.
    expect(inSystem.reduce((sum, n) => sum + n, 0) + throughput[0]! * think).toBeCloseTo(users, 6);
  });

  it.each([1, 2, 4, 8])('is approximated by Linearizer within 3 % for many users at %i servers', (servers) => {
    const demands = [5, 8 * servers, 3];
    const stations = demands.map((demand, at) => station(at === 1 ? servers : 1, [1], [demand]));
    const errors = [5, 20, 60, 150].map((users) => {
      const { cycleMs } = linearizer(stations, [{ users, thinkMs: 100, share: 1 }]);
      return cycleMs[0]! / (users / byConvolution(demands, [1, servers, 1], users, 100) - 100) - 1;
    });
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.03);
    // An approximation, and so seen to be another one than the exact recursion.
    expect(Math.max(...errors.map(Math.abs))).toBeGreaterThan(1e-4);
  });

  it('is approximated by Linearizer within 1 % for three sorts of users', () => {
    const sorts = [...SORTS, { users: 6, thinkMs: 80, workMs: [3, 11] as const }];
    const stations = [0, 1].map((place) =>
      station(
        1,
        sorts.map(() => 1),
        sorts.map(({ workMs }) => workMs[place]!),
      ),
    );
    const chains = sorts.map(({ users, thinkMs }) => ({ users, thinkMs, share: 1 }));
    const exact = exactAnalysis(stations, chains).throughput;
    linearizer(stations, chains).throughput.forEach((rate, sort) =>
      expect(Math.abs(rate / exact[sort]! - 1)).toBeLessThan(0.01),
    );
  });

  it('goes through the populations while they are few', () => {
    const one = [station(1, [1], [5])];
    expect(isExact(one, [{ users: 500, thinkMs: 1, share: 1 }])).toBe(true);
    expect(isExact(one, [{ users: 50_000, thinkMs: 1, share: 1 }])).toBe(false);
  });
});

describe('the estimate of closed users', () => {
  it('is exact in a network of several components, with caches, fractions and ways', () => {
    const { requests } = estimated({
      components: [
        service('a', 4, { capacity: { concurrency: 2, dispatch: 'shared-queue' } }),
        { id: 'c', kind: 'cache', hitRatio: 0.75, service: exponential(1), capacity: UNLIMITED },
        service('db', 20),
      ],
      connections: [call('a', 'c', { latencyMs: 3 }), call('c', 'db'), call('a', 'db', { calls: 0.1 })],
      arrivals: [{ at: 'a', process: 'closed', users: 15, thinkMs: 60 }],
    });
    // Neither the way nor the cache makes anybody wait: they are as if one thought for longer.
    const rate = byConvolution([4, 0.35 * 20], [2, 1], 15, 60 + 6 + 1);
    expect(requests.throughputPerSecond! / (1000 * rate)).toBeCloseTo(1, 5);
    expect(requests.responseMs.mean! / (15 / rate - 60)).toBeCloseTo(1, 5);
  });

  it('leaves open requests their share of one server, exactly', () => {
    const { classes } = estimated({
      components: [service('s', 5)],
      arrivals: [
        { ...poisson('s', 60), class: 'open' },
        { at: 's', process: 'closed', users: 6, thinkMs: 40, class: 'closed' },
      ],
    });
    // Users are slowed down by the open load, and open requests find all users (Lazowska and others, 7.4).
    const rate = byConvolution([5 / 0.7], [1], 6, 40);
    const users = 6 - rate * 40;
    expect(classes.closed!.responseMs.mean! / (6 / rate - 40)).toBeCloseTo(1, 4);
    expect(classes.open!.responseMs.mean! / ((5 * (1 + users)) / 0.7)).toBeCloseTo(1, 4);
  });

  it('comes to the open network as users become many and think for long', () => {
    const { requests } = estimated({
      components: [service('a', 6), service('b', 12, { capacity: { concurrency: 2 } })],
      connections: [call('a', 'b')],
      arrivals: [{ at: 'a', process: 'closed', users: 5000, thinkMs: 50_000 }],
    });
    const theory = mmc(0.1, 6, 1).response + mmc(0.1, 12, 2).response;
    expect(Math.abs(requests.responseMs.mean! / theory - 1)).toBeLessThan(0.02);
  });

  it('agrees with the engine where it is no longer exact: two sorts, other work, many users', async () => {
    const model: Model = {
      components: [
        { ...service('a', 1), service: { distribution: 'hyperexponential', meanMs: 6, scv: 3 } },
        {
          ...service('b', 1, { capacity: { concurrency: 2 } }),
          service: { distribution: 'erlang', meanMs: 9, phases: 4 },
        },
      ],
      connections: [call('a', 'b', { calls: 1.5 })],
      arrivals: [
        { at: 'a', process: 'closed', users: 30, thinkMs: 300, class: 'one' },
        { at: 'a', process: 'closed', users: 8, thinkMs: 120, class: 'two' },
      ],
    };
    const { requests, classes } = estimated(model);
    const result = await measure(model, { durationS: 320, replications: 5 });
    const measured = (of: typeof result.requests): number => of.responseMs.mean.mean!;
    expect(Math.abs(requests.responseMs.mean! / measured(result.requests) - 1)).toBeLessThan(0.05);
    for (const name of ['one', 'two']) {
      expect(Math.abs(classes[name]!.responseMs.mean! / measured(result.classes[name]!) - 1)).toBeLessThan(0.06);
    }
  });
});
