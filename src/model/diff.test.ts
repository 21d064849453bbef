import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDesign } from '../../test/fixtures/random-design.ts';
import type { Design } from './design.ts';
import { diffDesigns } from './diff.ts';
import { writeDesign } from './write.ts';

const shop: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    { id: 'api', kind: 'gateway', capacity: { replicas: 2 }, view: { x: 0, y: 0 } },
    { id: 'db', kind: 'sql-database' },
  ],
  connections: [{ id: 'api-db', from: 'api', to: 'db' }],
  scenarios: [
    {
      id: 'base',
      durationS: 10,
      arrivals: [
        { at: 'api', process: 'poisson', ratePerSecond: 1 },
        { at: 'api', process: 'trace', timesMs: [1, 2] },
      ],
    },
  ],
};

function edited(change: (draft: Design) => void): Design {
  const copy = structuredClone(shop);
  change(copy);
  return copy;
}

const summary = (after: Design): string[] => diffDesigns(shop, after).map(({ kind, path }) => `${kind} ${path}`);

describe('the difference', () => {
  it('tells entries apart by their id, and fields by their path', () => {
    const after = edited((draft) => {
      draft.components[0]!.capacity!.replicas = 3;
      draft.components[0]!.name = 'API';
      draft.components.splice(1, 1, { id: 'cache', kind: 'cache' });
      delete draft.connections;
      draft.groups = [{ id: 'g' }];
      draft.scenarios![0]!.arrivals[0] = { at: 'api', process: 'poisson', ratePerSecond: 5 };
      draft.scenarios![0]!.arrivals[1] = { at: 'api', process: 'trace', timesMs: [1, 3] };
    });
    expect(summary(after)).toEqual([
      'removed components.db',
      'changed components.api.capacity.replicas',
      'added components.api.name',
      'added components.cache',
      'removed connections.api-db',
      'changed scenarios.base.arrivals.0.ratePerSecond',
      'changed scenarios.base.arrivals.1.timesMs',
      'added groups.g',
    ]);
    expect(diffDesigns(shop, after)[1]).toEqual({
      kind: 'changed',
      path: 'components.api.capacity.replicas',
      before: 2,
      after: 3,
    });
  });

  it('tells another order of the same entries', () => {
    expect(summary(edited((draft) => void draft.components.reverse()))).toEqual(['changed components']);
  });

  it('is empty exactly where two designs are written the same, and the other way round where they are exchanged', () => {
    fc.assert(
      fc.property(randomDesign({ components: 4 }), randomDesign({ components: 4 }), (a, b) => {
        expect(diffDesigns(a, structuredClone(a))).toEqual([]);
        const there = diffDesigns(a, b);
        const back = diffDesigns(b, a);
        if (writeDesign(a) === writeDesign(b)) expect(there).toEqual([]);
        else expect(there.length).toBeGreaterThan(0);
        const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
        const asText = (changes: typeof there, turn: boolean): string[] =>
          changes.map(({ kind, path }) => `${turn ? turned[kind] : kind} ${path}`).sort();
        expect(asText(back, true)).toEqual(asText(there, false));
      }),
    );
  });

  it('finds exactly the one field that was changed, wherever it is', () => {
    fc.assert(
      fc.property(randomDesign({ components: 5 }), fc.nat(), (design, pick) => {
        const after = structuredClone(design);
        const component = after.components[pick % after.components.length]!;
        component.errorRate = component.errorRate === 0.25 ? 0.5 : 0.25;
        expect(diffDesigns(design, after).map(({ path }) => path)).toEqual([`components.${component.id}.errorRate`]);
      }),
    );
  });
});
