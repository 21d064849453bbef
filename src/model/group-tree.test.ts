import { describe, expect, it } from 'vitest';
import { groupForest, type GroupNode } from './group-tree.ts';

describe('the forest of groups', () => {
  const outline = (node: GroupNode): unknown => [
    node.id,
    node.components.map(({ id }) => id),
    ...node.children.map(outline),
  ];

  it('nests groups as their parents say, all in the order of the file', () => {
    const forest = groupForest({
      spandrel: 1,
      name: '',
      groups: [{ id: 'inner', parent: 'outer' }, { id: 'outer', name: 'Outer' }, { id: 'last' }],
      components: [
        { id: 'a', kind: 'service', group: 'inner' },
        { id: 'b', kind: 'service' },
        { id: 'c', kind: 'service', group: 'outer' },
        { id: 'd', kind: 'service', group: 'missing' },
      ],
    });
    expect(forest.roots.map(outline)).toEqual([
      ['outer', ['c'], ['inner', ['a']]],
      ['last', []],
    ]);
    expect(forest.roots.map(({ title }) => title)).toEqual(['Outer', 'last']);
    expect(forest.loose.map(({ id }) => id)).toEqual(['b', 'd']);
  });

  it('loses no group to a circle or a missing parent', () => {
    const groups = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'c' },
      { id: 'c', parent: 'b' },
      { id: 'd', parent: 'nowhere' },
      { id: 'e', parent: 'e' },
    ];
    const forest = groupForest({ spandrel: 1, name: '', groups, components: [] });
    expect(forest.roots.map(outline)).toEqual([
      ['b', [], ['a', []]],
      ['c', []],
      ['d', []],
      ['e', []],
    ]);
  });
});
