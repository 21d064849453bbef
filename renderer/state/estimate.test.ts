import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { estimateOf } from './estimate.ts';

const shop = (replicas: number): Design => ({
  spandrel: 1,
  name: 'Shop',
  components: [
    {
      id: 'api',
      kind: 'service',
      capacity: { replicas, dispatch: 'shared-queue' },
      service: { distribution: 'exponential', meanMs: 8 },
    },
  ],
  scenarios: [{ id: 'base', durationS: 60, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 100 }] }],
});

describe('the estimate beside the design', () => {
  it('is M/M/1 for one replica, and worked out once for each state of the design', () => {
    const design = shop(1);
    const estimate = estimateOf(design, 'base');
    expect(estimate?.requests.responseMs.mean).toBeCloseTo(40, 6);
    expect(estimateOf(design, 'base')).toBe(estimate);
  });

  it('follows an edit', () => {
    expect(estimateOf(shop(2), 'base')?.requests.responseMs.mean).toBeLessThan(12);
    expect(estimateOf(shop(0), 'base')).toMatchObject({ stable: false, bottlenecks: ['api'] });
  });

  it('is silent without a scenario, and where the design has errors', () => {
    expect(estimateOf(shop(1), null)).toBeNull();
    const broken = shop(1);
    broken.scenarios![0]!.arrivals[0]!.at = 'nobody';
    expect(estimateOf(broken, 'base')).toBeNull();
  });
});
