// Arrivals that are not Poisson, and how dispatching to replicas splits them.
import { describe, expect, it } from 'vitest';
import { expectAgreement, measure, poisson, service } from './measure.ts';
import { deterministicTransform, erlangTransform, gm1Wait, mmc } from './theory.ts';

describe('D/M/1 (Kleinrock, Queueing Systems I, 6.4)', () => {
  it('waits by the root of its transcendental equation', async () => {
    const result = await measure({
      components: [service('a', 8)],
      arrivals: [{ at: 'a', process: 'deterministic', ratePerSecond: 100 }],
    });
    const wait = gm1Wait(deterministicTransform(10), 8);
    const station = result.components['a'];
    // From (20 s, 1020 s] at 100 a second: no chance in it.
    expect(result.requests.offeredPerSecond).toEqual({ mean: 100, ci95: 0 });
    expectAgreement({
      utilisation: [station?.utilisation, 0.8],
      wait: [station?.waitMs.mean, wait, 0.05],
      response: [station?.responseMs.mean, wait + 8],
      waiting: [station?.waiting, wait / 10, 0.05],
    });
  });
});

describe('dispatch to replicas with a queue each', () => {
  it.each([2, 3, 5])('random to %i: each replica is M/M/1 with its share (Poisson splitting)', async (replicas) => {
    const meanMs = 6 * replicas;
    const result = await measure({
      components: [service('a', meanMs, { capacity: { replicas, dispatch: 'random' } })],
      arrivals: [poisson('a', 100)],
    });
    const theory = mmc(0.1 / replicas, meanMs, 1);
    const station = result.components['a'];
    expectAgreement({
      utilisation: [station?.utilisation, theory.utilisation],
      wait: [station?.waitMs.mean, theory.wait, 0.05],
      waiting: [station?.waiting, replicas * theory.waiting, 0.05],
      response: [station?.responseMs.mean, theory.response],
    });
  });

  it.each([2, 3, 5])('round robin to %i: each replica is E/M/1, phases as replicas (Kleinrock I, 6.4)', async (n) => {
    const meanMs = 7 * n;
    const result = await measure({
      components: [service('a', meanMs, { capacity: { replicas: n, dispatch: 'round-robin' } })],
      arrivals: [poisson('a', 100)],
    });
    const wait = gm1Wait(erlangTransform(10 * n, n), meanMs);
    const station = result.components['a'];
    expectAgreement({
      utilisation: [station?.utilisation, 0.7],
      wait: [station?.waitMs.mean, wait, 0.05],
      response: [station?.responseMs.mean, wait + meanMs],
      waiting: [station?.waiting, wait / 10, 0.05],
    });
  });

  it('random to replicas of two slots: each is M/M/2', async () => {
    const result = await measure({
      components: [service('a', 42, { capacity: { replicas: 3, concurrency: 2, dispatch: 'random' } })],
      arrivals: [poisson('a', 100)],
    });
    const theory = mmc(0.1 / 3, 42, 2);
    const station = result.components['a'];
    expectAgreement({
      wait: [station?.waitMs.mean, theory.wait, 0.05],
      response: [station?.responseMs.mean, theory.response],
      inSystem: [station?.inSystem, 3 * theory.inSystem],
    });
  });
});
