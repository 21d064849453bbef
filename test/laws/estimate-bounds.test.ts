// The asymptotic bounds, how far the load can grow, and what a change is worth: against what can be worked out by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateFully, estimateScenario, type FullEstimate } from '../../src/analysis/estimate.ts';
import { boundsOf } from '../../src/analysis/estimate/bounds.ts';
import { replicasToCarry, sensitivityOf } from '../../src/analysis/sensitivity.ts';
import { compileNetwork } from '../../src/simulation/compile.ts';
import { estimableDesign } from '../fixtures/estimable-design.ts';
import { call, client, designOf, exponential, type Model, poisson, service, UNLIMITED } from './measure.ts';
import { mmc } from './theory.ts';

function fully(model: Model): FullEstimate {
  const outcome = estimateFully(designOf(model));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const closedModel = (users: number): Model => ({
  components: [service('a', 4, { capacity: UNLIMITED }), service('b', 10), service('c', 3)],
  connections: [call('a', 'b', { latencyMs: 1 }), call('a', 'c', { calls: 2 })],
  arrivals: [{ at: 'a', process: 'closed', users, thinkMs: 88 }],
});

describe('bounds', () => {
  it('of closed users are the work without waiting, and the busiest component', () => {
    const [few] = fully(closedModel(3)).bounds.streams;
    const [many] = fully(closedModel(60)).bounds.streams;
    // D = 4 + 12 + 6, Dmax = 10 at b, Z = 88.
    expect(few!.leastResponseMs).toBeCloseTo(22, 6);
    expect(few).toMatchObject({ at: 'a', component: 'b' });
    expect(few!.closed!.kneeUsers).toBeCloseTo(11, 6);
    expect(few!.closed!.mostThroughputPerSecond).toBeCloseTo((1000 * 3) / 110, 6);
    expect(few!.closed!.leastResponseMs).toBeCloseTo(22, 6);
    expect(many!.closed!.mostThroughputPerSecond).toBeCloseTo(100, 6);
    expect(many!.closed!.leastResponseMs).toBeCloseTo(60 * 10 - 88, 6);
  });

  it('of open streams add up to the rate at which the first component is full', () => {
    const { bounds, limit } = fully({
      components: [client('web', { capacity: UNLIMITED }), service('s', 12, { capacity: { concurrency: 3 } })],
      connections: [call('web', 's')],
      arrivals: [poisson('web', 50), { ...poisson('web', 70), class: 'other' }],
    });
    expect(bounds).toMatchObject({ component: 's' });
    expect(bounds.saturationPerSecond).toBeCloseTo(250, 4);
    expect(bounds.streams[0]!.leastResponseMs).toBeCloseTo(12, 6);
    expect(Math.abs(limit.ratePerSecond! / 250 - 1)).toBeLessThan(0.01);
  });

  it('hold threads that wait for calls to their number', () => {
    const { bounds } = fully({
      components: [
        service('a', 5, { threading: 'blocking', capacity: { concurrency: 4 } }),
        service('b', 35, { capacity: UNLIMITED }),
      ],
      connections: [call('a', 'b')],
      arrivals: [poisson('a', 50)],
    });
    expect(bounds).toMatchObject({ component: 'a' });
    expect(bounds.saturationPerSecond).toBeCloseTo(100, 4);
  });

  it('are kept by the estimate of any design', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { design, features } = estimableDesign(seed);
        // Where tries are given up or refused the answers that come are the quick ones.
        fc.pre(!features.some((one) => ['retry', 'timeout', 'queue-limit', 'errors'].includes(one)));
        const scenario = design.scenarios![0]!;
        const estimate = estimateScenario(design, scenario);
        boundsOf(compileNetwork(design, scenario)).streams.forEach((bounds, index) => {
          const { responseMs, throughputPerSecond } = estimate.arrivals[index]!;
          if (responseMs.mean === null) return;
          expect(responseMs.mean).toBeGreaterThanOrEqual(bounds.leastResponseMs * (1 - 1e-6));
          if (bounds.closed === null) return;
          // Linearizer may go beyond a bound by as much as it is off.
          expect(responseMs.mean).toBeGreaterThanOrEqual(bounds.closed.leastResponseMs * 0.97);
          expect(throughputPerSecond).toBeLessThanOrEqual(bounds.closed.mostThroughputPerSecond * 1.01);
        });
      }),
      { numRuns: 60, seed: 20261126 },
    );
  });
});

