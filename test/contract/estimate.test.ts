// `estimate` from outside: figures at once, in the shape of results, and what stands in the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
});
afterAll(() => {
  workshop.remove();
});

/** One service that 100 requests a second ask for 8 ms each. */
const queue = (ratePerSecond: number): string =>
  JSON.stringify({
    spandrel: 1,
    name: 'Queue',
    components: [{ id: 'api', kind: 'service', service: { distribution: 'exponential', meanMs: 8 } }],
    scenarios: [{ id: 'base', durationS: 60, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond }] }],
  });

describe('estimate', () => {
  it('prints plain numbers for statistics, how far the load can grow, and what to change first', async () => {
    workshop.write('queue.json', queue(100));
    const { code, out } = await workshop.run(['estimate', 'queue.json', '--json']);
    expect(code).toBe(0);
    const estimate = JSON.parse(out) as {
      stable: boolean;
      bottlenecks: string[];
      requests: { responseMs: { mean: number; p95: number } };
      components: Record<string, { utilisation: number; waiting: number }>;
      limit: { factor: number; component: string };
      sensitivity: { component: string; change: string; gainMs: number }[];
    };
    expect({ stable: estimate.stable, bottlenecks: estimate.bottlenecks }).toEqual({ stable: true, bottlenecks: [] });
    expect(estimate.requests.responseMs.mean).toBeCloseTo(40, 6);
    expect(estimate.components.api!.utilisation).toBeCloseTo(0.8, 9);
    expect(estimate.limit.component).toBe('api');
    expect(Math.abs(estimate.limit.factor - 1.25)).toBeLessThan(0.01);
    expect(estimate.sensitivity[0]).toMatchObject({ component: 'api', change: 'one-more-replica' });
  });

  it('says what is saturated where the load cannot be carried', async () => {
    workshop.write('over.json', queue(200));
    const { code, out } = await workshop.run(['estimate', 'over.json', '--json']);
    const estimate = JSON.parse(out) as { stable: boolean; bottlenecks: string[]; requests: { responseMs: object } };
    expect(code).toBe(0);
    expect(estimate).toMatchObject({ stable: false, bottlenecks: ['api'], requests: { responseMs: { mean: null } } });
  });

  it('is a page of text without --json, and reads standard input', async () => {
    const { code, out } = await workshop.run(['estimate', '-'], shopText);
    expect(code).toBe(0);
    for (const said of ['Response p95', 'busiest', 'What to change first']) expect(out).toContain(said);
  });

  it('tells as text what no approximation can move, and how many replicas an overload takes', async () => {
    workshop.write('queue.json', queue(100));
    const { out } = await workshop.run(['estimate', 'queue.json']);
    // 8 ms of work, and so 125 a second at the most.
    expect(out).toMatch(/At best, for arrivals at +Response \(ms\) +Carried \(\/s\) +Set by\napi +8\.00 +125 +api\n/);
    workshop.write('over.json', queue(300));
    const over = await workshop.run(['estimate', 'over.json']);
    expect(over.out).toContain(
      'The load cannot be carried: api saturated\nReplicas that would carry it, at least: api 3\n',
    );
  });

  it('names the scenarios there are for one that is not', async () => {
    const { code, err } = await workshop.run(['estimate', 'shop.json', '--scenario', 'nope']);
    expect(code).toBe(1);
    expect(err).toContain('nope');
  });
});
