// The theory itself, against values that are published or can be worked out by hand.
import { describe, expect, it } from 'vitest';
import { expectation, stationary } from './markov-chain.ts';
import type { Transition } from './markov-chain.ts';
import {
  deterministicTransform,
  erlangB,
  erlangC,
  erlangTransform,
  gm1Sigma,
  gm1Wait,
  harmonic,
  machineRepair,
  meanTries,
  meanUpTo,
  meanValueAnalysis,
  mg1,
  mmc,
  mmcResponseTail,
  mmcWithRoom,
  orderStatistic,
  quantileOfTail,
  twoClassMva,
} from './theory.ts';

describe('the closed forms', () => {
  it('give Erlang B of the traffic tables: 10 servers lose 21.46 % at 10 erlangs, 1.84 % at 5', () => {
    expect([erlangB(1, 1), erlangB(2, 1)]).toEqual([0.5, 0.2]);
    expect(erlangB(10, 10)).toBeCloseTo(0.2146, 4);
    expect(erlangB(10, 5)).toBeCloseTo(0.0184, 4);
  });

  it('give the eye clinic of Gross & Harris, 6 an hour, 20 minutes each, 3 doctors: Lq 8/9, Wq 4/27 h', () => {
    const clinic = mmc(6, 1 / 3, 3);
    expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 12);
    expect(clinic.waiting).toBeCloseTo(8 / 9, 12);
    expect(clinic.wait).toBeCloseTo(4 / 27, 12);
    expect(clinic.inSystem).toBeCloseTo(26 / 9, 12);
  });

  it('give the inspection station of Gross & Harris, 1 a minute, 6 minutes, 3 stalls, room for 7: L 6.06, Lq 3.09', () => {
    const station = mmcWithRoom(1, 6, 3, 7);
    expect(station.inSystem).toBeCloseTo(6.06, 2);
    expect(station.waiting).toBeCloseTo(3.09, 2);
    // By hand: the chance of an empty station is 1/1141, and that of a full one is 576 times as much.
    expect(station.lost).toBeCloseTo(576 / 1141, 12);
  });

  it('agree where one is a case of another', () => {
    expect(mg1(0.8, 1, 1).wait).toBeCloseTo(mmc(0.8, 1, 1).wait, 12);
    expect(mg1(0.8, 1, 0).wait).toBeCloseTo(mmc(0.8, 1, 1).wait / 2, 12);
    expect(mmcWithRoom(3, 1, 4, 4).lost).toBeCloseTo(erlangB(4, 3), 12);
    expect(mmcWithRoom(3, 1, 4, 400).wait).toBeCloseTo(mmc(3, 1, 4).wait, 12);
    expect(gm1Wait((s) => 0.8 / (0.8 + s), 1)).toBeCloseTo(mmc(0.8, 1, 1).wait, 9);
  });

  it('give the tail of M/M/1 as an exponential, and that of M/M/c with the mean of Erlang C', () => {
    expect(mmcResponseTail(0.8, 1, 1, 5)).toBeCloseTo(Math.exp(-1), 12);
    // cμ - λ equals μ here, the case that needs its own formula.
    for (const [rate, servers] of [
      [2, 3],
      [2.4, 3],
    ] as const) {
      const tail = (t: number): number => mmcResponseTail(rate, 1, servers, t);
      expect(meanUpTo(tail, 200)).toBeCloseTo(mmc(rate, 1, servers).response, 6);
    }
    expect(quantileOfTail((t) => Math.exp(-t), 0.05)).toBeCloseTo(Math.log(20), 9);
    // An exponential cut off at its mean: (1 - 2/e) / (1 - 1/e).
    expect(meanUpTo((t) => Math.exp(-t), 1)).toBeCloseTo((1 - 2 / Math.E) / (1 - 1 / Math.E), 9);
  });

  it('give the roots of G/M/1: 0.20319 for D/M/1 at one half, (3 - √5)/2 for E2/M/1', () => {
    expect(gm1Sigma(deterministicTransform(2), 1)).toBeCloseTo(0.2031878699, 9);
    expect(gm1Sigma(erlangTransform(2, 2), 1)).toBeCloseTo((3 - Math.sqrt(5)) / 2, 9);
  });

  it('give harmonic numbers and geometric means', () => {
    expect(harmonic(4)).toBeCloseTo(25 / 12, 12);
    // Of two: the smaller 1/2, the larger 3/2.
    expect([orderStatistic(1, 2), orderStatistic(2, 2)]).toEqual([0.5, 1.5]);
    expect(meanTries(0.5, 3)).toBe(1.75);
  });
});

describe('mean value analysis', () => {
  it('gives N/((N + M - 1)D) for M equal stations without think time', () => {
    const equal = Array.from({ length: 3 }, () => ({ demand: 2, servers: 1 }));
    expect(meanValueAnalysis(equal, 5, 0).throughput).toBeCloseTo(5 / (7 * 2), 12);
  });

  it('gives what the recursion gives by hand for a processor and two discs, 0.605, 2.1 and 1.35 s, thinking 15 s', () => {
    const stations = [0.605, 2.1, 1.35].map((demand) => ({ demand, servers: 1 }));
    expect(meanValueAnalysis(stations, 1, 15).throughput).toBeCloseTo(1 / 19.055, 12);
    expect(meanValueAnalysis(stations, 2, 15).response).toBeCloseTo(4.4012, 3);
    expect(meanValueAnalysis(stations, 3, 15).throughput).toBeCloseTo(0.1515, 4);
  });

  it('gives for two classes that are alike what it gives for one of them all, and for one alone', () => {
    const alike = (users: number) => ({ users, think: 40, demands: [5, 8, 30] });
    const stations = [5, 8, 30].map((demand, k) => ({ demand, servers: k === 2 ? Infinity : 1 }));
    const one = meanValueAnalysis(stations, 10, 40);
    for (const [n, m] of [
      [7, 3],
      [10, 0],
    ] as const) {
      const [first, second] = twoClassMva([alike(n), alike(m)], [false, false, true]);
      expect(first?.response).toBeCloseTo(one.response, 10);
      expect((first?.throughput ?? NaN) + (second?.throughput ?? NaN)).toBeCloseTo(one.throughput, 12);
    }
  });

  it('gives machine repair for one station of several servers', () => {
    const repair = machineRepair(10, 20, 5, 2);
    const closed = meanValueAnalysis([{ demand: 5, servers: 2 }], 10, 20);
    expect(closed.throughput).toBeCloseTo(repair.throughput, 12);
    expect(closed.response).toBeCloseTo(repair.response, 10);
  });
});

describe('the chain solver', () => {
  it('gives M/M/2 with room for 5', () => {
    const chain = stationary(0, (n): Transition<number>[] => [
      ...(n < 5 ? [{ to: n + 1, rate: 3 }] : []),
      ...(n > 0 ? [{ to: n - 1, rate: 2 * Math.min(n, 2) }] : []),
    ]);
    const theory = mmcWithRoom(3, 0.5, 2, 5);
    expect(expectation(chain, (n) => n)).toBeCloseTo(theory.inSystem, 12);
    expect(expectation(chain, (n) => (n === 5 ? 1 : 0))).toBeCloseTo(theory.lost, 12);
  });

  it('gives a chain without detailed balance: round and round, each state by its mean stay', () => {
    const chain = stationary(0, (n): Transition<number>[] => [{ to: (n + 1) % 3, rate: n + 1 }]);
    expect(chain.map(({ chance }) => chance)).toEqual([6 / 11, 3 / 11, 2 / 11].map((p) => expect.closeTo(p, 12)));
  });
});
