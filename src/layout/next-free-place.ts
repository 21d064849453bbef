// A place for one more component: beside those of its group, on no other card and in no strange group.
import type { Component, Design } from '../model/design.ts';
import { around, type Box, cardAt, cardsOf, FRAME, grown, overlaps, type Place, snapped } from './card.ts';

/** From one card to the next, in a row and in a column. */
const STEP = { x: 240, y: 120 } as const;
/** Cards keep this much from one another. */
const GAP = { top: 20, side: 20, bottom: 20 } as const;
const FIRST: Place = { x: 80, y: 80 };

/**
 * The nearest free place in the rows and columns of a group, or of the components in no group. It grows the group's frame
 * as little as can be.
 */
export function nextFreePlace(design: Design, groupId: string | null = null): Place {
  const home = groupsWithin(design, groupId);
  const members = design.components.filter((component) => isIn(component, home));
  const box = around(cardsOf(members)) ?? around(cardsOf(design.components));
  if (box === null) return FIRST;
  const taken = [
    ...cardsOf(design.components).map((card) => grown(card, GAP)),
    ...strangeFrames(design, groupId, home),
  ];
  const origin = { x: snapped(box.x), y: snapped(box.y) };
  const columns = Math.ceil(box.width / STEP.x);
  const rows = Math.ceil(box.height / STEP.y);
  // What is taken is finite, so some row or column beyond it is free.
  for (let growth = 0; ; growth++) {
    const free = cells(columns, rows, growth)
      .map(([column, row]) => ({ x: origin.x + column * STEP.x, y: origin.y + row * STEP.y }))
      .find((place) => !taken.some((other) => overlaps(cardAt(place), other)));
    if (free !== undefined) return free;
  }
}

/** Cells that lie so many columns and rows together outside of what there is, row by row. */
function cells(columns: number, rows: number, growth: number): (readonly [column: number, row: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let row = 0; row < rows + growth; row++) {
    const beyond = Math.max(0, row - rows + 1);
    const last = columns - 1 + growth - beyond;
    const first = growth === beyond ? 0 : last;
    for (let column = first; column <= last; column++) found.push([column, row]);
  }
  return found;
}

/** The group and all within it; null stands for the components in no group. */
function groupsWithin(design: Design, groupId: string | null): ReadonlySet<string> | null {
  if (groupId === null) return null;
  const within = new Set([groupId]);
  // A set visits what is added while it is walked.
  for (const id of within) for (const group of design.groups ?? []) if (group.parent === id) within.add(group.id);
  return within;
}

function isIn({ group }: Component, home: ReadonlySet<string> | null): boolean {
  return home === null ? group === undefined : group !== undefined && home.has(group);
}

/** Frames of groups that the new component is no part of. */
function strangeFrames(design: Design, groupId: string | null, home: ReadonlySet<string> | null): Box[] {
  const parents = new Map((design.groups ?? []).map(({ id, parent }) => [id, parent]));
  const own = new Set(home);
  for (let at = parents.get(groupId ?? ''); at !== undefined && !own.has(at); at = parents.get(at)) own.add(at);
  const cards = new Map<string, Box[]>();
  for (const { group, view } of design.components) {
    if (group === undefined || view === undefined || own.has(group)) continue;
    const list = cards.get(group);
    if (list === undefined) cards.set(group, [cardAt(view)]);
    else list.push(cardAt(view));
  }
  return [...cards.values()].flatMap((list) => {
    const box = around(list);
    return box === null ? [] : grown(box, FRAME);
  });
}
