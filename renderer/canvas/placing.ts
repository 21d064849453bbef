// Adding components and notes: near the selection or in sight, or where they were dropped; each component starts with
// what its kind says. What stands already is never moved.
import { kindWithin } from '../kind-words.ts';
import { kindByKey } from '../../src/catalogue/index.ts';
import type { Kind } from '../../src/catalogue/kind.ts';
import { CARD, GRID } from '../../src/layout/card.ts';
import { nextFreePlace } from '../../src/layout/next-free-place.ts';
import { addComponent, addGroup, moveComponents } from '../../src/model/edit.ts';
import { addNote, NOTE_SIZE } from '../../src/model/notes.ts';
import { type Design, GROUP_KINDS, type GroupKind } from '../../src/model/design.ts';
import { placeGroup } from '../../src/model/group-edits.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit, endMerge } from '../state/document.ts';
import { gestureStore } from '../state/gesture.ts';
import { panelsStore } from '../state/panels.ts';
import { select, selectionStore } from '../state/selection.ts';
import { freePlace, freePlaceNear } from './free-place.ts';
import { groupAt, placesOf, snap } from './geometry.ts';
import { placesSeen } from './moving.ts';
import { NEW_NOTE } from './noting.ts';
import { sceneNow } from './scene.ts';
import { t } from '../texts.ts';

/** The type of what is dragged from the palette: the key of a kind of component, `note`, or `group:` and its kind. */
export const KIND_DRAG_TYPE = 'application/x-spandrel-kind';
export const NOTE_KEY = 'note';
const GROUP_KEY = 'group:';
/** A new group, with room for a component. */
const GROUP_SIZE = { width: 260, height: 140 };

export function groupKey(kind: GroupKind): string {
  return GROUP_KEY + kind;
}

/** "Cache", then "Cache 2": names tell components apart on the canvas. */
function freeName(design: Design, title: string): string {
  const taken = new Set(design.components.map(({ id, name }) => name ?? id));
  if (!taken.has(title)) return title;
  for (let number = 2; ; number++) if (!taken.has(`${title} ${number}`)) return `${title} ${number}`;
}

/** The design with a place for each component, as it is seen. */
function asSeen(): Design {
  const { design } = documentStore.getState();
  const places = placesOf(design, canvasStore.getState().fallback, null);
  return { ...design, components: design.components.map((entry) => ({ ...entry, view: places.get(entry.id) })) };
}

export interface Spot {
  /** The left top corner. */
  readonly place: Point;
  readonly group: string | null;
}

/** Adds to a draft in which all places are written down; returns the id. */
export function addKind(draft: Design, kind: Kind, { place, group }: Spot): string {
  const { key, title, starter } = kind;
  return addComponent(draft, {
    id: key,
    kind: key,
    name: freeName(draft, title),
    ...(group !== null && { group }),
    ...(structuredClone(starter) as Kind['starter']),
    view: { x: snap(place.x, GRID), y: snap(place.y, GRID) },
  });
}

function add(kind: Kind, spot: Spot): string {
  const seen = placesSeen();
  let id = '';
  edit(t('steps.add', { what: kindWithin(kind.key) }), (draft) => {
    moveComponents(draft, seen);
    id = addKind(draft, kind, spot);
  });
  select({ components: [id] });
  panelsStore.setState({ tab: 'design' });
  return id;
}

/** Beside a component and in its group. */
export function spotBeside(componentId: string): Spot | null {
  const design = asSeen();
  const component = design.components.find(({ id }) => id === componentId);
  if (!component?.view) return null;
  if (component.group !== undefined) return { place: nextFreePlace(design, component.group), group: component.group };
  const place = freePlaceNear(design, component.view);
  return place && { place, group: null };
}

/** Around the middle of what is in sight, where the view does not show the whole design anyway. */
function placeInSight(size: { readonly width: number; readonly height: number }): Point | null {
  const { viewport, isFitted } = canvasStore.getState();
  const middle = viewport?.centre();
  if (!middle || isFitted) return null;
  return freePlaceNear(asSeen(), { x: middle.x - size.width / 2, y: middle.y - size.height / 2 }, size);
}

function reveal(id: string): void {
  requestAnimationFrame(() => canvasStore.getState().viewport?.reveal([id]));
}

/** Beside what is selected, else in sight, else at the next free place; brought into sight. */
export function addComponentOfKind(key: string): void {
  const kind = kindByKey(key);
  if (!kind) return;
  const { components } = selectionStore.getState();
  const beside = components.length === 1 ? spotBeside(components[0] ?? '') : null;
  const spot = beside ?? { place: placeInSight(CARD) ?? freePlace(asSeen()), group: null };
  reveal(add(kind, spot));
}

/** With the middle of the card at a point of the canvas; inside a group it becomes a member. */
export function spotAt(middle: Point): Spot {
  const place = { x: middle.x - CARD.width / 2, y: middle.y - CARD.height / 2 };
  return { place, group: groupAt(sceneNow().groups, middle) };
}

function around(middle: Point, { width, height }: { readonly width: number; readonly height: number }): Point {
  return { x: middle.x - width / 2, y: middle.y - height / 2 };
}

function groupKindOf(key: string): GroupKind | undefined {
  return GROUP_KINDS.find((kind) => groupKey(kind) === key);
}

/** What was dragged from the palette, let go here. */
export function addAt(key: string, middle: Point): void {
  const [kind, groupKind] = [kindByKey(key), groupKindOf(key)];
  if (kind) add(kind, spotAt(middle));
  else if (key === NOTE_KEY) addNoteAt(around(middle, NOTE_SIZE));
  else if (groupKind) addGroupAt(groupKind, around(middle, GROUP_SIZE), groupAt(sceneNow().groups, middle));
}

/** What was chosen in the palette. */
export function addFromPalette(key: string): void {
  const groupKind = groupKindOf(key);
  if (key === NOTE_KEY) addNoteInSight();
  else if (groupKind) addGroupInSight(groupKind);
  else addComponentOfKind(key);
}

function freeSpot(size: { readonly width: number; readonly height: number }): Point {
  const design = asSeen();
  return placeInSight(size) ?? freePlaceNear(design, freePlace(design), size) ?? freePlace(design);
}

/** Layers lie beside one another, not in one another. */
function addGroupAt(kind: GroupKind, { x, y }: Point, inside: string | null): void {
  const parent = kind === 'layer' ? null : inside;
  const seen = placesSeen();
  let id = '';
  const title = t(`canvas.groupKinds.${kind}`);
  edit(t('steps.add', { what: title }), (draft) => {
    moveComponents(draft, seen);
    id = addGroup(draft, title.charAt(0).toUpperCase() + title.slice(1), kind, parent ?? undefined);
    placeGroup(draft, id, { x: snap(x, GRID), y: snap(y, GRID), ...GROUP_SIZE });
  });
  select({ groups: [id] });
  panelsStore.setState({ tab: 'design' });
}

export function addGroupInSight(kind: GroupKind): void {
  addGroupAt(kind, freeSpot(GROUP_SIZE), null);
}

/** A note starts without text, and with the cursor in it. */
function addNoteAt({ x, y }: Point): void {
  let id = '';
  endMerge();
  edit(
    t('steps.addNote'),
    (draft) => {
      id = addNote(draft, '', { x: snap(x, GRID), y: snap(y, GRID), ...NOTE_SIZE });
    },
    NEW_NOTE,
  );
  select({ notes: [id] });
  gestureStore.setState({ editingNote: id });
}

export function addNoteInSight(): void {
  addNoteAt(freeSpot(NOTE_SIZE));
}
