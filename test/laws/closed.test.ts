// Closed arrivals: a fixed number of users who think, ask and wait (machine repair; Reiser & Lavenberg 1980).
import { describe, it } from 'vitest';
import type { Arrival } from '../../src/model/design.ts';
import { call, client, deterministic, expectAgreement, measure, service, UNLIMITED } from './measure.ts';
import { machineRepair, meanValueAnalysis } from './theory.ts';

function closed(at: string, users: number, thinkMs: Extract<Arrival, { process: 'closed' }>['thinkMs']): Arrival {
  return { at, process: 'closed', users, thinkMs };
}

describe('machine repair, M/M/c//N (Kleinrock, Queueing Systems I, 3.9)', () => {
  const cases: readonly [users: number, thinkMs: number, meanMs: number, servers: number][] = [
    [1, 50, 10, 1],
    [10, 100, 10, 1],
    [30, 100, 10, 1],
    [20, 100, 20, 3],
  ];

  it.each(cases)('%i users thinking %i ms, %i ms of work, %i servers', async (users, thinkMs, meanMs, servers) => {
    const result = await measure(
      {
        components: [service('a', meanMs, { capacity: { concurrency: servers } })],
        arrivals: [closed('a', users, thinkMs)],
      },
      { durationS: 620 },
    );
    const theory = machineRepair(users, thinkMs, meanMs, servers);
    const station = result.components['a'];
    expectAgreement({
      throughput: [result.requests.throughputPerSecond, 1000 * theory.throughput],
      offered: [result.requests.offeredPerSecond, 1000 * theory.throughput],
      response: [result.requests.responseMs.mean, theory.response],
      waiting: [station?.waiting, theory.waiting, 0.03],
      utilisation: [station?.utilisation, (theory.throughput * meanMs) / servers],
    });
  });

  it.each([
    ['deterministic', deterministic(100)],
    ['hyperexponential', { distribution: 'hyperexponential', meanMs: 100, scv: 4 } as const],
  ])('does not depend on the distribution of the think time but for its mean: %s (BCMP 1975)', async (_, thinkMs) => {
    const result = await measure(
      { components: [service('a', 10)], arrivals: [closed('a', 10, thinkMs)] },
      { durationS: 620 },
    );
    const theory = machineRepair(10, 100, 10, 1);
    expectAgreement({
      throughput: [result.requests.throughputPerSecond, 1000 * theory.throughput],
      response: [result.requests.responseMs.mean, theory.response],
    });
  });
});

describe('mean value analysis (Reiser & Lavenberg 1980)', () => {
  it('an application with a processor, a store of two servers asked twice, and a remote system that never queues', async () => {
    const result = await measure(
      {
        components: [
          client('web'),
          service('cpu', 5),
          service('store', 8, { capacity: { concurrency: 2 } }),
          service('remote', 30, { capacity: UNLIMITED }),
        ],
        connections: [call('web', 'cpu'), call('cpu', 'store', { calls: 2 }), call('cpu', 'remote', { calls: 0.5 })],
        arrivals: [closed('web', 15, 60)],
      },
      { durationS: 620 },
    );
    const theory = meanValueAnalysis(
      [
        { demand: 5, servers: 1 },
        { demand: 16, servers: 2 },
        { demand: 15, servers: Infinity },
      ],
      15,
      60,
    );
    expectAgreement({
      throughput: [result.requests.throughputPerSecond, 1000 * theory.throughput],
      response: [result.requests.responseMs.mean, theory.response],
      cpu: [result.components['cpu']?.inSystem, theory.inSystem[0] ?? NaN],
      store: [result.components['store']?.inSystem, theory.inSystem[1] ?? NaN],
      remote: [result.components['remote']?.inSystem, theory.inSystem[2] ?? NaN],
      'one visit of the store': [result.components['store']?.responseMs.mean, (theory.residence[1] ?? NaN) / 2],
    });
  });

  it('without think time the slower of two stations is never far from busy', async () => {
    const result = await measure(
      {
        components: [client('web'), service('a', 4), service('b', 6)],
        connections: [call('web', 'a'), call('web', 'b')],
        arrivals: [closed('web', 4, 0)],
      },
      { durationS: 620 },
    );
    const stations = [4, 6].map((demand) => ({ demand, servers: 1 }));
    const theory = meanValueAnalysis(stations, 4, 0);
    expectAgreement({
      throughput: [result.requests.throughputPerSecond, 1000 * theory.throughput],
      response: [result.requests.responseMs.mean, theory.response],
      utilisation: [result.components['b']?.utilisation, 6 * theory.throughput],
    });
  });
});
