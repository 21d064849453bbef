// Places for components that have none: on opening for the view alone, so that looking at a design does not change it;
// on "Arrange" for all of them, as one undoable step.
import { around, type Box, cardAt, cardsOf, GRID, grown, overlaps, snapped } from '../../src/layout/card.ts';
import { layoutDesign } from '../../src/layout/layout-design.ts';
import type { Design } from '../../src/model/design.ts';
import { componentsOf } from '../../src/model/fragment.ts';
import { fitGroup } from '../../src/model/group-edits.ts';
import { applyMove, type Move, NO_MOVE } from '../../src/model/move.ts';
import { reportDefect } from '../commands/defects.ts';
import { isMotionReduced } from '../replay/motion.ts';
import { canvasStore, type Places } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { gestureStore } from '../state/gesture.ts';
import { selectionStore } from '../state/selection.ts';
import { membersOf, placeGroups, placesOf } from './geometry.ts';
import { layoutEngine } from './layout-engine.ts';
import { commitMove, placesSeen } from './moving.ts';
import { sceneNow } from './scene.ts';
import { t } from '../texts.ts';

function placesIn(design: Design): Places {
  return Object.fromEntries(design.components.flatMap(({ id, view }) => (view ? [[id, view] as const] : [])));
}

/** How long things glide to their new places, in ms; the style sheet says how. */
const GLIDE_MS = 320;

/** The class is there before the places change, else nothing would glide. */
function glide(): void {
  if (isMotionReduced()) return;
  gestureStore.setState({ isGliding: true });
  setTimeout(() => gestureStore.setState({ isGliding: false }), GLIDE_MS);
}

/** Lays the whole design out anew. Nothing happens where it was changed meanwhile: what it answers would be out of date. */
export async function arrange(): Promise<void> {
  const { design } = documentStore.getState();
  const arranged = await layoutDesign(design, {
    only: design.components.map(({ id }) => id),
    engine: layoutEngine,
  });
  if (documentStore.getState().design !== design) return;
  const places = placesIn(arranged);
  const { groups, notes } = besideLayout(fitted(arranged));
  glide();
  commitArranged('arrange', { ...NO_MOVE, places, groups, notes }, groupsToFit(design));
  requestAnimationFrame(() => canvasStore.getState().viewport?.fit());
}

/** Groups with members are drawn around them again; their old place means nothing any more. */
function groupsToFit(design: Design): readonly string[] {
  return (design.groups ?? []).flatMap(({ id }) => (membersOf(design, id).length > 0 ? id : []));
}

function fitted(design: Design): Design {
  const fits = new Set(groupsToFit(design));
  const groups = design.groups?.map((group) => {
    if (!fits.has(group.id)) return group;
    const { view, ...rest } = group;
    return view?.collapsed === true ? { ...rest, view: { collapsed: true } } : rest;
  });
  return groups ? { ...design, groups } : design;
}

function commitArranged(label: string, move: Move, toFit: readonly string[]): void {
  const { design } = documentStore.getState();
  const hasFrame = (design.groups ?? []).some(({ id, view }) => toFit.includes(id) && view?.width !== undefined);
  if (!hasFrame) {
    commitMove(label, move);
    return;
  }
  edit(label, (draft) => {
    applyMove(draft, { ...move, places: { ...placesSeen(), ...move.places } });
    for (const id of toFit) fitGroup(draft, id);
  });
}

