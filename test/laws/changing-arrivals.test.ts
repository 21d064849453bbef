// Arrivals whose rate changes: in states that take turns, along a profile, and several streams at once.
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/model/design.ts';
import { expectation, stationary } from './markov-chain.ts';
import type { Transition } from './markov-chain.ts';
import { deterministic, expectAgreement, exponential, measure, poisson, service, UNLIMITED } from './measure.ts';
import { mg1, mmc } from './theory.ts';

describe('MMPP/M/1 with a bound, solved as a chain', () => {
  interface State {
    readonly phase: number;
    readonly inSystem: number;
  }
  const ROOM = 12;

  async function expectChain(states: readonly { ratePerSecond: number; meanS: number }[]): Promise<void> {
    function transitions({ phase, inSystem }: State): Transition<State>[] {
      const { ratePerSecond, meanS } = states[phase]!;
      return [
        { to: { phase: (phase + 1) % states.length, inSystem }, rate: 1 / meanS },
        ...(inSystem <= ROOM ? [{ to: { phase, inSystem: inSystem + 1 }, rate: ratePerSecond }] : []),
        ...(inSystem > 0 ? [{ to: { phase, inSystem: inSystem - 1 }, rate: 1000 / 8 }] : []),
      ];
    }
    const result = await measure({
      components: [service('a', 8, { capacity: { queueLimit: ROOM } })],
      arrivals: [{ at: 'a', process: 'mmpp', states: [...states] }],
    });
    const chain = stationary<State>({ phase: 0, inSystem: 0 }, transitions);
    const mean = (figure: (state: State) => number): number => expectation(chain, figure);
    const rateOf = ({ phase }: State): number => states[phase]?.ratePerSecond ?? NaN;
    const carried = mean((s) => (s.inSystem <= ROOM ? rateOf(s) : 0));
    const station = result.components['a'];
    expectAgreement({
      offered: [result.requests.offeredPerSecond, mean(rateOf)],
      utilisation: [station?.utilisation, mean((s) => (s.inSystem > 0 ? 1 : 0))],
      'in system': [station?.inSystem, mean((s) => s.inSystem), 0.06],
      response: [result.requests.responseMs.mean, (1000 * mean((s) => s.inSystem)) / carried, 0.06],
      rejected: [station?.rejectedPerSecond, mean(rateOf) - carried, 0.2],
    });
  }

  it('three states, of which one is silent', () =>
    expectChain([
      { ratePerSecond: 60, meanS: 0.2 },
      { ratePerSecond: 0, meanS: 0.1 },
      { ratePerSecond: 190, meanS: 0.05 },
    ]));

  it('states that change faster than requests come', () =>
    expectChain([
      { ratePerSecond: 200, meanS: 0.002 },
      { ratePerSecond: 0, meanS: 0.001 },
    ]));

  it('states of a nanosecond: nothing but Poisson arrivals at their mean rate', async () => {
    const states = [
      { ratePerSecond: 300, meanS: 1e-9 },
      { ratePerSecond: 0, meanS: 2e-9 },
    ];
    const result = await measure({ components: [service('a', 6)], arrivals: [{ at: 'a', process: 'mmpp', states }] });
    expectAgreement({ response: [result.requests.responseMs.mean, mmc(0.1, 6, 1).response] });
  });
});

describe('M(t)/G/∞: the mean number in the system is ∫ λ(u) P(S > t - u) du (Eick, Massey & Whitt 1993)', () => {
  /** Up from 0, along a level, a sudden fall, and up again. */
  const points: [number, number][] = [
    [1, 0],
    [3, 20_000],
    [5, 20_000],
    [5, 2000],
    [9, 10_000],
  ];
  const rate = (t: number): number => {
    const last = points.findIndex(([second]) => second > t);
    if (last <= 0) return 0;
    const [[from, low], [to, high]] = [points[last - 1]!, points[last]!];
    return low + ((t - from) / (to - from)) * (high - low);
  };
  /** By the middle of each of so many pieces a second, which hit no corner. */
  const integrate = (f: (t: number) => number, from: number, to: number): number => {
    const pieces = Math.round(400 * (to - from));
    const width = (to - from) / pieces;
    return Array.from({ length: pieces }, (_, i) => f(from + (i + 0.5) * width)).reduce((a, b) => a + b, 0) * width;
  };

  const works = [
    ['deterministic', deterministic(500), (s: number) => (s < 0.5 ? 1 : 0)],
    ['exponential', exponential(500), (s: number) => Math.exp(-s / 0.5)],
    [
      'uniform',
      { distribution: 'uniform', minMs: 0, maxMs: 1000 } as const,
      (s: number) => Math.max(0, Math.min(1, 1 - s)),
    ],
  ] as const;
  const windows = [
    [0, 3],
    [4.5, 6],
    [8, 10],
  ] as const;
  it.each(works.flatMap((work) => windows.map((window) => [work[0], ...window, work] as const)))(
    '%s work, from %d s to %d s',
    async (_, from, to, [, work, tail]) => {
      const result = await measure(
        {
          components: [service('a', 0, { service: work, capacity: UNLIMITED })],
          arrivals: [{ at: 'a', process: 'profile', points }],
        },
        { warmupS: from, durationS: to },
      );
      const inSystem = (t: number): number => integrate((u) => rate(u) * tail(t - u), Math.max(0, t - 4), t);
      // A midpoint that meets a jump is off by at most one piece of it.
      const reading = 0.002;
      expectAgreement(
        {
          offered: [result.requests.offeredPerSecond, integrate(rate, from, to) / (to - from)],
          'in system': [result.components['a']?.inSystem, integrate(inSystem, from, to) / (to - from), 0.05],
        },
        reading,
      );
    },
  );

  it('lets nothing come before its first point and after its last', async () => {
    const arrivals: Arrival[] = [{ at: 'a', process: 'profile', points }];
    const early = await measure({ components: [service('a', 1)], arrivals }, { durationS: 1, warmupS: 0 });
    const late = await measure({ components: [service('a', 1)], arrivals }, { durationS: 30, warmupS: 9 });
    expect([early, late].map(({ requests }) => requests.offeredPerSecond.mean)).toEqual([0, 0]);
  });
});

describe('several streams at once', () => {
  it('are one Poisson stream to the station, and each has its own figures, as has each class', async () => {
    const result = await measure({
      components: [service('a', 8)],
      arrivals: [
        { ...poisson('a', 20), class: 'buy' },
        poisson('a', 30),
        { at: 'a', process: 'mmpp', states: [{ ratePerSecond: 40, meanS: 1 }], class: 'buy' },
      ],
    });
    const { wait } = mg1(0.09, 8, 1);
    const response = wait + 8;
    expectAgreement({
      'first stream': [result.arrivals[0]?.offeredPerSecond, 20],
      'second stream': [result.arrivals[1]?.offeredPerSecond, 30],
      'third stream': [result.arrivals[2]?.offeredPerSecond, 40],
      'its response': [result.arrivals[2]?.responseMs.mean, response, 0.05],
      class: [result.classes['buy']?.throughputPerSecond, 60],
      'response of the class': [result.classes['buy']?.responseMs.mean, response, 0.05],
      all: [result.requests.offeredPerSecond, 90],
    });
  });
});
