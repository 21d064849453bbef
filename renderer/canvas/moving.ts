// From what is moved by how much to the change of the design: members go with their group, and what is let go over a
// group, or outside of its own, changes where it lies.
import { type Area, canNest } from '../../src/model/group-edits.ts';
import { groupsAround } from '../../src/model/group-tree.ts';
import { applyMove, type Move, NO_MOVE } from '../../src/model/move.ts';
import { nameOf } from '../../src/model/graph.ts';
import { noteTitle } from '../../src/model/notes.ts';
import { canvasStore, type Places, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { groupIdOf, noteIdOf } from './derive.ts';
import { cardRect, groupAt, type PlacedGroup, type Rect } from './geometry.ts';
import { rectOf, type Scene, sceneNow } from './scene.ts';
import { t } from '../texts.ts';

function shifted<T extends Point>(rect: T, by: Point): T {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y };
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The area that moves with a group: the one of the design, or where there is nothing in it the one that is seen. */
function areaOf({ group, rect, count }: PlacedGroup): Area | null {
  const { x, y, width, height } = group.view ?? {};
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) return { x, y, width, height };
  return count === 0 ? rect : null;
}

/** Each node by its own shift; those in a group that is named move by the group's. */
export function moveOf(scene: Scene, shifts: ReadonlyMap<string, Point>): Move {
  const around = groupsAround(scene.design);
  const byGroup = new Map([...shifts].flatMap(([id, by]) => (groupIdOf(id) === null ? [] : [[groupIdOf(id), by]])));
  const shiftWithin = (group: string | undefined): Point | undefined =>
    [...around(group)].map((id) => byGroup.get(id)).find((by) => by !== undefined);
  const places: Record<string, Point> = {};
  for (const { id, group } of scene.design.components) {
    const by = shiftWithin(group) ?? shifts.get(id);
    const place = scene.places.get(id);
    if (by && place) places[id] = shifted({ x: place.x, y: place.y }, by);
  }
  const groups: Record<string, Area> = {};
  for (const group of scene.design.groups ?? []) {
    const by = shiftWithin(group.id);
    const placed = scene.groups.find((entry) => entry.group.id === group.id) ?? { group, rect: null, count: 1 };
    const area = by && areaOf(placed as PlacedGroup);
    if (area) groups[group.id] = shifted(area, by);
  }
  const notes: Record<string, Area> = {};
  for (const [id, by] of shifts) {
    const note = noteIdOf(id);
    const rect = note !== null && rectOf(scene, id);
    if (rect) notes[note] = shifted(rect, by);
  }
  return { ...NO_MOVE, places, groups, notes };
}

/** The group of a card let go here. The band of a layer reaches as far to both sides as one likes. */
function homeAt(scene: Scene, own: string | undefined, middle: Point): string | null {
  const at = groupAt(scene.groups, middle);
  const band = scene.groups.find(({ group }) => group.id === own && group.kind === 'layer')?.rect;
  if (at === null && band && middle.y >= band.y && middle.y <= band.y + band.height) return own ?? null;
  return at;
}

/** The group that a group let go here lies in. Layers lie beside one another. */
function parentAt(scene: Scene, id: string, middle: Point): string | null {
  const around = groupsAround(scene.design);
  const isLayer = scene.groups.some(({ group }) => group.id === id && group.kind === 'layer');
  const others = scene.groups.filter(
    ({ group, isCollapsed }) =>
      !around(group.id).has(id) &&
      !isCollapsed &&
      !(isLayer && group.kind === 'layer') &&
      canNest(scene.design, id, group.id),
  );
  return groupAt(others, middle);
}

/** A group that loses its last member stays where it is. */
function keepEmptied(scene: Scene, move: Move): Move {
  const around = groupsAround(scene.design);
  const groups: Record<string, Area> = { ...move.groups };
  const left = new Set(
    scene.design.components
      .filter(({ id }) => Object.hasOwn(move.homes, id))
      .flatMap(({ group }) => [...around(group)]),
  );
  for (const placed of scene.groups) {
    const { id } = placed.group;
    if (!left.has(id) || areaOf(placed)) continue;
    const hasMembers = scene.design.components.some((component) => {
      const home = Object.hasOwn(move.homes, component.id) ? move.homes[component.id] : component.group;
      return around(home ?? undefined).has(id);
    });
    if (!hasMembers) groups[id] = placed.rect;
  }
  return { ...move, groups };
}