/** Groups without members, and notes that would be covered, in a row below what was laid out. */
function besideLayout(design: Design): Pick<Move, 'groups' | 'notes'> {
  const placed = placeGroups(design, placesOf(design, null, null));
  const areas = placed.filter(({ count }) => count > 0).map(({ rect }) => rect);
  const taken = [...cardsOf(design.components), ...areas];
  const whole = around(taken);
  if (!whole) return { groups: {}, notes: {} };
  let at = { x: whole.x, y: snapped(whole.y + whole.height + 2 * GRID) };
  const next = (box: Box): Box => {
    const area = { ...at, width: box.width, height: box.height };
    at = { x: at.x + snapped(box.width) + 2 * GRID, y: at.y };
    return area;
  };
  const empty = placed.filter(({ count, group }) => count === 0 && group.view?.width !== undefined);
  const covered = (design.notes ?? []).filter(({ view }) => taken.some((box) => overlaps(box, view)));
  return {
    groups: Object.fromEntries(empty.map(({ group, rect }) => [group.id, next(rect)])),
    notes: Object.fromEntries(covered.map(({ id, view }) => [id, next(view)])),
  };
}

/** Lays out what is selected, where it is; the rest stays. It goes below what it would otherwise cover. */
export async function arrangeSelection(): Promise<void> {
  const { design } = documentStore.getState();
  const scene = sceneNow();
  const parts = componentsOf(design, selectionStore.getState());
  const ids = new Set(parts.map(({ id }) => id));
  const before = around(parts.flatMap(({ id }) => scene.places.get(id) ?? []).map(cardAt));
  if (!before) return;
  const loose = parts.map(({ view: _view, ...component }) => component);
  const arranged = await layoutDesign(fitted({ ...design, components: loose }), { engine: layoutEngine });
  const after = around(cardsOf(arranged.components));
  if (documentStore.getState().design !== design || !after) return;
  const others = [...scene.places].flatMap(([id, place]) => (ids.has(id) ? [] : cardAt(place)));
  let by = { x: snapped(before.x - after.x), y: snapped(before.y - after.y) };
  const isCovered = (): boolean => {
    const block = { ...after, x: after.x + by.x, y: after.y + by.y };
    const margin = { top: GRID, side: GRID, bottom: GRID };
    return others.some((card) => overlaps(card, grown(block, margin)));
  };
  while (isCovered()) by = { x: by.x, y: by.y + GRID };
  const places = Object.fromEntries(
    Object.entries(placesIn(arranged)).map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]),
  );
  glide();
  const whole = groupsToFit(design).filter((id) => membersOf(design, id).every((member) => ids.has(member)));
  commitArranged(t('steps.arrangeSelection'), { ...NO_MOVE, places }, whole);
  requestAnimationFrame(() => canvasStore.getState().viewport?.reveal([...ids]));
}

/** Components that came without a place, as from an undo past a removal, join the fallback of the others. */
async function place(design: Design, generation: number): Promise<void> {
  const known = canvasStore.getState().fallback ?? {};
  const seen = design.components.map((component) =>
    component.view === undefined && known[component.id] ? { ...component, view: known[component.id] } : component,
  );
  const placed = await layoutDesign({ ...design, components: seen }, { engine: layoutEngine });
  if (documentStore.getState().generation !== generation) return;
  const fallback = Object.fromEntries(
    placed.components.flatMap(({ id, view }) => (view && !hasPlace(design, id) ? [[id, view] as const] : [])),
  );
  canvasStore.setState({ fallback: { ...known, ...fallback } });
}

function hasPlace(design: Design, id: string): boolean {
  return design.components.some((component) => component.id === id && component.view !== undefined);
}

function lacksPlaces(design: Design): boolean {
  const { fallback } = canvasStore.getState();
  return fallback === null || design.components.some(({ id, view }) => view === undefined && !fallback[id]);
}

/** Follows the document from now on. */
export function placeNewcomers(): () => void {
  let asked: Design | null = null;
  return documentStore.subscribe(({ design, generation }) => {
    if (design === asked || !lacksPlaces(design)) return;
    asked = design;
    place(design, generation).catch((thrown: unknown) => {
      // Better all in one corner, to be moved or arranged by hand, than nothing to be seen.
      canvasStore.setState({ fallback: canvasStore.getState().fallback ?? {} });
      void reportDefect(thrown);
    });
  });
}
