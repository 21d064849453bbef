// Messages that come again, by chance: how many deliveries they take, what is left for the dead letters, and how long
// those behind them wait.
import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/model/design.ts';
import { call, deterministic, exponential, expectAgreement, measure, poisson, service, UNLIMITED } from './measure.ts';
import { mg1 } from './theory.ts';

function broker(rest: Partial<Component> = {}): Component {
  return { id: 'broker', kind: 'queue', ...rest };
}

/** Deliveries of a message, each failing with chance p, at most k: a geometric number, cut off; its first two moments. */
function deliveries(p: number, k: number): { readonly mean: number; readonly square: number } {
  let mean = 0;
  let square = 0;
  for (let n = 1; n <= k; n++) {
    const chance = n < k ? p ** (n - 1) * (1 - p) : p ** (k - 1);
    mean += chance * n;
    square += chance * n * n;
  }
  return { mean, square };
}

const P = 0.4;
const K = 4;

describe('a message whose consumer fails with chance p, delivered up to k times', () => {
  it('takes a geometric number of deliveries, and is a dead letter with chance p^k', async () => {
    const result = await measure({
      components: [
        broker({ maxDeliveries: K, deadLetter: 'dead' }),
        service('worker', 10, { errorRate: P, capacity: UNLIMITED }),
        { id: 'dead', kind: 'queue' },
      ],
      connections: [call('broker', 'worker', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    const { mean } = deliveries(P, K);
    expect(mean).toBeCloseTo((1 - P ** K) / (1 - P), 12);
    expectAgreement({
      deliveries: [result.connections['broker-worker']?.callsPerSecond, 100 * mean],
      failures: [result.connections['broker-worker']?.outcomesPerSecond.error, 100 * mean * P],
      successes: [result.connections['broker-worker']?.outcomesPerSecond.ok, 100 * (1 - P ** K)],
      'dead letters': [result.components['dead']?.throughputPerSecond, 100 * P ** K, 0.05],
    });
    expect(result.components['broker']?.failedPerSecond.mean).toBe(0);
  });

  it('is served through by one slot before the next: M/G/1 with the sum of its deliveries as service', async () => {
    const result = await measure({
      components: [broker({ maxDeliveries: K }), service('worker', 4, { errorRate: P })],
      connections: [call('broker', 'worker', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    // Of N exponentials of mean s: mean s E[N], second moment s² (E[N] + E[N²]).
    const { mean, square } = deliveries(P, K);
    const service2 = 4 ** 2 * (mean + square);
    const theory = mg1(0.1, 4 * mean, service2 / (4 * mean) ** 2 - 1);
    expectAgreement({
      wait: [result.components['broker']?.waitMs.mean, theory.wait, 0.05],
      waiting: [result.components['broker']?.waiting, theory.waiting, 0.05],
      messages: [result.components['broker']?.lag?.messages, theory.waiting, 0.05],
      busy: [result.components['worker']?.utilisation, theory.utilisation],
      dropped: [result.components['broker']?.failedPerSecond, 100 * P ** K, 0.05],
    });
  });

  it('with 2.5 calls repeats only the one that failed and those after it', async () => {
    const result = await measure({
      components: [broker({ maxDeliveries: 1000 }), service('worker', 10, { errorRate: P, capacity: UNLIMITED })],
      connections: [call('broker', 'worker', { mode: 'async', calls: 2.5 })],
      arrivals: [poisson('broker', 100)],
    });
    // Each of 2.5 good ones on average took 1 / (1 - p).
    expectAgreement({
      calls: [result.connections['broker-worker']?.callsPerSecond, (100 * 2.5) / (1 - P)],
      good: [result.connections['broker-worker']?.outcomesPerSecond.ok, 100 * 2.5],
    });
  });
});

describe('tries of a delivery', () => {
  it('time out with the tail of the service time, and the response is that of all tries together', async () => {
    const [timeout, backoff, attempts] = [12, 5, 3];
    const result = await measure({
      components: [broker(), service('worker', 10, { capacity: UNLIMITED })],
      connections: [
        call('broker', 'worker', { mode: 'async', timeoutMs: timeout, retry: { attempts, backoffMs: backoff } }),
      ],
      arrivals: [poisson('broker', 100)],
    });
    const late = Math.exp(-timeout / 10);
    // An exponential known to be below t has the mean s - t e / (1 - e), with e its tail there.
    const inTime = 10 - (timeout * late) / (1 - late);
    const good = Array.from({ length: attempts }, (_, n) => late ** n * (1 - late));
    const total = good.reduce((sum, chance) => sum + chance, 0);
    const response = good.reduce((sum, chance, n) => sum + chance * (n * (timeout + backoff) + inTime), 0) / total;
    const link = result.connections['broker-worker'];
    expectAgreement({
      retries: [link?.retriesPerSecond, 100 * (late + late ** 2)],
      timeouts: [link?.timeoutsPerSecond, 100 * (late + late ** 2 + late ** 3)],
      response: [link?.responseMs.mean, response],
      dropped: [result.components['broker']?.failedPerSecond, 100 * late ** 3, 0.05],
      // The work of each try goes on to its end (M/G/∞).
      'in service': [result.components['worker']?.inSystem, 100 * (1 + late + late ** 2) * 0.01],
      'in backoff': [result.components['broker']?.lag?.messages, 0.1 * (late + late ** 2) * backoff],
    });
  });

  it('wait with every jitter as calls do', async () => {
    const waiting = async (jitter: 'none' | 'full' | 'equal') => {
      const result = await measure(
        {
          components: [broker(), service('worker', 0, { service: deterministic(50), capacity: UNLIMITED })],
          connections: [
            call('broker', 'worker', {
              mode: 'async',
              timeoutMs: 10,
              retry: { attempts: 3, backoffMs: 40, multiplier: 2, jitter },
            }),
          ],
          arrivals: [poisson('broker', 100)],
        },
        { durationS: 220 },
      );
      return result.components['broker']?.lag?.messages;
    };
    expectAgreement({
      none: [await waiting('none'), 0.1 * 120],
      full: [await waiting('full'), 0.1 * 60],
      equal: [await waiting('equal'), 0.1 * 90],
    });
  });
});

describe('a batch', () => {
  it('has a fate for each of its messages', async () => {
    const result = await measure({
      components: [
        broker({ maxDeliveries: 2, deadLetter: 'dead' }),
        service('worker', 0, { service: exponential(30), errorRate: P, batch: { max: 8 } }),
        { id: 'dead', kind: 'queue' },
      ],
      connections: [call('broker', 'worker', { mode: 'async' })],
      arrivals: [poisson('broker', 100)],
    });
    expectAgreement({
      deliveries: [result.components['worker']?.arrivalsPerSecond, 100 * (1 + P)],
      failures: [result.components['worker']?.failedPerSecond, 100 * (1 + P) * P],
      'dead letters': [result.components['dead']?.arrivalsPerSecond, 100 * P * P],
    });
  });
});
