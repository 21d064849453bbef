// The estimate against closed forms, where it is to be exact.
import { describe, expect, it } from 'vitest';
import { estimate, type Estimate } from '../../src/analysis/estimate.ts';
import { momentsOf } from '../../src/model/moments.ts';
import type { Distribution } from '../../src/model/distribution.ts';
import { erlangB, machineRepair, meanTries, mg1, mmc, mmcResponseTail, mmcWithRoom, quantileOfTail } from './theory.ts';
import { call, client, designOf, exponential, type Model, poisson, service, UNLIMITED } from './measure.ts';

function estimated(model: Model): Estimate {
  const outcome = estimate(designOf(model));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const shared = (concurrency: number, rest = {}) => ({
  capacity: { concurrency, dispatch: 'shared-queue' as const, ...rest },
});

describe('one station', () => {
  it('is M/M/1, with its percentiles', () => {
    const { requests, components, stable } = estimated({
      components: [service('s', 8)],
      arrivals: [poisson('s', 100)],
    });
    const theory = mmc(0.1, 8, 1);
    expect(stable).toBe(true);
    expect(requests.responseMs.mean).toBeCloseTo(theory.response, 6);
    // The response is exponential, which the matched distribution says exactly.
    expect(requests.responseMs.p95! / (theory.response * Math.log(20))).toBeCloseTo(1, 4);
    expect(requests.responseMs.p99! / (theory.response * Math.log(100))).toBeCloseTo(1, 4);
    expect(components.s!.utilisation).toBeCloseTo(0.8, 9);
    expect(components.s!.waiting).toBeCloseTo(theory.waiting, 6);
  });

  it.each([2, 5, 40])('is M/M/c with %i servers', (servers) => {
    const meanMs = 8 * servers;
    const { requests } = estimated({
      components: [service('s', meanMs, shared(servers))],
      arrivals: [poisson('s', 100)],
    });
    expect(requests.responseMs.mean! / mmc(0.1, meanMs, servers).response).toBeCloseTo(1, 6);
    const p95 = quantileOfTail((t) => mmcResponseTail(0.1, meanMs, servers, t), 0.05);
    expect(Math.abs(requests.responseMs.p95! / p95 - 1)).toBeLessThan(0.06);
  });

  const shapes: readonly Distribution[] = [
    { distribution: 'deterministic', meanMs: 7 },
    { distribution: 'erlang', meanMs: 7, phases: 4 },
    { distribution: 'gamma', meanMs: 7, scv: 0.3 },
    { distribution: 'hyperexponential', meanMs: 7, scv: 4 },
    { distribution: 'lognormal', meanMs: 7, scv: 2 },
    { distribution: 'uniform', minMs: 2, maxMs: 12 },
    { distribution: 'pareto', minMs: 4, shape: 2.5 },
    { distribution: 'weibull', meanMs: 7, shape: 0.8 },
    { distribution: 'empirical', samplesMs: [1, 2, 3, 22] },
  ];
  it.each(shapes)('is M/G/1 with $distribution work', (work) => {
    const { meanMs, scv } = momentsOf(work);
    const { requests } = estimated({
      components: [{ ...service('s', 1), service: work }],
      arrivals: [poisson('s', 100)],
    });
    expect(requests.responseMs.mean! / mg1(0.1, meanMs, scv).response).toBeCloseTo(1, 6);
  });

  it("is Erlang's loss system without room, whatever the work", () => {
    const work: Distribution = { distribution: 'lognormal', meanMs: 50, scv: 3 };
    const component = { ...service('s', 1, shared(6, { queueLimit: 0 })), service: work };
    const { requests, components } = estimated({ components: [component], arrivals: [poisson('s', 100)] });
    expect(requests.errorRate).toBeCloseTo(erlangB(6, 5), 9);
    expect(components.s!.rejectedPerSecond).toBeCloseTo(100 * erlangB(6, 5), 6);
    expect(requests.responseMs.mean).toBeCloseTo(50, 6);
  });

  it('is M/M/c/K with some room', () => {
    const theory = mmcWithRoom(0.1, 25, 3, 7);
    const { requests, components } = estimated({
      components: [service('s', 25, shared(3, { queueLimit: 4 }))],
      arrivals: [poisson('s', 100)],
    });
    expect(requests.errorRate).toBeCloseTo(theory.lost, 9);
    expect(components.s!.waitMs.mean).toBeCloseTo(theory.wait, 6);
  });

  it('is the machine repair model with closed users', () => {
    const theory = machineRepair(12, 100, 15, 2);
    const { requests } = estimated({
      components: [service('s', 15, shared(2))],
      arrivals: [{ at: 's', process: 'closed', users: 12, thinkMs: 100 }],
    });
    expect(requests.throughputPerSecond! / (1000 * theory.throughput)).toBeCloseTo(1, 3);
    expect(requests.responseMs.mean! / theory.response).toBeCloseTo(1, 2);
  });

  it('says which component cannot carry the load, and no response', () => {
    const { stable, bottlenecks, requests, components } = estimated({
      components: [client('web'), service('s', 20)],
      connections: [call('web', 's')],
      arrivals: [poisson('web', 100)],
    });
    expect({ stable, bottlenecks, mean: requests.responseMs.mean }).toEqual({
      stable: false,
      bottlenecks: ['s'],
      mean: null,
    });
    expect(components.s!.utilisation).toBeCloseTo(2, 9);
  });
});

describe('networks', () => {
  it('add up the stations of a Jackson network', () => {
    const { requests } = estimated({
      components: [
        client('web', { capacity: UNLIMITED }),
        service('a', 6),
        service('b', 20, shared(4)),
        service('c', 3),
      ],
      connections: [call('web', 'a'), call('a', 'b', { calls: 0.5 }), call('a', 'c', { latencyMs: 2 })],
      arrivals: [poisson('web', 100)],
    });
    const theory = mmc(0.1, 6, 1).response + 0.5 * mmc(0.05, 20, 4).response + (mmc(0.1, 3, 1).response + 4);
    expect(requests.responseMs.mean! / theory).toBeCloseTo(1, 6);
  });

  it('take the longest of parallel calls: the harmonic number for exponential ones', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const { requests } = estimated({
      components: [
        client('web', { capacity: UNLIMITED, calls: 'parallel' }),
        ...ids.map((id) => service(id, 10, { capacity: UNLIMITED })),
      ],
      connections: ids.map((id) => call('web', id)),
      arrivals: [poisson('web', 50)],
    });
    expect(requests.responseMs.mean! / (10 * (1 + 1 / 2 + 1 / 3 + 1 / 4))).toBeCloseTo(1, 3);
  });

  it('make retries of what fails', () => {
    const { components, requests } = estimated({
      components: [client('web', { capacity: UNLIMITED }), service('s', 2, { errorRate: 0.3, capacity: UNLIMITED })],
      connections: [call('web', 's', { retry: { attempts: 3 } })],
      arrivals: [poisson('web', 100)],
    });
    expect(components.s!.arrivalsPerSecond).toBeCloseTo(100 * meanTries(0.3, 3), 6);
    expect(requests.errorRate).toBeCloseTo(0.3 ** 3, 9);
  });

  it('hold threads while calls are out', () => {
    const { components } = estimated({
      components: [
        service('a', 5, { threading: 'blocking', capacity: { concurrency: 50 } }),
        service('b', 20, { capacity: UNLIMITED }),
      ],
      connections: [call('a', 'b')],
      arrivals: [poisson('a', 100)],
    });
    expect(components.a!.utilisation).toBeCloseTo((100 * 0.025) / 50, 6);
    expect(components.a!.blocked).toBeCloseTo(2, 6);
  });

  it('let a cache answer by itself', () => {
    const { components } = estimated({
      components: [{ id: 'cache', kind: 'cache', hitRatio: 0.9, service: exponential(1) }, service('db', 10)],
      connections: [call('cache', 'db')],
      arrivals: [poisson('cache', 200)],
    });
    expect(components.db!.arrivalsPerSecond).toBeCloseTo(20, 9);
  });

  it('make messages wait at their broker', () => {
    const { components } = estimated({
      components: [
        { id: 'jobs', kind: 'queue', capacity: UNLIMITED },
        service('worker', 15, { capacity: { concurrency: 2 } }),
      ],
      connections: [call('jobs', 'worker', { mode: 'async' })],
      arrivals: [poisson('jobs', 100)],
    });
    expect(components.jobs!.waitMs.mean! / mmc(0.1, 15, 2).wait).toBeCloseTo(1, 6);
    expect(components.worker!.utilisation).toBeCloseTo(0.75, 9);
  });
});
