import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component, Design } from '../model/design.ts';
import { around, type Box, cardAt, cardsOf, overlaps } from './card.ts';
import { layoutDesign } from './layout-design.ts';
import { nextFreePlace } from './next-free-place.ts';

function design(parts: Partial<Design>): Design {
  return { spandrel: 1, name: 'x', components: [], ...parts };
}

/** n0 calls n1 calls n2 …, in turn in two groups. */
function chain(length: number): Design {
  return design({
    groups: [{ id: 'even' }, { id: 'odd' }],
    components: Array.from({ length }, (_, index) => ({
      id: `n${String(index)}`,
      kind: 'service',
      group: index % 2 === 0 ? 'even' : 'odd',
    })),
    connections: Array.from({ length: length - 1 }, (_, index) => ({
      id: `k${String(index)}`,
      from: `n${String(index)}`,
      to: `n${String(index + 1)}`,
    })),
  });
}

function placeOf({ components }: Design, id: string): { x: number; y: number } {
  return components.find((component) => component.id === id)?.view ?? { x: NaN, y: NaN };
}

function collisions({ components }: Design): string[] {
  return components.flatMap((a, index) =>
    components.slice(index + 1).flatMap((b) => {
      const isHit = a.view !== undefined && b.view !== undefined && overlaps(cardAt(a.view), cardAt(b.view));
      return isHit ? [`${a.id} ${b.id}`] : [];
    }),
  );
}

function boxOf({ components }: Design, group: string): Box {
  return (
    around(cardsOf(components.filter((component) => component.group === group))) ?? { x: 0, y: 0, width: 0, height: 0 }
  );
}

describe('layoutDesign', { timeout: 60_000 }, () => {
  it('puts callers left of callees, on the grid', async () => {
    const placed = await layoutDesign({ ...chain(4), groups: [] });
    const xs = ['n0', 'n1', 'n2', 'n3'].map((id) => placeOf(placed, id).x);
    expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
    expect(placed.components.every(({ view }) => view && view.x % 20 === 0 && view.y % 20 === 0)).toBe(true);
  });

  it('keeps groups apart, with room for their frames', async () => {
    const placed = await layoutDesign(
      design({
        groups: [{ id: 'left' }, { id: 'right' }],
        components: ['a', 'b', 'c', 'd'].map((id, index) => ({
          id,
          kind: 'service',
          group: index < 2 ? 'left' : 'right',
        })),
        connections: [
          { id: 'k', from: 'a', to: 'c' },
          { id: 'l', from: 'b', to: 'd' },
        ],
      }),
    );
    const [left, right] = [boxOf(placed, 'left'), boxOf(placed, 'right')];
    expect(right.x - (left.x + left.width)).toBeGreaterThanOrEqual(80);
  });

  it('keeps layers as bands in their order, even against the calls', async () => {
    const ids = ['low', 'high', 'mid', 'mid2'];
    const placed = await layoutDesign(
      design({
        groups: ['hig', 'mid', 'low'].map((id) => ({ id, kind: 'layer' })),
        components: ids.map((id) => ({ id, kind: 'module', group: id.slice(0, 3) })),
        connections: [
          { id: 'k', from: 'low', to: 'high', mode: 'async' },
          { id: 'l', from: 'mid', to: 'high', mode: 'async' },
        ],
      }),
    );
    const bands = ['hig', 'mid', 'low'].map((group) => boxOf(placed, group));
    for (const [index, band] of bands.slice(1).entries())
      expect(band.y).toBeGreaterThanOrEqual((bands[index]?.y ?? NaN) + (bands[index]?.height ?? NaN) + 80);
  });

  it('never moves what has a place; newcomers join their group', async () => {
    const before = chain(6);
    before.components.slice(0, 4).forEach((component, index) => (component.view = { x: index * 300, y: 7 }));
    const after = await layoutDesign(before);
    expect(after.components.slice(0, 4)).toEqual(before.components.slice(0, 4));
    expect(after.components.every(({ view }) => view !== undefined)).toBe(true);
    expect(collisions(after)).toEqual([]);
  });

  it('moves what is named, and nothing else', async () => {
    const before = await layoutDesign(chain(4));
    before.components.forEach(({ view }) => view && (view.y += 1000));
    const after = await layoutDesign(before, { only: ['n1'] });
    const still = (components: readonly Component[]): Component[] => components.filter(({ id }) => id !== 'n1');
    expect(still(after.components)).toEqual(still(before.components));
    expect(collisions(after)).toEqual([]);
    expect(await layoutDesign(before, { only: [] })).toBe(before);
  });

  it('bears ids that stand twice, groups in a circle, and connections that lead nowhere', async () => {
    const placed = await layoutDesign(
      design({
        groups: [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'a' },
        ],
        components: [
          { id: 'a', kind: 'service', group: 'a' },
          { id: 'a', kind: 'service', group: 'b' },
          { id: 'c', kind: 'none', group: 'missing' },
        ],
        connections: [
          { id: 'k', from: 'a', to: 'nowhere' },
          { id: 'k', from: 'c', to: 'c' },
        ],
      }),
    );
    expect(placed.components.every(({ view }) => view !== undefined)).toBe(true);
  });

  it.each([60, 400])('lays out %i components in groups without an overlap', async (length) => {
    const placed = await layoutDesign(chain(length));
    expect(placed.components.every(({ view }) => view !== undefined)).toBe(true);
    expect(collisions(placed)).toEqual([]);
    const [even, odd] = [boxOf(placed, 'even'), boxOf(placed, 'odd')];
    expect(overlaps(even, odd)).toBe(false);
  });
});

describe('nextFreePlace', () => {
  it('begins an empty canvas near its corner', () => {
    expect(nextFreePlace(design({}))).toEqual({ x: 80, y: 80 });
  });

  it('never lands on a card, wherever they are', () => {
    const place = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
    const component = fc.record({ view: place, group: fc.constantFrom('a', 'b', undefined) });
    fc.assert(
      fc.property(fc.array(component, { maxLength: 30 }), fc.constantFrom('a', 'b', null), (parts, group) => {
        const full = design({
          groups: [{ id: 'a' }, { id: 'b' }],
          components: parts.map((part, index) => ({ id: `n${String(index)}`, kind: 'service', ...part })),
        });
        const free = cardAt(nextFreePlace(full, group));
        expect(cardsOf(full.components).filter((card) => overlaps(card, free))).toEqual([]);
      }),
    );
  });

  it('stays beside its own group and out of a strange one', () => {
    const full = design({
      groups: [{ id: 'mine' }, { id: 'strange' }],
      components: [
        { id: 'a', kind: 'service', group: 'mine', view: { x: 0, y: 0 } },
        { id: 'b', kind: 'service', group: 'strange', view: { x: 300, y: 0 } },
      ],
    });
    expect(nextFreePlace(full, 'mine')).toEqual({ x: 0, y: 120 });
  });
});
