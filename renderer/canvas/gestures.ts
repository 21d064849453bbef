// What React Flow reports → selection, previews and edits. A drag previews here and is committed once, as one step.
import type {
  Connection as FlowConnection,
  EdgeChange,
  FinalConnectionState,
  NodeChange,
  NodePositionChange,
} from '@xyflow/react';
import { assignGroup, moveComponents } from '../../src/model/edit.ts';
import { componentById, nameOf } from '../../src/model/graph.ts';
import type { Group } from '../../src/model/design.ts';
import { canvasStore, type Places, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { notify } from '../state/panels.ts';
import { select, selectionStore } from '../state/selection.ts';
import { connectComponents, cycleMend, whyNotConnect } from './connecting.ts';
import { groupIdOf, type CanvasEdge, type CanvasNode } from './derive.ts';
import { CARD, GRID } from '../../src/layout/card.ts';
import { FINE_GRID, groupAt, membersOf, placeGroups, placesOf, snap } from './geometry.ts';

/** The ids that are selected after the changes. */
function changed(
  ids: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): string[] {
  const set = new Set(ids);
  for (const { id, selected } of changes) {
    if (selected) set.add(id);
    else set.delete(id);
  }
  return [...set];
}

function applySelection(changes: readonly { id: string; selected: boolean }[]): void {
  const now = selectionStore.getState();
  const groups = changes.flatMap(({ id, selected }) => {
    const group = groupIdOf(id);
    return group === null ? [] : [{ id: group, selected }];
  });
  const components = changes.filter(({ id }) => groupIdOf(id) === null);
  select({ ...now, components: changed(now.components, components), groups: changed(now.groups, groups) });
}

/** Where a node of the design stands before the gesture. */
function startOf(nodeId: string): Point | null {
  const { design } = documentStore.getState();
  const places = placesOf(design, canvasStore.getState().fallback, null);
  const group = groupIdOf(nodeId);
  if (group === null) return places.get(nodeId) ?? null;
  return placeGroups(design, places).find((placed) => placed.group.id === group)?.rect ?? null;
}

/** All that moves along: the components themselves, and the members of groups. */
function moving(changes: readonly NodePositionChange[]): readonly string[] {
  const { design } = documentStore.getState();
  const ids = changes.flatMap(({ id }) => {
    const group = groupIdOf(id);
    return group === null ? [id] : membersOf(design, group);
  });
  return [...new Set(ids)];
}

/** The places after a move by what the first change says, so that what moves together keeps its shape. */
function placesAfter(changes: readonly NodePositionChange[], grid: number): Places | null {
  const [first] = changes;
  const start = first && startOf(first.id);
  if (!first?.position || !start) return null;
  const by = { x: snap(first.position.x, grid) - start.x, y: snap(first.position.y, grid) - start.y };
  const { design } = documentStore.getState();
  const places = placesOf(design, canvasStore.getState().fallback, null);
  return Object.fromEntries(
    moving(changes).flatMap((id) => {
      const place = places.get(id);
      return place ? [[id, { x: place.x + by.x, y: place.y + by.y }] as const] : [];
    }),
  );
}

/** Writes places as one step; components that had none keep the place at which they were seen. */
export function commitPlaces(label: string, places: Places, mergeKey: string | null = null): void {
  const { design } = documentStore.getState();
  const before = placesOf(design, canvasStore.getState().fallback, null);
  const isMoved = Object.entries(places).some(([id, place]) => {
    const old = before.get(id);
    return old?.x !== place.x || old.y !== place.y;
  });
  if (isMoved) edit(label, (draft) => moveComponents(draft, { ...placesSeen(), ...places }), mergeKey);
}

/** The places of components that the design says nothing about, as they are seen. */
export function placesSeen(): Places {
  const { fallback } = canvasStore.getState();
  const { design } = documentStore.getState();
  const without = design.components.filter(({ view }) => view === undefined);
  return Object.fromEntries(without.flatMap(({ id }) => (fallback?.[id] ? [[id, fallback[id]] as const] : [])));
}

function labelOf(ids: readonly string[]): string {
  const { design } = documentStore.getState();
  const only = ids.length === 1 ? componentById(design, ids[0] ?? '') : undefined;
  return only ? `move ${nameOf(only)}` : `move ${ids.length} components`;
}

/** The group that all the moved cards were let go over, where it is not the one they are in already. */
function groupUnder(places: Places): Group | null {
  const { design } = documentStore.getState();
  const others = { ...design, components: design.components.filter(({ id }) => !places[id]) };
  const placed = placeGroups(others, placesOf(others, canvasStore.getState().fallback, null));
  const over = new Set(
    Object.values(places).map(({ x, y }) => groupAt(placed, { x: x + CARD.width / 2, y: y + CARD.height / 2 })),
  );
  const [id] = over;
  const isElsewhere = design.components.some((component) => places[component.id] && component.group !== id);
  return over.size === 1 && isElsewhere ? (design.groups?.find((group) => group.id === id) ?? null) : null;
}

function joinGroup(group: Group, places: Places): void {
  const ids = Object.keys(places);
  edit(`${labelOf(ids)} into ${group.name ?? group.id}`, (draft) => {
    moveComponents(draft, { ...placesSeen(), ...places });
    assignGroup(draft, ids, group.id);
  });
}

let isFine = false;

/** Alt drags on the finer grid. */
export function setFine(fine: boolean): void {
  isFine = fine;
}

function applyPositions(changes: readonly NodePositionChange[]): void {
  const isDragging = changes.some(({ dragging }) => dragging === true);
  const wasDragging = canvasStore.getState().drag !== null;
  const places = placesAfter(changes, isFine || (!isDragging && !wasDragging) ? FINE_GRID : GRID);
  if (isDragging) {
    canvasStore.setState({ drag: places });
    return;
  }
  canvasStore.setState({ drag: null });
  if (!places) return;
  const ids = Object.keys(places);
  const joined = wasDragging && changes.every(({ id }) => groupIdOf(id) === null) ? groupUnder(places) : null;
  if (joined) joinGroup(joined, places);
  else commitPlaces(labelOf(ids), places, wasDragging ? null : `keys ${ids.join(' ')}`);
}

export function onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void {
  const selections = changes.filter((change) => change.type === 'select');
  if (selections.length > 0) applySelection(selections);
  const positions = changes.filter((change) => change.type === 'position');
  if (positions.length > 0) applyPositions(positions);
}

export function onEdgesChange(changes: readonly EdgeChange<CanvasEdge>[]): void {
  const selections = changes.filter((change) => change.type === 'select');
  if (selections.length === 0) return;
  const now = selectionStore.getState();
  select({ ...now, connections: changed(now.connections, selections) });
}

export function isValidConnection({ source, target }: { readonly source: string; readonly target: string }): boolean {
  return whyNotConnect(documentStore.getState().design, source, target) === null;
}

export function onConnect({ source, target }: FlowConnection): void {
  connectComponents(source, target);
}

/** Let go over a component that cannot be called: says why. Let go over nothing: nothing. */
export function onConnectEnd(_event: unknown, state: FinalConnectionState): void {
  const { fromNode, toNode, isValid } = state;
  if (!fromNode || !toNode || isValid !== false) return;
  const why = whyNotConnect(documentStore.getState().design, fromNode.id, toNode.id);
  if (why !== null && fromNode.id !== toNode.id) notify('error', why, cycleMend());
}
