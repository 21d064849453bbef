// What calls do to a response: latency, fan-out, threads that are held, failures, retries and timeouts.
import { describe, it } from 'vitest';
import type { Connection } from '../../src/model/design.ts';
import {
  call,
  client,
  deterministic,
  expectAgreement,
  exponential,
  measure,
  poisson,
  service,
  UNLIMITED,
} from './measure.ts';
import { expectation, stationary } from './markov-chain.ts';
import type { Transition } from './markov-chain.ts';
import { harmonic, meanTries, meanUpTo, mmc, mmcResponseTail } from './theory.ts';

/** Some 50,000 requests, 21 times. */
const SHORT = { durationS: 52, warmupS: 2 };

describe('latency', () => {
  it('counts both ways, and the payload over the bandwidth one way', async () => {
    const result = await measure(
      {
        components: [client('web'), service('api', 0, { service: deterministic(3), capacity: UNLIMITED })],
        connections: [call('web', 'api', { latencyMs: 2, payloadKiB: 1000, bandwidthMbps: 1000 })],
        arrivals: [poisson('web', 10)],
      },
      SHORT,
    );
    // 1,000 KiB are 8.192 Mbit.
    const responseMs = 2 + 8.192 + 3 + 2;
    expectAgreement({
      'end to end': [result.requests.responseMs.mean, responseMs],
      'as the caller sees it': [result.connections['web-api']?.responseMs.mean, responseMs],
      'at the callee': [result.components['api']?.responseMs.mean, 3],
    });
  });

  it('is drawn anew for each way: its mean twice, and the variance of a sum of two', async () => {
    const result = await measure(
      {
        components: [client('web'), service('api', 0)],
        connections: [call('web', 'api', { latencyMs: exponential(5) })],
        arrivals: [poisson('web', 1000)],
      },
      SHORT,
    );
    const { responseMs } = result.requests;
    // Two exponential phases: 95 % lie below 4.7439 means (chi-square of 4 degrees of freedom, 9.4877, halved).
    expectAgreement({ mean: [responseMs.mean, 10] });
    expectAgreement({ p95: [responseMs.p95, 5 * 4.743865] }, 0.005);
  });
});

describe('parallel calls', () => {
  const workers = ['a', 'b', 'c', 'd'];
  const model = (calls: 'parallel' | 'sequential') => ({
    components: [client('web', { calls }), ...workers.map((id) => service(id, 10, { capacity: UNLIMITED }))],
    connections: workers.map((id) => call('web', id)),
    arrivals: [poisson('web', 1000)],
  });

  it('answer after the longest of four exponentials: 10 ms times the harmonic number', async () => {
    const { requests } = await measure(model('parallel'), SHORT);
    expectAgreement({ response: [requests.responseMs.mean, 10 * harmonic(4)] });
    // P(max ≤ t) = (1 - exp(-t/10))⁴.
    expectAgreement({ p95: [requests.responseMs.p95, -10 * Math.log(1 - 0.95 ** (1 / 4))] }, 0.005);
  });

  it('one after the other they take four times as long as one', async () => {
    const { requests } = await measure(model('sequential'), SHORT);
    expectAgreement({ response: [requests.responseMs.mean, 40] });
  });
});

describe('several calls over one connection', () => {
  it.each([0.3, 1, 2.5])('%d follow one another', async (calls) => {
    const result = await measure(
      {
        components: [client('web'), service('api', 10, { capacity: UNLIMITED })],
        connections: [call('web', 'api', { calls })],
        arrivals: [poisson('web', 1000)],
      },
      SHORT,
    );
    expectAgreement({
      calls: [result.connections['web-api']?.callsPerSecond, 1000 * calls],
      response: [result.requests.responseMs.mean, 10 * calls],
      'of one call': [result.connections['web-api']?.responseMs.mean, 10],
    });
  });
});

