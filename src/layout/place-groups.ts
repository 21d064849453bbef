// Where things stand on the canvas: cards at the places of the design, and groups drawn around their members, at least
// as large as the design says. What lies in a collapsed group is not drawn; the group stands for it as one card.
import type { Design, Group } from '../model/design.ts';
import { groupsAround } from '../model/group-tree.ts';
import { around as union, type Box as Rect, cardAt as cardRect, type Place as Point } from './card.ts';

const PADDING = 20;
const HEADING = 28;
/** A group without members, unless it has a size of its own. */
const EMPTY = { width: 260, height: 120 };
const EMPTY_APART = 40;

function grown({ x, y, width, height }: Rect): Rect {
  return { x: x - PADDING, y: y - HEADING, width: width + 2 * PADDING, height: height + HEADING + PADDING };
}

export interface PlacedGroup {
  readonly group: Group;
  readonly rect: Rect;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly isCollapsed: boolean;
  /** How many components lie in it, inner groups included. */
  readonly count: number;
}

/** For each component that a collapsed group hides: the outermost such group. */
export function hiddenIn(design: Design): ReadonlyMap<string, string> {
  const collapsed = new Set((design.groups ?? []).flatMap(({ id, view }) => (view?.collapsed === true ? id : [])));
  if (collapsed.size === 0) return new Map();
  const around = groupsAround(design);
  return new Map(
    design.components.flatMap(({ id, group }) => {
      const outermost = [...around(group)].findLast((above) => collapsed.has(above));
      return outermost === undefined ? [] : [[id, outermost] as const];
    }),
  );
}

/** Layers beside each other in the same parent are bands of one width. */
function asBands(placed: readonly PlacedGroup[]): PlacedGroup[] {
  return placed.map((entry) => {
    if (!isBand(entry)) return entry;
    const bands = placed.filter((other) => isBand(other) && other.group.parent === entry.group.parent);
    const x = Math.min(...bands.map(({ rect }) => rect.x));
    const right = Math.max(...bands.map(({ rect }) => rect.x + rect.width));
    return { ...entry, rect: { ...entry.rect, x, width: right - x } };
  });
}

function isBand({ group, isCollapsed }: PlacedGroup): boolean {
  return group.kind === 'layer' && !isCollapsed;
}

/** The least area that the design gives a group; null where it gives none. */
function leastArea({ view }: Group): Rect | null {
  const { x, y, width, height } = view ?? {};
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return { x, y, width, height };
}

/** The groups that are in sight, the outermost first, each around its components and inner groups. */
export function placeGroups(design: Design, places: ReadonlyMap<string, Point>): readonly PlacedGroup[] {
  const groups = design.groups ?? [];
  if (groups.length === 0) return [];
  const around = groupsAround(design);
  const ids = new Set(groups.map(({ id }) => id));
  const above = new Map(groups.map(({ id, parent }) => [id, [...around(parent)].filter((group) => ids.has(group))]));
  const depthOf = (id: string): number => above.get(id)?.length ?? 0;
  const cards = new Map<string, Rect[]>();
  const counts = new Map<string, number>();
  for (const { id, group } of design.components) {
    const place = places.get(id);
    if (group === undefined || !place) continue;
    cards.set(group, [...(cards.get(group) ?? []), cardRect(place)]);
    for (const outer of around(group)) counts.set(outer, (counts.get(outer) ?? 0) + 1);
  }
  const collapsed = new Set(groups.flatMap(({ id, view }) => (view?.collapsed === true ? id : [])));
  const innermostFirst = [...groups].sort((a, b) => depthOf(b.id) - depthOf(a.id));
  const rects = new Map<string, Rect>();
  let freeY = belowAll(design, places);
  for (const group of innermostFirst) {
    const inner = groups.filter(({ parent, id }) => parent === group.id && id !== group.id);
    const content = union([...(cards.get(group.id) ?? []), ...inner.flatMap(({ id }) => rects.get(id) ?? [])]);
    const least = leastArea(group);
    let rect = union([...(content ? [grown(content)] : []), ...(least ? [least] : [])]);
    if (rect === null) {
      rect = { x: freeY.x, y: freeY.y, ...EMPTY };
      freeY = { x: freeY.x + EMPTY.width + EMPTY_APART, y: freeY.y };
    }
    rects.set(group.id, collapsed.has(group.id) ? cardRect(rect) : rect);
  }
  const placed = [...innermostFirst].reverse().flatMap((group): PlacedGroup[] => {
    const rect = rects.get(group.id);
    if (!rect || (above.get(group.id) ?? []).some((id) => collapsed.has(id))) return [];
    const isCollapsed = collapsed.has(group.id);
    return [{ group, rect, depth: depthOf(group.id), isCollapsed, count: counts.get(group.id) ?? 0 }];
  });
  return asBands(placed);
}

/** Where the first of the groups without members and without a place stands. */
function belowAll(design: Design, places: ReadonlyMap<string, Point>): Point {
  const taken = [...places.values()].map(cardRect);
  const areas = (design.groups ?? []).flatMap((group) => leastArea(group) ?? []);
  const whole = union([...taken, ...areas]);
  return whole ? { x: whole.x, y: whole.y + whole.height + 3 * EMPTY_APART } : { x: 80, y: 80 };
}

/** The places as they are drawn: what a collapsed group hides stands where its card does. */
export function shownPlaces(
  places: ReadonlyMap<string, Point>,
  groups: readonly PlacedGroup[],
  hidden: ReadonlyMap<string, string>,
): ReadonlyMap<string, Point> {
  if (hidden.size === 0) return places;
  const corners = new Map(groups.map(({ group, rect }) => [group.id, { x: rect.x, y: rect.y }]));
  return new Map([...places].map(([id, place]) => [id, corners.get(hidden.get(id) ?? '') ?? place]));
}
