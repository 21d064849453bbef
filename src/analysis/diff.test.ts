import { describe, expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import { diffDesigns } from './diff.ts';

const DESIGN: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    {
      id: 'api',
      kind: 'gateway',
      name: 'API',
      capacity: { replicas: 2 },
      service: { distribution: 'exponential', meanMs: 5 },
      view: { x: 0, y: 0 },
    },
    { id: 'db', kind: 'sql-database', name: 'Database' },
  ],
  connections: [{ id: 'api-db', from: 'api', to: 'db', timeoutMs: 300 }],
  scenarios: [{ id: 'base', durationS: 60, arrivals: [{ at: 'api', process: 'poisson', ratePerSecond: 100 }] }],
};

function changed(recipe: (draft: Design) => void): string[] {
  const after = structuredClone(DESIGN);
  recipe(after);
  return diffDesigns(DESIGN, after).map(({ path, text }) => `${path} | ${text}`);
}

describe('what changed between two designs', () => {
  it('is nothing between a design and itself, in whatever order its entries stand', () => {
    expect(changed((design) => design.components.reverse())).toEqual([]);
  });

  it('is told with names, titles, units and defaults', () => {
    expect(
      changed(({ components: [api], connections }) => {
        api!.capacity = { replicas: 4, concurrency: 8 };
        api!.service = { distribution: 'exponential', meanMs: 7 };
        connections![0]!.timeoutMs = undefined;
      }),
    ).toEqual([
      'components.api.capacity.replicas | API: replicas 2 → 4',
      'components.api.capacity.concurrency | API: concurrency 1 → 8',
      'components.api.service.meanMs | API: service time, mean 5 ms → 7 ms',
      'connections.api-db.timeoutMs | API to Database: timeout 300 ms → none',
    ]);
  });

  it('tells another distribution as a whole', () => {
    expect(
      changed(({ components: [api] }) => {
        api!.service = { distribution: 'lognormal', meanMs: 5, scv: 2 };
      }),
    ).toEqual(['components.api.service | API: service time exponential mean 5 ms → lognormal mean 5 ms scv 2']);
  });

  it('names what came, went and moved', () => {
    expect(
      changed((design) => {
        design.name = 'Store';
        design.components[0]!.view = { x: 10, y: 0 };
        design.components.pop();
        design.connections = [];
        design.components.push({ id: 'cache', kind: 'cache', name: 'Cache' });
      }),
    ).toEqual([
      'name | name Shop → Store',
      'components.db | removed sql database Database',
      'components.api.view | API moved',
      'components.cache | added cache Cache',
      'connections.api-db | removed connection API to Database',
    ]);
  });

  it('follows lists without ids by their place', () => {
    expect(
      changed(({ scenarios }) => {
        const { arrivals } = scenarios![0]!;
        arrivals[0] = { at: 'api', process: 'poisson', ratePerSecond: 150 };
      }),
    ).toEqual(['scenarios.base.arrivals.0.ratePerSecond | base: arrival 1, rate 100/s → 150/s']);
  });
});
