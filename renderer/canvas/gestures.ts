// What React Flow reports → selection, previews and edits. A drag previews and is committed once, as one step.
import type {
  Connection as FlowConnection,
  EdgeChange,
  FinalConnectionState,
  NodeChange,
  NodePositionChange,
} from '@xyflow/react';
import { GRID } from '../../src/layout/card.ts';
import { type Snap, snappedPlace, snapToNeighbours } from '../../src/layout/guides.ts';
import { groupsAround } from '../../src/model/group-tree.ts';
import { movedDesign } from '../../src/model/move.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore } from '../state/document.ts';
import { endGesture, gestureStore } from '../state/gesture.ts';
import { notify } from '../state/panels.ts';
import { select, selectionStore } from '../state/selection.ts';
import { connectComponents, cycleMend, whyNotConnect } from './connecting.ts';
import { groupIdOf, noteIdOf, type CanvasEdge, type CanvasNode } from './derive.ts';
import { FINE_GRID, type Rect } from './geometry.ts';
import { commitMove, dropped, moveLabel, moveOf } from './moving.ts';
import { askWhatToAdd } from './quick-add.ts';
import { boxesOf, rectOf, type Scene, sceneNow } from './scene.ts';

/** A neighbour's line takes hold from so many pixels of the screen on. */
const REACH = 6;

interface SelectChange {
  readonly id: string;
  readonly selected: boolean;
}

/** The ids that are selected after the changes. */
function changed(ids: readonly string[], changes: readonly SelectChange[]): string[] {
  const set = new Set(ids);
  for (const { id, selected } of changes) {
    if (selected) set.add(id);
    else set.delete(id);
  }
  return [...set];
}

let isLassoing = false;

/** Told from outside, as React Flow reports what a lasso touches like any other selection. */
export function setLassoing(lassoing: boolean): void {
  isLassoing = lassoing;
}

function applySelection(changes: readonly SelectChange[]): void {
  const now = selectionStore.getState();
  const [components, groups, notes]: SelectChange[][] = [[], [], []];
  for (const { id, selected } of changes) {
    const [group, note] = [groupIdOf(id), noteIdOf(id)];
    if (note !== null) notes?.push({ id: note, selected });
    else if (group === null) components?.push({ id, selected });
    // A lasso within a group is meant for its members.
    else if (!isLassoing || !selected) groups?.push({ id: group, selected });
  }
  select({
    ...now,
    components: changed(now.components, components ?? []),
    groups: changed(now.groups, groups ?? []),
    notes: changed(now.notes, notes ?? []),
  });
}

let isFine = false;

/** Alt drags on the finer grid, past all neighbours. */
export function setFine(fine: boolean): void {
  isFine = fine;
}

/** A pixel of the screen in the coordinates of the design. */
function pixel(): number {
  const viewport = canvasStore.getState().viewport;
  return viewport ? viewport.at({ x: 1, y: 0 }).x - viewport.at({ x: 0, y: 0 }).x : 1;
}

const NO_SNAP: Snap = { by: { x: null, y: null }, guides: [] };

/** Snaps the node that leads to the lines of what stays, or to the grid. */
function snapped(scene: Scene, moved: Rect, nodeIds: readonly string[]): { place: Point; snap: Snap } {
  if (isFine) return { place: snappedPlace(moved, NO_SNAP, FINE_GRID), snap: NO_SNAP };
  const around = groupsAround(scene.design);
  const moving = new Set(nodeIds);
  const movingGroups = new Set(nodeIds.flatMap((id) => groupIdOf(id) ?? []));
  const homes = new Map(scene.design.components.map(({ id, group }) => [id, group]));
  const own = new Set(nodeIds.flatMap((id) => [...around(groupIdOf(id) ?? homes.get(id))]));
  const others = boxesOf(scene).filter(({ id }) => {
    const group = groupIdOf(id);
    // The frames around what moves grow with it.
    if (group !== null && own.has(group)) return false;
    return !moving.has(id) && ![...around(group ?? homes.get(id))].some((above) => movingGroups.has(above));
  });
  const snap = snapToNeighbours(
    moved,
    others.map(({ box }) => box),
    REACH * pixel(),
  );
  return { place: snappedPlace(moved, snap, GRID), snap };
}

function applyDrag(changes: readonly NodePositionChange[]): void {
  const scene = sceneNow();
  const [first] = changes;
  const start = first && rectOf(scene, first.id);
  if (!first?.position || !start) return;
  const nodeIds = changes.map(({ id }) => id);
  const { place, snap } = snapped(scene, { ...start, ...first.position }, nodeIds);
  const by = { x: place.x - start.x, y: place.y - start.y };
  const move = dropped(scene, moveOf(scene, new Map(nodeIds.map((id) => [id, by]))), nodeIds);
  if (first.dragging === true) {
    canvasStore.setState({ drag: move.places });
    gestureStore.setState({
      preview: movedDesign(scene.design, move),
      guides: snap.guides,
      dropTargets: [...Object.values(move.homes), ...Object.values(move.parents)].filter((id) => id !== null),
    });
    return;
  }
  const wasDragging = gestureStore.getState().preview !== null;
  canvasStore.setState({ drag: null });
  endGesture();
  if (wasDragging) commitMove(moveLabel(scene, nodeIds, move), move);
}

let isResizing = false;

/** While something is resized, React Flow reports where its corner goes as a move, which it is not. */
export function setResizing(resizing: boolean): void {
  isResizing = resizing;
}

export function onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void {
  const selections = changes.filter((change) => change.type === 'select');
  if (selections.length > 0) applySelection(selections);
  const positions = changes.filter((change) => change.type === 'position');
  if (positions.length > 0 && !isResizing) applyDrag(positions);
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

/** Let go over a component that cannot be called: says why. Let go over nothing: asks what to add there. */
export function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  const { fromNode, toNode, isValid } = state;
  if (!fromNode) return;
  if (!toNode) {
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (point) askWhatToAdd(fromNode.id, { x: point.clientX, y: point.clientY });
    return;
  }
  if (isValid !== false) return;
  const why = whyNotConnect(documentStore.getState().design, fromNode.id, toNode.id);
  if (why !== null && fromNode.id !== toNode.id) notify('error', why, cycleMend());
}
