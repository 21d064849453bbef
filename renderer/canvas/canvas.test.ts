import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { overlaps } from '../../src/layout/card.ts';
import { componentNodes, connectionEdges, edgeMemory, type ComponentNodeType, type Memory } from './derive.ts';
import { CARD } from '../../src/layout/card.ts';
import { freePlace } from './free-place.ts';
import { cardRect, groupAt, membersOf, placeGroups, placesOf } from './geometry.ts';

const design: Design = {
  spandrel: 1,
  name: 'Shop',
  groups: [
    { id: 'outer', name: 'Outer' },
    { id: 'inner', parent: 'outer' },
    { id: 'empty' },
    { id: 'top', kind: 'layer' },
    { id: 'bottom', kind: 'layer' },
  ],
  components: [
    { id: 'a', kind: 'gateway', name: 'API', group: 'outer', view: { x: 0, y: 0 } },
    { id: 'b', kind: 'service', group: 'inner', view: { x: 300, y: 0 } },
    { id: 'c', kind: 'cache' },
    { id: 'd', kind: 'service', group: 'top', view: { x: 0, y: 400 } },
    { id: 'e', kind: 'service', group: 'bottom', view: { x: 400, y: 600 } },
  ],
  connections: [
    { id: 'a-b', from: 'a', to: 'b' },
    { id: 'b-c', from: 'b', to: 'c', mode: 'async' },
  ],
};
const fallback = { c: { x: 600, y: 0 } };
const places = placesOf(design, fallback, null);
const nothing = { components: [], connections: [], groups: [], notes: [] };

describe('places', () => {
  it('a gesture goes before the design, and the design before the fallback', () => {
    const dragged = placesOf(design, fallback, { b: { x: 1, y: 2 } });
    expect([dragged.get('a'), dragged.get('b'), dragged.get('c')]).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 2 },
      { x: 600, y: 0 },
    ]);
  });
});

describe('a free place', () => {
  it('lies on no card and in no area of a group, however the cards stand', () => {
    const point = fc.record({ x: fc.integer({ min: -40, max: 40 }), y: fc.integer({ min: -40, max: 40 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (grid) => {
        const components = grid.map(({ x, y }, index) => ({
          id: `c${index}`,
          kind: 'service',
          ...(index % 3 > 0 && { group: index % 3 === 1 ? 'top' : 'bottom' }),
          view: { x: 20 * x, y: 20 * y },
        }));
        const crowded: Design = { ...design, components, connections: [] };
        const place = freePlace(crowded);
        const all = placesOf(crowded, null, null);
        const taken = [...[...all.values()].map(cardRect), ...placeGroups(crowded, all).map(({ rect }) => rect)];
        expect(taken.filter((rect) => overlaps(rect, cardRect(place)))).toEqual([]);
      }),
    );
  });
});

describe('groups', () => {
  const placed = new Map(placeGroups(design, places).map((entry) => [entry.group.id, entry]));

  it('lie around their members and inner groups; one without members stands below all', () => {
    const [outer, inner] = [placed.get('outer')?.rect, placed.get('inner')?.rect];
    expect(placed.get('empty')?.rect.y).toBeGreaterThan(600);
    expect(outer && inner && outer.x < inner.x && outer.x + outer.width > inner.x + inner.width).toBe(true);
    expect(outer && outer.y < 0 && outer.y + outer.height > CARD.height).toBe(true);
  });

  it('layers are bands of one width', () => {
    const [top, bottom] = [placed.get('top')?.rect, placed.get('bottom')?.rect];
    expect([top?.x, top?.width]).toEqual([bottom?.x, bottom?.width]);
  });

  it('a point belongs to the innermost', () => {
    const list = placeGroups(design, places);
    const points = [
      { x: 310, y: 10 },
      { x: 10, y: 10 },
      { x: 900, y: 900 },
    ];
    expect(points.map((point) => groupAt(list, point))).toEqual(['inner', 'outer', null]);
  });

  it('hold the members of the groups within, even where parents form a circle', () => {
    const circle: Design = {
      ...design,
      groups: [
        { id: 'outer', parent: 'inner' },
        { id: 'inner', parent: 'outer' },
      ],
    };
    expect([membersOf(design, 'outer'), membersOf(circle, 'inner')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(placeGroups(circle, places).length).toBe(2);
  });
});

describe('nodes and edges', () => {
  const sources = { design, places, selection: nothing, result: null, findings: [], renaming: null };

  it('are named as a person names them', () => {
    expect(componentNodes(sources).map(({ ariaLabel }) => ariaLabel)).toEqual(['API', 'b', 'c', 'd', 'e']);
    expect(connectionEdges(sources).map(({ ariaLabel }) => ariaLabel)).toEqual(['API to b', 'b to c']);
  });

  it('carry the worst finding of their component, advice aside', () => {
    const at = (path: string, severity: 'error' | 'warning' | 'advice') => ({
      rule: 'r',
      severity,
      path,
      message: '',
      mend: '',
    });
    const findings = [
      at('components.a.capacity', 'warning'),
      at('components.a', 'error'),
      at('components.b', 'advice'),
      at('connections.a-b', 'error'),
    ];
    expect(componentNodes({ ...sources, findings }).map(({ data }) => data.problem)).toEqual([
      'error',
      null,
      null,
      null,
      null,
    ]);
  });

  it('stay the same objects where they say the same', () => {
    const memory: Memory<ComponentNodeType> = new Map();
    const lines = edgeMemory();
    const before = componentNodes(sources, memory);
    const edges = connectionEdges(sources, lines);
    const moved = placesOf(design, fallback, { e: { x: 1, y: 900 } });
    const after = componentNodes({ ...sources, places: moved }, memory);
    expect(after.map((node, index) => node === before[index])).toEqual([true, true, true, true, false]);
    expect(connectionEdges({ ...sources, places: moved }, lines).map((edge, at) => edge === edges[at])).toEqual([
      true,
      true,
    ]);
  });

  it('are two at most where the selection goes from one to another', () => {
    const memory: Memory<ComponentNodeType> = new Map();
    const of = (id: string) => componentNodes({ ...sources, selection: { ...nothing, components: [id] } }, memory);
    const before = of('a');
    expect(of('b').flatMap((node, index) => (node === before[index] ? [] : [node.id]))).toEqual(['a', 'b']);
  });
});
