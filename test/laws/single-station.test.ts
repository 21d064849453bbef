// One station with Poisson arrivals and exponential work, in every form that has a closed solution.
import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import type { Result } from '../../src/simulation/result.ts';
import { deterministic, expectAgreement, exponential, measure, poisson, service } from './measure.ts';
import type { Comparison } from './measure.ts';
import { erlangB, mmc, mmcResponseTail, mmcWithRoom, quantileOfTail } from './theory.ts';
import type { StationTheory } from './theory.ts';

const RATE = 100;

function figures(result: Result, theory: StationTheory, servers: number): Record<string, Comparison> {
  const station = result.components['a'];
  return {
    arrivals: [station?.arrivalsPerSecond, RATE],
    utilisation: [station?.utilisation, theory.utilisation],
    waiting: [station?.waiting, theory.waiting, 0.05],
    inSystem: [station?.inSystem, theory.inSystem],
    wait: [station?.waitMs.mean, theory.wait, 0.05],
    response: [station?.responseMs.mean, theory.response],
    'end to end': [result.requests.responseMs.mean, theory.response],
    slots: [station?.replicas, servers],
  };
}

describe('M/M/1', () => {
  it('has a response time that is exponential, bucket by bucket (Kleinrock 1975, 3.2)', async () => {
    const result = await measure({ components: [service('a', 7)], arrivals: [poisson('a', RATE)] });
    const { edgesMs = [], share = [], percentiles = [] } = result.requests.responseMs.distribution ?? {};
    const rest = (ms: number): number => Math.exp(-ms * (1 / 7 - RATE / 1000));
    expect(share.length).toBeGreaterThan(50);
    expect(share.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
    let above = 1;
    share.forEach((part, at) => {
      above -= part;
      const expected = rest(edgesMs[at + 1] ?? 0);
      // Two million requests that wait for each other: the share above an edge is known to a few in a thousand.
      expect(Math.abs(above - expected)).toBeLessThan(0.004 + 0.02 * Math.min(expected, 1 - expected));
    });
    for (const { share: part, ms } of percentiles.filter(({ share: below }) => below >= 0.5 && below <= 0.999))
      expect(ms / (Math.log(1 - part) / (RATE / 1000 - 1 / 7))).toBeCloseTo(1, 1);
  });
});

describe('M/M/c (Erlang 1917)', () => {
  const capacities: readonly [string, number, Component['capacity']][] = [
    ['one server', 1, {}],
    ['4 replicas with one shared queue', 4, { replicas: 4, dispatch: 'shared-queue' }],
    ['one replica of concurrency 4', 1, { concurrency: 4 }],
    ['2 replicas of concurrency 2 with one shared queue', 2, { replicas: 2, concurrency: 2, dispatch: 'shared-queue' }],
  ];

  it.each(capacities)('%s', async (_, replicas, capacity) => {
    const servers = (capacity?.replicas ?? 1) * (capacity?.concurrency ?? 1);
    const meanMs = 7 * servers;
    const result = await measure({
      components: [service('a', meanMs, { capacity })],
      arrivals: [poisson('a', RATE)],
    });
    expectAgreement(figures(result, mmc(RATE / 1000, meanMs, servers), replicas));
  });

  it.each([1, 4])('has the percentiles of its response time, %i servers', async (servers) => {
    const meanMs = 7 * servers;
    const result = await measure({
      components: [service('a', meanMs, { capacity: { concurrency: servers } })],
      arrivals: [poisson('a', RATE)],
    });
    const quantile = (share: number): number =>
      quantileOfTail((t) => mmcResponseTail(RATE / 1000, meanMs, servers, t), 1 - share);
    const { responseMs } = result.requests;
    expectAgreement(
      {
        p50: [responseMs.p50, quantile(0.5)],
        p90: [responseMs.p90, quantile(0.9), 0.04],
        p95: [responseMs.p95, quantile(0.95), 0.04],
        p99: [responseMs.p99, quantile(0.99), 0.05],
        'p95 at the station': [result.components['a']?.responseMs.p95, quantile(0.95), 0.04],
      },
      0.005,
    );
  });

  it('speed divides the service time', async () => {
    const result = await measure({
      components: [service('a', 14, { capacity: { speed: 2 } })],
      arrivals: [poisson('a', RATE)],
    });
    expectAgreement(figures(result, mmc(RATE / 1000, 7, 1), 1));
  });

  it('two streams of arrivals are one of their summed rate', async () => {
    const result = await measure({
      components: [service('a', 7)],
      arrivals: [poisson('a', 30), poisson('a', 70)],
    });
    expectAgreement({
      ...figures(result, mmc(RATE / 1000, 7, 1), 1),
      'first stream': [result.arrivals[0]?.throughputPerSecond, 30],
      'second stream': [result.arrivals[1]?.throughputPerSecond, 70],
      'response of the second': [result.arrivals[1]?.responseMs.mean, mmc(RATE / 1000, 7, 1).response],
    });
  });
});

describe('M/G/c/c, a pure loss system, loses by Erlang B whatever the distribution (Erlang 1917, Sevastyanov 1957)', () => {
  const services: readonly [string, Distribution][] = [
    ['exponential', exponential(30)],
    ['deterministic', deterministic(30)],
    ['hyperexponential', { distribution: 'hyperexponential', meanMs: 30, scv: 4 }],
  ];

  it.each(services)('%s', async (_, distribution) => {
    const result = await measure({
      components: [{ ...service('a', 0), service: distribution, capacity: { concurrency: 4, queueLimit: 0 } }],
      arrivals: [poisson('a', RATE)],
    });
    const lost = erlangB(4, 3);
    const station = result.components['a'];
    expectAgreement({
      rejected: [station?.rejectedPerSecond, RATE * lost],
      errors: [result.requests.errorRate, lost],
      throughput: [result.requests.throughputPerSecond, RATE * (1 - lost)],
      utilisation: [station?.utilisation, (3 * (1 - lost)) / 4],
      response: [result.requests.responseMs.mean, 30],
    });
    expect(station?.waiting.mean).toBe(0);
  });
});

describe('M/M/c/K, with room for K (Kleinrock, Queueing Systems I, 3.6)', () => {
  const rooms: readonly [servers: number, queueLimit: number, meanMs: number][] = [
    [1, 4, 8],
    [1, 3, 20],
    [3, 5, 30],
  ];

  it.each(rooms)('%i servers, %i may wait, %i ms', async (servers, queueLimit, meanMs) => {
    const result = await measure({
      components: [service('a', meanMs, { capacity: { concurrency: servers, queueLimit } })],
      arrivals: [poisson('a', RATE)],
    });
    const theory = mmcWithRoom(RATE / 1000, meanMs, servers, servers + queueLimit);
    expectAgreement({
      ...figures(result, theory, 1),
      rejected: [result.components['a']?.rejectedPerSecond, RATE * theory.lost],
      throughput: [result.components['a']?.throughputPerSecond, RATE * (1 - theory.lost)],
      errors: [result.requests.errorRate, theory.lost],
    });
  });
});