/** The move with what it does to groups: the frames are those before the gesture, as they are what was aimed at. */
export function dropped(scene: Scene, move: Move, nodeIds: readonly string[]): Move {
  const homes: Record<string, string | null> = {};
  const parents: Record<string, string | null> = {};
  for (const nodeId of nodeIds) {
    const group = groupIdOf(nodeId);
    if (noteIdOf(nodeId) !== null) continue;
    if (group === null) {
      const own = scene.design.components.find(({ id }) => id === nodeId)?.group;
      const place = move.places[nodeId];
      const home = place && homeAt(scene, own, middleOf(cardRect(place)));
      if (home !== undefined && home !== (own ?? null)) homes[nodeId] = home;
    } else {
      const placed = scene.groups.find((entry) => entry.group.id === group);
      const rect = movedRect(scene, move, group);
      const parent = rect && parentAt(scene, group, middleOf(rect));
      if (placed && rect && parent !== (placed.group.parent ?? null)) parents[group] = parent;
    }
  }
  const before = { ...move, homes, parents };
  return Object.keys(homes).length > 0 ? keepEmptied(scene, before) : before;
}

/** Where a group stands after the move: as far from before as its first member, or its own area. */
function movedRect(scene: Scene, move: Move, groupId: string): Rect | null {
  const placed = scene.groups.find(({ group }) => group.id === groupId);
  if (!placed) return null;
  const area = areaOf(placed);
  const to = move.groups[groupId];
  if (area && to) return shifted(placed.rect, { x: to.x - area.x, y: to.y - area.y });
  const around = groupsAround(scene.design);
  const member = scene.design.components.find(({ id, group }) => around(group).has(groupId) && move.places[id]);
  const [from, now] = [scene.places.get(member?.id ?? ''), move.places[member?.id ?? '']];
  return from && now ? shifted(placed.rect, { x: now.x - from.x, y: now.y - from.y }) : null;
}

/** The places of components that the design says nothing about, as they are seen. */
export function placesSeen(): Places {
  const { fallback } = canvasStore.getState();
  const { design } = documentStore.getState();
  const without = design.components.filter(({ view }) => view === undefined);
  return Object.fromEntries(without.flatMap(({ id }) => (fallback?.[id] ? [[id, fallback[id]] as const] : [])));
}

function isSameArea(a: Area, b: Partial<Area> | undefined): boolean {
  return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function changesAnything({ design, places }: Scene, move: Move): boolean {
  const groups = new Map((design.groups ?? []).map((group) => [group.id, group]));
  const notes = new Map((design.notes ?? []).map((note) => [note.id, note]));
  return (
    Object.entries(move.places).some(([id, { x, y }]) => places.get(id)?.x !== x || places.get(id)?.y !== y) ||
    Object.entries(move.groups).some(([id, area]) => !isSameArea(area, groups.get(id)?.view)) ||
    Object.entries(move.notes).some(([id, area]) => !isSameArea(area, notes.get(id)?.view)) ||
    Object.keys(move.homes).length + Object.keys(move.parents).length > 0
  );
}

/** One undoable step; none where everything stays where it was. */
export function commitMove(label: string, move: Move, mergeKey: string | null = null): void {
  if (!changesAnything(sceneNow(), move)) return;
  edit(label, (draft) => applyMove(draft, { ...move, places: { ...placesSeen(), ...move.places } }), mergeKey);
}

/** What the history calls the nodes: the name of the one, or how many there are. */
export function nodesLabel({ design }: Scene, nodeIds: readonly string[]): string {
  const [only] = nodeIds;
  if (nodeIds.length !== 1 || only === undefined) return t('steps.elements', { number: nodeIds.length });
  const [groupId, noteId] = [groupIdOf(only), noteIdOf(only)];
  const note = design.notes?.find(({ id }) => id === noteId);
  if (note) return noteTitle(note) || t('steps.note');
  const entry = [...design.components, ...(design.groups ?? [])].find(({ id }) => id === (groupId ?? only));
  return entry ? nameOf(entry) : only;
}

/** "move Orders into Backend". */
export function moveLabel(scene: Scene, nodeIds: readonly string[], move: Move): string {
  const what = nodesLabel(scene, nodeIds);
  const targets = [...new Set([...Object.values(move.homes), ...Object.values(move.parents)])];
  if (targets.length !== 1) return t('steps.move', { what });
  const group = scene.design.groups?.find(({ id }) => id === targets[0]);
  return group ? t('steps.moveInto', { what, group: nameOf(group) }) : t('steps.moveOut', { what });
}
