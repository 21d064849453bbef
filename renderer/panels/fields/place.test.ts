import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import { pathOf, setAt, valueAt } from './place.ts';

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    components: [
      { id: 'web', kind: 'web-client' },
      { id: 'api', kind: 'gateway', capacity: { replicas: 2 }, runtime: { env: { A: '1', B: '2' } } },
    ],
    connections: [{ id: 'web-api', from: 'web', to: 'api', retry: { attempts: 3 } }],
    objectives: [{ id: 'p95', metric: 'responseMs.p95', below: 200 }],
    scenarios: [
      {
        id: 'base',
        durationS: 60,
        arrivals: [
          { at: 'web', process: 'poisson', ratePerSecond: 1 },
          { at: 'api', process: 'poisson', ratePerSecond: 2 },
        ],
      },
    ],
  };
}

describe('a place in the design', () => {
  it('is read by the ids of its entries', () => {
    const design = shop();
    expect(valueAt(design, ['components', 'api', 'capacity', 'replicas'])).toBe(2);
    expect(valueAt(design, ['scenarios', 'base', 'arrivals', 1, 'ratePerSecond'])).toBe(2);
    expect(valueAt(design, ['components', 'gone', 'capacity', 'replicas'])).toBeUndefined();
    expect(valueAt(design, ['components', 'web', 'constructor'])).toBeUndefined();
  });

  it('has the path that findings use', () => {
    expect(pathOf(shop(), ['components', 'api', 'capacity', 'replicas'])).toBe('components.api.capacity.replicas');
    expect(pathOf(shop(), ['objectives', 0, 'below'])).toBe('objectives.p95.below');
    expect(pathOf(shop(), ['scenarios', 'base', 'arrivals', 0, 'process'])).toBe('scenarios.base.arrivals.0.process');
    expect(pathOf(shop(), ['components', 'gone', 'hitRatio'])).toBe('components.gone.hitRatio');
  });

  it('is written with what is missing on the way', () => {
    const design = shop();
    setAt(design, ['components', 'web', 'capacity', 'concurrency'], 4);
    setAt(design, ['scenarios', 'base', 'faults', 0], {
      kind: 'partition',
      connection: 'web-api',
      fromS: 0,
      durationS: 1,
    });
    expect(design.components[0]).toEqual({ id: 'web', kind: 'web-client', capacity: { concurrency: 4 } });
    expect(design.scenarios?.[0]?.faults).toHaveLength(1);
  });

  it('leaves no empty box behind where the box means nothing by itself', () => {
    const design = shop();
    setAt(design, ['components', 'api', 'capacity', 'replicas'], undefined);
    setAt(design, ['components', 'api', 'runtime', 'env', 'A'], undefined);
    expect(design.components[1]).toEqual({ id: 'api', kind: 'gateway', runtime: { env: { B: '2' } } });
    setAt(design, ['components', 'api', 'runtime', 'env', 'B'], undefined);
    expect(design.components[1]).toEqual({ id: 'api', kind: 'gateway' });
  });

  it('keeps an empty box that means something: retry without attempts is still a retry', () => {
    const design = shop();
    setAt(design, ['connections', 'web-api', 'retry', 'attempts'], undefined);
    expect(design.connections?.[0]).toHaveProperty('retry', {});
  });

  it('takes an entry out of a list without leaving a hole', () => {
    const design = shop();
    setAt(design, ['scenarios', 'base', 'arrivals', 0], undefined);
    expect(design.scenarios?.[0]?.arrivals).toEqual([{ at: 'api', process: 'poisson', ratePerSecond: 2 }]);
  });

  it('changes nothing where its entry is gone, or where there was nothing to remove', () => {
    const design = shop();
    setAt(design, ['components', 'gone', 'hitRatio'], 1);
    setAt(design, ['components', 'web', 'cost', 'perReplicaHour'], undefined);
    expect(design).toEqual(shop());
  });
});