describe('sensitivity', () => {
  const worthOf = (model: Model) => {
    const design = designOf(model);
    return sensitivityOf(compileNetwork(design, design.scenarios![0]!));
  };

  it('is the difference of two closed forms', () => {
    const worths = worthOf({
      components: [service('s', 8, { capacity: { dispatch: 'shared-queue' } })],
      arrivals: [poisson('s', 100)],
    });
    const before = mmc(0.1, 8, 1).response;
    const gain = (change: string): number => worths.find((worth) => worth.change === change)!.gainMs!;
    expect(gain('one-more-replica')).toBeCloseTo(before - mmc(0.1, 8, 2).response, 6);
    expect(gain('a-tenth-less-work')).toBeCloseTo(before - mmc(0.1, 7.2, 1).response, 6);
  });

  it('knows what a better hit ratio is worth', () => {
    const worths = worthOf({
      components: [
        { id: 'cache', kind: 'cache', hitRatio: 0.8, service: exponential(1), capacity: UNLIMITED },
        service('db', 30),
      ],
      connections: [call('cache', 'db')],
      arrivals: [poisson('cache', 100)],
    });
    const worth = worths.find(({ change }) => change === 'half-the-misses')!;
    const missing = (rate: number): number => (rate / 0.1) * mmc(rate, 30, 1).response;
    expect(worth.gainMs).toBeCloseTo(missing(0.02) - missing(0.01), 5);
  });

  it('is of use for closed users, too: the busiest component first', () => {
    const [best] = worthOf(closedModel(30));
    expect(best).toMatchObject({ component: 'b', change: 'one-more-replica' });
    expect(best!.gainMs).toBeGreaterThan(0);
  });

  it('puts first what makes an overloaded design carry its load', () => {
    const [best, ...others] = worthOf({
      components: [service('a', 6), service('b', 12), service('c', 2)],
      connections: [call('a', 'b'), call('a', 'c')],
      arrivals: [poisson('a', 100)],
    });
    expect(best).toMatchObject({ component: 'b', change: 'one-more-replica', gainMs: null });
    expect(best!.meanMs).not.toBeNull();
    expect(others.map(({ meanMs }) => meanMs)).toEqual(others.map(() => null));
  });

  it('says how many replicas an overloaded design needs, down all its queues', () => {
    const model: Model = {
      components: [
        client('web', { capacity: UNLIMITED }),
        service('a', 35),
        service('b', 12),
        { id: 'jobs', kind: 'queue', capacity: UNLIMITED },
        service('worker', 45),
      ],
      connections: [
        call('web', 'a'),
        call('a', 'b'),
        call('b', 'jobs', { mode: 'async' }),
        call('jobs', 'worker', { mode: 'async' }),
      ],
      arrivals: [poisson('web', 100)],
    };
    expect(fully(model).needed).toEqual([
      { component: 'a', replicas: 4 },
      { component: 'b', replicas: 2 },
      { component: 'worker', replicas: 5 },
    ]);
    expect(fully(closedModel(5)).needed).toEqual([]);
  });

  it('does not decide for an autoscaler', () => {
    const design = designOf({
      components: [service('a', 50, { autoscale: { min: 1, max: 2 } })],
      arrivals: [poisson('a', 100)],
    });
    expect(replicasToCarry(compileNetwork(design, design.scenarios![0]!))).toBeNull();
  });
});
