import { describe, expect, it } from 'vitest';
import type { Component, Design } from '../model/design.ts';
import { CARD, layoutPlaces } from './layout.ts';

function design(parts: Partial<Design> & { components: Component[] }): Design {
  return { spandrel: 1, name: 'x', ...parts };
}

function chain(length: number): Design {
  return design({
    components: Array.from({ length }, (_, index) => ({
      id: `n${index}`,
      kind: 'service',
      group: index % 2 === 0 ? 'even' : 'odd',
    })),
    groups: [{ id: 'even' }, { id: 'odd' }],
    connections: Array.from({ length: length - 1 }, (_, index) => ({
      id: `k${index}`,
      from: `n${index}`,
      to: `n${index + 1}`,
    })),
  });
}

function overlaps(places: ReadonlyMap<string, { x: number; y: number }>): string[] {
  const all = [...places];
  return all.flatMap(([a, p], index) =>
    all
      .slice(index + 1)
      .flatMap(([b, q]) =>
        Math.abs(p.x - q.x) < CARD.width && Math.abs(p.y - q.y) < CARD.height ? [`${a} ${b}`] : [],
      ),
  );
}

describe('layout', () => {
  it('puts callers before callees, apart, on the grid', async () => {
    const places = await layoutPlaces(design({ ...chain(4), groups: [] }));
    const xs = ['n0', 'n1', 'n2', 'n3'].map((id) => places.get(id)?.x ?? NaN);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect([...places.values()].every(({ x, y }) => x % 20 === 0 && y % 20 === 0)).toBe(true);
    expect(overlaps(places)).toEqual([]);
  });

  it('keeps groups apart from each other', async () => {
    const tree = design({
      components: ['a', 'b', 'c', 'd'].map((id, index) => ({
        id,
        kind: 'service',
        group: index < 2 ? 'left' : 'right',
      })),
      groups: [{ id: 'left' }, { id: 'right' }],
      connections: [
        { id: 'k', from: 'a', to: 'c' },
        { id: 'l', from: 'b', to: 'd' },
      ],
    });
    const places = await layoutPlaces(tree);
    const rights = ['a', 'b'].map((id) => (places.get(id)?.x ?? NaN) + CARD.width);
    const lefts = ['c', 'd'].map((id) => places.get(id)?.x ?? NaN);
    expect(Math.max(...rights)).toBeLessThan(Math.min(...lefts) - 40);
  });

  it('keeps layers in their order, from top to bottom', async () => {
    const layered = design({
      components: ['low', 'high', 'mid', 'mid2'].map((id) => ({ id, kind: 'module', group: id.slice(0, 3) })),
      groups: ['hig', 'mid', 'low'].map((id) => ({ id, kind: 'layer' as const })),
      connections: [{ id: 'k', from: 'low', to: 'high', mode: 'async' }],
    });
    const places = await layoutPlaces(layered);
    const y = (id: string): number => places.get(id)?.y ?? NaN;
    expect(y('high')).toBeLessThan(y('mid'));
    expect(Math.max(y('mid'), y('mid2'))).toBeLessThan(y('low'));
  });

  it('never moves what has a place, and puts newcomers clear of it', async () => {
    const placed = chain(6);
    placed.components.slice(0, 4).forEach((component, index) => (component.view = { x: index * 300, y: 0 }));
    const places = await layoutPlaces(placed);
    expect([...places.keys()]).toEqual(expect.arrayContaining(['n4', 'n5']));
    expect(places.size).toBe(2);
    expect(Math.min(...[...places.values()].map(({ y }) => y))).toBeGreaterThanOrEqual(CARD.height + 40);
  });

  it('lays out 200 components in groups without an overlap', async () => {
    const places = await layoutPlaces(chain(200));
    expect(places.size).toBe(200);
    expect(overlaps(places)).toEqual([]);
  }, 30_000);
});