describe('threads', () => {
  const model = (threading: 'async' | 'blocking') => ({
    components: [service('api', 6, { threading, capacity: { concurrency: 3, queueLimit: 10 } }), service('store', 9)],
    connections: [call('api', 'store')],
    arrivals: [poisson('api', 80)],
  });

  interface State {
    /** Waiting, at own work and blocked at the api; the blocked ones are at the store. */
    readonly waiting: number;
    readonly working: number;
    readonly blocked: number;
  }

  /** Three threads, room for ten more, and a store that serves one at a time; rates per ms. */
  function transitions({ waiting, working, blocked }: State): Transition<State>[] {
    const jumps: Transition<State>[] = [];
    if (working + blocked < 3) jumps.push({ to: { waiting, working: working + 1, blocked }, rate: 0.08 });
    else if (waiting < 10) jumps.push({ to: { waiting: waiting + 1, working, blocked }, rate: 0.08 });
    if (working > 0) jumps.push({ to: { waiting, working: working - 1, blocked: blocked + 1 }, rate: working / 6 });
    if (blocked > 0 && waiting > 0) {
      jumps.push({ to: { waiting: waiting - 1, working: working + 1, blocked: blocked - 1 }, rate: 1 / 9 });
    } else if (blocked > 0) jumps.push({ to: { waiting, working, blocked: blocked - 1 }, rate: 1 / 9 });
    return jumps;
  }

  it('that block are held while the store works: a two-layer queueing network, solved as a chain', async () => {
    const result = await measure(model('blocking'));
    const chain = stationary<State>({ waiting: 0, working: 0, blocked: 0 }, transitions);
    const mean = (figure: (state: State) => number): number => expectation(chain, figure);
    const full = mean((s) => (s.waiting === 10 ? 1 : 0));
    const carried = 0.08 * (1 - full);
    const { api, store } = result.components;
    expectAgreement({
      utilisation: [api?.utilisation, mean((s) => s.working + s.blocked) / 3],
      blocked: [api?.blocked, mean((s) => s.blocked)],
      waiting: [api?.waiting, mean((s) => s.waiting), 0.05],
      'in system': [api?.inSystem, mean((s) => s.waiting + s.working), 0.05],
      wait: [api?.waitMs.mean, mean((s) => s.waiting) / carried, 0.05],
      rejected: [api?.rejectedPerSecond, 80 * full, 0.15],
      throughput: [api?.throughputPerSecond, 1000 * carried],
      'store in system': [store?.inSystem, mean((s) => s.blocked)],
      'store utilisation': [store?.utilisation, mean((s) => (s.blocked > 0 ? 1 : 0))],
      'end to end': [result.requests.responseMs.mean, mean((s) => s.waiting + s.working + s.blocked) / carried],
    });
  });

  it('that do not block are free during calls: the same design without bounds is a Jackson network', async () => {
    const { components, connections, arrivals } = model('async');
    const result = await measure({
      components: components.map((each) => ({ ...each, capacity: { ...each.capacity, queueLimit: null } })),
      connections,
      arrivals,
    });
    const api = mmc(0.08, 6, 3);
    const store = mmc(0.08, 9, 1);
    expectAgreement({
      utilisation: [result.components['api']?.utilisation, 0.16],
      'api in system': [result.components['api']?.inSystem, api.inSystem],
      'store in system': [result.components['store']?.inSystem, store.inSystem, 0.04],
      'end to end': [result.requests.responseMs.mean, api.response + store.response],
    });
    expectAgreement({ blocked: [result.components['api']?.blocked, 0] });
  });
});

describe('a callee that fails', () => {
  const FAILURE = 0.4;
  const model = (connection: Partial<Connection>) => ({
    components: [
      client('web'),
      service('api', 0, { service: deterministic(10), errorRate: FAILURE, capacity: UNLIMITED }),
    ],
    connections: [call('web', 'api', connection)],
    arrivals: [poisson('web', 1000)],
  });

  it('fails its caller', async () => {
    const result = await measure(model({}), SHORT);
    expectAgreement({
      errors: [result.requests.errorRate, FAILURE],
      'at the callee': [result.components['api']?.failedPerSecond, 1000 * FAILURE],
      error: [result.connections['web-api']?.outcomesPerSecond.error, 1000 * FAILURE],
      ok: [result.connections['web-api']?.outcomesPerSecond.ok, 1000 * (1 - FAILURE)],
    });
  });

  it('fails nobody over an optional connection', async () => {
    const result = await measure(model({ optional: true }), SHORT);
    expectAgreement({
      errors: [result.requests.errorRate, 0],
      response: [result.requests.responseMs.mean, 10],
      error: [result.connections['web-api']?.outcomesPerSecond.error, 1000 * FAILURE],
    });
  });

  it.each([
    ['none', 1],
    ['full', 1 / 2],
    ['equal', 3 / 4],
  ] as const)('is tried again by a geometric law, with jitter %s', async (jitter, meanJitter) => {
    const attempts = 4;
    const [backoffMs, multiplier] = [8, 3];
    const result = await measure(model({ retry: { attempts, backoffMs, multiplier, jitter } }), SHORT);
    const tries = meanTries(FAILURE, attempts);
    const failed = FAILURE ** attempts;
    // A request that succeeds in its n-th try has worked n times, and waited before each but the first.
    let responseMs = 0;
    for (let n = 1; n <= attempts; n++) {
      const waits = Array.from({ length: n - 1 }, (_, i) => backoffMs * multiplier ** i * meanJitter);
      const chance = (FAILURE ** (n - 1) * (1 - FAILURE)) / (1 - failed);
      responseMs += chance * waits.reduce((sum, wait) => sum + wait, 10 * n);
    }
    const connection = result.connections['web-api'];
    expectAgreement({
      arrivals: [result.components['api']?.arrivalsPerSecond, 1000 * tries],
      'first tries': [connection?.callsPerSecond, 1000],
      retries: [connection?.retriesPerSecond, 1000 * (tries - 1)],
      errors: [result.requests.errorRate, failed, 0.05],
      response: [result.requests.responseMs.mean, responseMs],
      'as the caller sees it': [connection?.responseMs.mean, responseMs],
    });
  });
});

