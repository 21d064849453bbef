// Where things stand on the canvas while a gesture goes on; what the pictures share with it is in src/layout.
import type { Box } from '../../src/layout/card.ts';
import type { PlacedGroup } from '../../src/layout/place-groups.ts';
import type { Design } from '../../src/model/design.ts';
import { groupsAround } from '../../src/model/group-tree.ts';
import type { Places, Point } from '../state/canvas.ts';

export { hiddenIn, placeGroups, shownPlaces, type PlacedGroup } from '../../src/layout/place-groups.ts';
export { cardAt as cardRect } from '../../src/layout/card.ts';

/** The grid of a drag with Alt held, and of fine steps. */
export const FINE_GRID = 4;

export type Rect = Box;

/** Where each component stands now: in a gesture, in the design, or where the fallback puts it. */
export function placesOf(design: Design, fallback: Places | null, drag: Places | null): ReadonlyMap<string, Point> {
  const origin: Point = { x: 0, y: 0 };
  return new Map(design.components.map(({ id, view }) => [id, drag?.[id] ?? view ?? fallback?.[id] ?? origin]));
}

/** The ids of all components in a group and in the groups within it. */
export function membersOf(design: Design, groupId: string): readonly string[] {
  const around = groupsAround(design);
  return design.components.filter(({ group }) => around(group).has(groupId)).map(({ id }) => id);
}

function contains({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** The innermost group that a point lies in; the groups come with the outermost first. */
export function groupAt(groups: readonly PlacedGroup[], point: Point): string | null {
  return groups.findLast(({ rect }) => contains(rect, point))?.group.id ?? null;
}

export function snap(value: number, grid: number): number {
  return Math.round(value / grid) * grid + 0;
}
