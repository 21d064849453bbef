// The canvas by keyboard: the arrow keys walk along connections and to what lies next, and what has the focus is what a
// key acts on.
import type { KeyboardEvent } from 'react';
import { type Direction, nextInDirection } from '../../src/layout/direction.ts';
import { canvasStore } from '../state/canvas.ts';
import { select, selectionStore } from '../state/selection.ts';
import { groupIdOf, noteIdOf } from './derive.ts';
import { boxesOf, nodesOf, rectOf, type Scene, sceneNow } from './scene.ts';

function elementOf(nodeId: string): HTMLElement | null {
  return document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
}

/** The node or edge of the canvas that has the focus. */
function focused(): { readonly id: string; readonly isEdge: boolean } | null {
  const element = document.activeElement?.closest('.react-flow__node, .react-flow__edge');
  const id = element?.getAttribute('data-id');
  return element && id ? { id, isEdge: element.classList.contains('react-flow__edge') } : null;
}

function isSelected({ id, isEdge }: { id: string; isEdge: boolean }): boolean {
  const now = selectionStore.getState();
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (isEdge) return now.connections.includes(id);
  if (group !== null) return now.groups.includes(group);
  return note === null ? now.components.includes(id) : now.notes.includes(note);
}

function selectOnly({ id, isEdge }: { id: string; isEdge: boolean }): void {
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (isEdge) select({ connections: [id] });
  else if (group !== null) select({ groups: [group] });
  else if (note !== null) select({ notes: [note] });
  else select({ components: [id] });
}

/** Selects what has the focus alone, or adds it to the selection and takes it out again. */
export function selectFocused(besides: boolean): void {
  const at = focused();
  if (!at) return;
  if (!besides) {
    selectOnly(at);
    return;
  }
  const { id, isEdge } = at;
  const now = selectionStore.getState();
  const toggled = (ids: readonly string[], one: string): string[] =>
    ids.includes(one) ? ids.filter((other) => other !== one) : [...ids, one];
  const [group, note] = [groupIdOf(id), noteIdOf(id)];
  if (isEdge) select({ ...now, connections: toggled(now.connections, id) });
  else if (group !== null) select({ ...now, groups: toggled(now.groups, group) });
  else if (note !== null) select({ ...now, notes: toggled(now.notes, note) });
  else select({ ...now, components: toggled(now.components, id) });
}

/** A node off the screen may be drawn only once it comes into sight. */
function focusOnceThere(nodeId: string, frames = 20): void {
  const element = elementOf(nodeId);
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusOnceThere(nodeId, frames - 1));
}

function neighboursOf({ design, hidden }: Scene, nodeId: string): ReadonlySet<string> {
  const shown = (id: string): string => (hidden.has(id) ? `group:${hidden.get(id) ?? ''}` : id);
  return new Set(
    (design.connections ?? []).flatMap(({ from, to }) => {
      const [start, end] = [shown(from), shown(to)];
      return start === nodeId ? [end] : end === nodeId ? [start] : [];
    }),
  );
}

/** From the node at hand to the next one in a direction, which is then selected; to the first where there is none. */
export function walk(direction: Direction): void {
  const scene = sceneNow();
  const cards = boxesOf(scene).filter(
    ({ id }) =>
      groupIdOf(id) === null || scene.groups.some((placed) => placed.isCollapsed && placed.group.id === groupIdOf(id)),
  );
  const at = focused();
  const from = at && !at.isEdge ? at.id : nodesOf(scene.design, selectionStore.getState())[0];
  const rect = from === undefined ? null : rectOf(scene, from);
  const neighbours = from === undefined ? new Set<string>() : neighboursOf(scene, from);
  const next = rect
    ? nextInDirection(
        rect,
        cards.filter(({ id }) => id !== from),
        direction,
        (id) => neighbours.has(id),
      )
    : ([...cards].sort((a, b) => a.box.x + a.box.y - b.box.x - b.box.y)[0]?.id ?? null);
  // At the edge of the design the focus comes back to what is at hand.
  const goal = next ?? from;
  if (goal === undefined) return;
  selectOnly({ id: goal, isEdge: false });
  canvasStore.getState().viewport?.reveal([goal]);
  focusOnceThere(goal);
}

const NEUTRAL = new Set(['Tab', 'Shift', 'Control', 'Meta', 'Alt', ' ', 'Escape', 'F6']);

/** What has the focus is selected before a key acts, so that Delete, C and Enter mean it. */
export function onCanvasKey(event: KeyboardEvent): void {
  const at = focused();
  if (event.target !== document.activeElement || !at) return;
  if (document.activeElement?.matches('.react-flow__node, .react-flow__edge') !== true) return;
  const isModified = event.ctrlKey || event.metaKey;
  const isArrow = event.key.startsWith('Arrow');
  // Plain arrows walk on from here; with a modifier they move what has the focus.
  if (NEUTRAL.has(event.key) || (isArrow ? !isModified && !event.altKey : isModified)) return;
  if (!isSelected(at)) selectOnly(at);
}
