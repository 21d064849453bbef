// Where things stand on the canvas: cards at the places of the design, and groups drawn around their members.
import { CARD } from '../../src/layout/card.ts';
import type { Design, Group } from '../../src/model/design.ts';
import type { Places, Point } from '../state/canvas.ts';

/** The grid of a drag with Alt held, and of the arrow keys. */
export const FINE_GRID = 4;

const PADDING = 20;
const HEADING = 28;

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where each component stands now: in a gesture, in the design, or where the fallback puts it. */
export function placesOf(design: Design, fallback: Places | null, drag: Places | null): ReadonlyMap<string, Point> {
  const origin: Point = { x: 0, y: 0 };
  return new Map(design.components.map(({ id, view }) => [id, drag?.[id] ?? view ?? fallback?.[id] ?? origin]));
}

export function cardRect({ x, y }: Point): Rect {
  return { x, y, ...CARD };
}

function union(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

function grown({ x, y, width, height }: Rect): Rect {
  return { x: x - PADDING, y: y - HEADING, width: width + 2 * PADDING, height: height + HEADING + PADDING };
}

export interface PlacedGroup {
  readonly group: Group;
  readonly rect: Rect;
  /** 0 for the outermost. */
  readonly depth: number;
}

/** The ids of all components in a group and in the groups within it. */
export function membersOf(design: Design, groupId: string): readonly string[] {
  const inside = new Set([groupId]);
  // Each round finds the children of what is known; as many rounds as groups are enough, circles included.
  for (let round = 0; round < (design.groups ?? []).length; round++) {
    for (const { id, parent } of design.groups ?? []) if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  return design.components.filter(({ group }) => group !== undefined && inside.has(group)).map(({ id }) => id);
}

function depthOf(group: Group, byId: ReadonlyMap<string, Group>): number {
  let depth = 0;
  let above = group.parent;
  while (above !== undefined && depth <= byId.size) {
    const parent = byId.get(above);
    if (!parent) break;
    depth += 1;
    above = parent.parent;
  }
  return depth;
}

/** Layers beside each other in the same parent are bands of one width. */
function asBands(placed: readonly PlacedGroup[]): PlacedGroup[] {
  return placed.map((entry) => {
    if (entry.group.kind !== 'layer') return entry;
    const bands = placed.filter(({ group }) => group.kind === 'layer' && group.parent === entry.group.parent);
    const x = Math.min(...bands.map(({ rect }) => rect.x));
    const right = Math.max(...bands.map(({ rect }) => rect.x + rect.width));
    return { ...entry, rect: { ...entry.rect, x, width: right - x } };
  });
}

/** The groups that have members, the outermost first, each around its components and inner groups. */
export function placeGroups(design: Design, places: ReadonlyMap<string, Point>): readonly PlacedGroup[] {
  const groups = design.groups ?? [];
  const byId = new Map(groups.map((group) => [group.id, group]));
  const depths = new Map(groups.map((group) => [group.id, depthOf(group, byId)]));
  const innermostFirst = [...groups].sort((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0));
  const rects = new Map<string, Rect>();
  for (const group of innermostFirst) {
    const cards = design.components
      .filter((component) => component.group === group.id)
      .flatMap(({ id }) => places.get(id) ?? [])
      .map(cardRect);
    const inner = groups.filter(({ parent }) => parent === group.id).flatMap(({ id }) => rects.get(id) ?? []);
    const around = union([...cards, ...inner]);
    if (around) rects.set(group.id, grown(around));
  }
  const placed = [...innermostFirst].reverse().flatMap((group) => {
    const rect = rects.get(group.id);
    return rect ? [{ group, rect, depth: depths.get(group.id) ?? 0 }] : [];
  });
  return asBands(placed);
}

function contains({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** The innermost group that a point lies in; the groups come with the outermost first. */
export function groupAt(groups: readonly PlacedGroup[], point: Point): string | null {
  return groups.findLast(({ rect }) => contains(rect, point))?.group.id ?? null;
}

export function snap(value: number, grid: number): number {
  return Math.round(value / grid) * grid;
}
