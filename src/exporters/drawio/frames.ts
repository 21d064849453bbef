// Where everything stands in a drawing: cards at their places, and a frame around those of each group.
import { around, cardAt, FRAME, grown, type Box } from '../../layout/card.ts';
import type { Component, Design, Group } from '../../model/design.ts';
import { groupForest, type GroupNode } from '../../model/group-tree.ts';

const EMPTY = { width: 240, height: 120 } as const;
const GAP = 40;

/** The frame of each group by its id. A group that holds nothing and has no place stands below all. */
export function frames(design: Design): ReadonlyMap<string, Box> {
  const found = new Map<string, Box>();
  const groups = new Map((design.groups ?? []).map((group) => [group.id, group]));
  const bottom = around(design.components.flatMap(cardOf)) ?? { x: 0, y: 0, width: 0, height: 0 };
  let next = bottom.x;
  const place = (node: GroupNode): Box => {
    const inner = around([...node.components.flatMap(cardOf), ...node.children.map(place)]);
    const free = { x: next, y: bottom.y + bottom.height + FRAME.top + FRAME.bottom + GAP, ...EMPTY };
    const box = given(groups.get(node.id), inner) ?? (inner === null ? free : grown(inner, FRAME));
    if (box.x === free.x && box.y === free.y) next += EMPTY.width + GAP;
    found.set(node.id, box);
    return box;
  };
  groupForest(design).roots.forEach(place);
  return found;
}

function cardOf({ view }: Component): readonly Box[] {
  return view === undefined ? [] : [cardAt(view)];
}

/** The frame that the design gives, where it gives one whole. */
function given(group: Group | undefined, inner: Box | null): Box | null {
  const { x, y, width, height } = group?.view ?? {};
  if (x === undefined || y === undefined) return null;
  if (width !== undefined && height !== undefined) return { x, y, width, height };
  return inner === null ? { x, y, ...EMPTY } : null;
}
