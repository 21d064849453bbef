// Open networks of exponential stations: each is M/M/c by itself (Jackson 1957), also where one is asked several times (Kelly 1975).
import { describe, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import { call, client, expectAgreement, measure, poisson, service } from './measure.ts';
import type { Comparison, Model } from './measure.ts';
import { mmc } from './theory.ts';
import type { Result } from '../../src/simulation/result.ts';

/** By component: visits of one request, work of a visit, and servers. */
type Expected = Readonly<Record<string, readonly [visits: number, meanMs: number, servers: number]>>;

function comparisons(result: Result, expected: Expected, rate: number): Record<string, Comparison> {
  const all: Record<string, Comparison> = {};
  let responseMs = 0;
  for (const [id, [visits, meanMs, servers]] of Object.entries(expected)) {
    const theory = mmc((rate / 1000) * visits, meanMs, servers);
    const station = result.components[id];
    responseMs += visits * theory.response;
    all[`${id} arrivals`] = [station?.arrivalsPerSecond, rate * visits];
    all[`${id} utilisation`] = [station?.utilisation, theory.utilisation];
    all[`${id} response`] = [station?.responseMs.mean, theory.response, 0.035];
    all[`${id} in system`] = [station?.inSystem, theory.inSystem, 0.035];
  }
  all['end to end'] = [result.requests.responseMs.mean, responseMs];
  return all;
}

async function check(model: Model, expected: Expected): Promise<void> {
  expectAgreement(comparisons(await measure(model), expected, 100));
}

describe('Jackson networks', () => {
  it('a chain of three, each calling the next', () =>
    check(
      {
        components: [service('a', 6), service('b', 22, { capacity: { concurrency: 4 } }), service('c', 5)],
        connections: [call('a', 'b'), call('b', 'c')],
        arrivals: [poisson('a', 100)],
      },
      { a: [1, 6, 1], b: [1, 22, 4], c: [1, 5, 1] },
    ));

  it('a tree with two callees one after the other, the second with callees of its own', () =>
    check(
      {
        components: [client('web'), service('a', 6), service('b', 5), service('c', 4), service('d', 7)],
        connections: [call('web', 'a'), call('web', 'b'), call('b', 'c'), call('b', 'd')],
        arrivals: [poisson('web', 100)],
      },
      { a: [1, 6, 1], b: [1, 5, 1], c: [1, 4, 1], d: [1, 7, 1] },
    ));

  it('routing by chance: calls of 0.3 and 0.6, both to a shared store at 1.5', () =>
    check(
      {
        components: [
          client('web'),
          service('a', 18),
          service('b', 10),
          service('store', 9, { capacity: { concurrency: 2 } }),
        ],
        connections: [
          call('web', 'a', { calls: 0.3 }),
          call('web', 'b', { calls: 0.6 }),
          call('a', 'store', { calls: 1.5 }),
          call('b', 'store', { calls: 1.5 }),
        ],
        arrivals: [poisson('web', 100)],
      },
      { a: [0.3, 18, 1], b: [0.6, 10, 1], store: [1.35, 9, 2] },
    ));

  it('several calls over one connection follow one another: 2.5 visits', () =>
    check(
      {
        components: [client('web'), service('store', 2.4)],
        connections: [call('web', 'store', { calls: 2.5 })],
        arrivals: [poisson('web', 100)],
      },
      { store: [2.5, 2.4, 1] },
    ));

  it('two entries share a station', () =>
    check(
      {
        components: [client('web'), client('mobile'), service('api', 6)],
        connections: [call('web', 'api'), call('mobile', 'api')],
        arrivals: [poisson('web', 40), poisson('mobile', 60)],
      },
      { api: [1, 6, 1] },
    ));
});

describe('thinning', () => {
  const store: Component = service('store', 14);

  it('a cache passes on its misses only', async () => {
    const result = await measure({
      components: [{ ...service('cache', 1), kind: 'cache', hitRatio: 0.6 }, store],
      connections: [call('cache', 'store')],
      arrivals: [poisson('cache', 100)],
    });
    expectAgreement(comparisons(result, { cache: [1, 1, 1], store: [0.4, 14, 1] }, 100));
  });

  it('a station that fails some calls spends its work, makes no calls for them and counts them', async () => {
    const result = await measure({
      components: [
        service('api', 6, { errorRate: 0.4 }),
        { ...store, service: { distribution: 'exponential', meanMs: 9 } },
      ],
      connections: [call('api', 'store')],
      arrivals: [poisson('api', 100)],
    });
    const api = result.components['api'];
    expectAgreement({
      utilisation: [api?.utilisation, 0.6],
      failed: [api?.failedPerSecond, 40],
      throughput: [api?.throughputPerSecond, 60],
      errors: [result.requests.errorRate, 0.4],
      'calls of the rest': [result.components['store']?.arrivalsPerSecond, 60],
      'response of the rest': [result.requests.responseMs.mean, mmc(0.1, 6, 1).response + mmc(0.06, 9, 1).response],
      'response of the store': [result.components['store']?.responseMs.mean, mmc(0.06, 9, 1).response],
    });
  });
});

describe('asynchronous connections', () => {
  it('load the callee as Jackson says, and lengthen no response', async () => {
    const result = await measure({
      components: [service('api', 6), service('mail', 8)],
      connections: [call('api', 'mail', { mode: 'async' })],
      arrivals: [poisson('api', 100)],
    });
    const mail = mmc(0.1, 8, 1);
    expectAgreement({
      'end to end': [result.requests.responseMs.mean, mmc(0.1, 6, 1).response],
      'mail response': [result.components['mail']?.responseMs.mean, mail.response, 0.06],
      'mail in system': [result.components['mail']?.inSystem, mail.inSystem, 0.06],
      'mail utilisation': [result.components['mail']?.utilisation, 0.8],
    });
  });
});
