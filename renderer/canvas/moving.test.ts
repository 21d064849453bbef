import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '../../src/model/design.ts';
import { movedDesign } from '../../src/model/move.ts';
import { documentStore, load } from '../state/document.ts';
import { hiddenIn, placeGroups, placesOf, shownPlaces } from './geometry.ts';
import { commitMove, dropped, moveLabel, moveOf } from './moving.ts';
import { sceneNow } from './scene.ts';

const SIZED = { x: 1000, y: 0, width: 400, height: 300 };

function shop(): Design {
  return {
    spandrel: 1,
    name: 'Shop',
    groups: [
      { id: 'lone', name: 'Lone' },
      { id: 'wide', name: 'Wide', view: SIZED },
      { id: 'inner', parent: 'wide' },
      { id: 'top', kind: 'layer' },
      { id: 'low', kind: 'layer' },
    ],
    components: [
      { id: 'a', kind: 'service', group: 'lone', view: { x: 0, y: 0 } },
      { id: 'b', kind: 'service', group: 'inner', view: { x: 1040, y: 60 } },
      { id: 'c', kind: 'service', group: 'top', view: { x: 0, y: 600 } },
      { id: 'd', kind: 'service', group: 'low', view: { x: 0, y: 900 } },
    ],
    notes: [{ id: 'n', text: 'x', view: { x: 500, y: 0, width: 100, height: 100 } }],
  };
}

/** The design after the nodes were dragged by so much. */
function drag(nodeIds: readonly string[], x: number, y: number): Design {
  const scene = sceneNow();
  const move = dropped(scene, moveOf(scene, new Map(nodeIds.map((id) => [id, { x, y }]))), nodeIds);
  return movedDesign(scene.design, move);
}

const groupOf = (design: Design, id: string) => design.components.find((component) => component.id === id)?.group;
const placed = (design: Design) =>
  new Map(placeGroups(design, placesOf(design, null, null)).map((p) => [p.group.id, p]));

beforeEach(() => load(shop(), { path: null, hash: null, readOnly: false }));

describe('dropping', () => {
  it('into another group changes the group, and what is left empty stays where it was', () => {
    const frame = placed(shop()).get('lone')?.rect;
    const after = drag(['a'], 1100, 200);
    expect(groupOf(after, 'a')).toBe('wide');
    expect(after.groups?.[0]?.view).toEqual(frame);
    expect(placed(after).get('lone')?.rect).toEqual(frame);
  });

  it('outside of its group takes a component out, but not to the side of its layer', () => {
    expect(groupOf(drag(['a'], 0, 300), 'a')).toBeUndefined();
    expect(groupOf(drag(['a'], 20, 0), 'a')).toBe('lone');
    expect(groupOf(drag(['c'], 900, 0), 'c')).toBe('top');
  });

  it('nests a group, and never a layer in a layer', () => {
    const nested = drag(['group:lone'], 1100, 180);
    expect(nested.groups?.[0]?.parent).toBe('wide');
    expect(nested.components[0]).toMatchObject({ group: 'lone', view: { x: 1100, y: 180 } });
    expect(drag(['group:top'], 0, 300).groups?.[3]?.parent).toBeUndefined();
    expect(drag(['group:inner'], -800, 300).groups?.[2]?.parent).toBeUndefined();
  });

  it('moves members, inner groups and areas with a group, each once', () => {
    const after = drag(['group:wide', 'group:inner', 'b', 'note:n'], 20, 40);
    expect(after.groups?.[1]?.view).toEqual({ ...SIZED, x: 1020, y: 40 });
    expect(after.components[1]?.view).toEqual({ x: 1060, y: 100 });
    expect(after.notes?.[0]?.view).toEqual({ x: 520, y: 40, width: 100, height: 100 });
  });

  it('is one step with a name, and none where all came back', () => {
    const scene = sceneNow();
    const move = dropped(scene, moveOf(scene, new Map([['a', { x: 1100, y: 200 }]])), ['a']);
    commitMove(moveLabel(scene, ['a'], move), move);
    expect(documentStore.getState().history.map(({ label }) => label)).toEqual(['move a into Wide']);
    const again = sceneNow();
    commitMove('move', moveOf(again, new Map([['a', { x: 0, y: 0 }]])));
    expect(documentStore.getState().history).toHaveLength(1);
  });
});

describe('the area of a group', () => {
  it('is at least that of the design, and never smaller than its members', () => {
    const rect = placed(shop()).get('wide')?.rect;
    expect(rect).toEqual(SIZED);
    const grown = shop();
    grown.components[1] = { id: 'b', kind: 'service', group: 'inner', view: { x: 1500, y: 60 } };
    const { x = 0, width = 0 } = placed(grown).get('wide')?.rect ?? {};
    expect(x + width).toBeGreaterThan(1680);
  });

  it('collapsed is one card that hides and counts its members, and connections lead to it', () => {
    const design = shop();
    design.groups = design.groups?.map((g) => (g.id === 'wide' ? { ...g, view: { ...SIZED, collapsed: true } } : g));
    const groups = placed(design);
    expect(groups.get('wide')).toMatchObject({
      rect: { x: 1000, y: 0, width: 180, height: 64 },
      count: 1,
      isCollapsed: true,
    });
    expect(groups.has('inner')).toBe(false);
    const hidden = hiddenIn(design);
    expect([...hidden]).toEqual([['b', 'wide']]);
    const shown = shownPlaces(placesOf(design, null, null), [...groups.values()], hidden);
    expect([shown.get('b'), shown.get('a')]).toEqual([
      { x: 1000, y: 0 },
      { x: 0, y: 0 },
    ]);
  });
});