describe('timeouts (orphans stay, so the queue is as without)', () => {
  it.each([1, 3])('cut the tail of the M/M/c response, %i servers', async (servers) => {
    const meanMs = 6 * servers;
    const timeoutMs = 20 * Math.sqrt(servers);
    const result = await measure({
      components: [client('web'), service('api', meanMs, { capacity: { concurrency: servers } })],
      connections: [call('web', 'api', { timeoutMs })],
      arrivals: [poisson('web', 100)],
    });
    const theory = mmc(0.1, meanMs, servers);
    const tail = (t: number): number => mmcResponseTail(0.1, meanMs, servers, t);
    const connection = result.connections['web-api'];
    const api = result.components['api'];
    expectAgreement({
      timeouts: [connection?.timeoutsPerSecond, 100 * tail(timeoutMs), 0.05],
      'outcome timeout': [connection?.outcomesPerSecond.timeout, 100 * tail(timeoutMs), 0.05],
      ok: [connection?.outcomesPerSecond.ok, 100 * (1 - tail(timeoutMs))],
      errors: [result.requests.errorRate, tail(timeoutMs), 0.05],
      response: [result.requests.responseMs.mean, meanUpTo(tail, timeoutMs)],
      'at the callee': [api?.responseMs.mean, theory.response],
      'in system': [api?.inSystem, theory.inSystem],
      throughput: [api?.throughputPerSecond, 100],
    });
  });

  it('and retries: each try that is too long is one more at the callee', async () => {
    const result = await measure(
      {
        components: [client('web'), service('api', 10, { capacity: UNLIMITED })],
        connections: [call('web', 'api', { timeoutMs: 10 * Math.LN2, retry: { attempts: 3 } })],
        arrivals: [poisson('web', 1000)],
      },
      SHORT,
    );
    const tries = meanTries(0.5, 3);
    expectAgreement({
      arrivals: [result.components['api']?.arrivalsPerSecond, 1000 * tries],
      'in system': [result.components['api']?.inSystem, 10 * tries],
      errors: [result.requests.errorRate, 1 / 8, 0.05],
      timeouts: [result.connections['web-api']?.timeoutsPerSecond, 1000 * tries * 0.5],
    });
  });
});

describe("a connection's own work", () => {
  it('replaces that of the callee for its calls', async () => {
    const result = await measure({
      components: [client('web'), service('api', 6), client('admin')],
      connections: [call('web', 'api'), call('admin', 'api', { service: deterministic(20) })],
      arrivals: [poisson('web', 50), poisson('admin', 15)],
    });
    // M/G/1 of the mixture, by its first two moments (Pollaczek, Khinchine).
    const rate = 0.065;
    const second = (50 * 72 + 15 * 400) / 65;
    const utilisation = 0.3 + 0.3;
    const wait = (rate * second) / (2 * (1 - utilisation));
    expectAgreement({
      utilisation: [result.components['api']?.utilisation, utilisation],
      wait: [result.components['api']?.waitMs.mean, wait, 0.05],
      web: [result.arrivals[0]?.responseMs.mean, wait + 6],
      admin: [result.arrivals[1]?.responseMs.mean, wait + 20],
    });
  });
});
