// Adding what a component calls in one go: where its connection was let go over nothing, or beside it.
import { kindWithin } from '../kind-words.ts';
import { kindByKey } from '../../src/catalogue/index.ts';
import { CARD } from '../../src/layout/card.ts';
import { connect, moveComponents } from '../../src/model/edit.ts';
import { componentById, nameOf } from '../../src/model/graph.ts';
import { canvasStore, type Point } from '../state/canvas.ts';
import { documentStore, edit } from '../state/document.ts';
import { gestureStore } from '../state/gesture.ts';
import { select } from '../state/selection.ts';
import { modeBetween } from './connecting.ts';
import { placesSeen } from './moving.ts';
import { addKind, spotAt, spotBeside } from './placing.ts';
import { rectOf, sceneNow } from './scene.ts';
import { t } from '../texts.ts';

/** Nothing is asked where the pointer left the canvas, or never left a component. */
export function askWhatToAdd(from: string, screen: Point): void {
  const under = document.elementFromPoint(screen.x, screen.y);
  const isOnCanvas =
    under !== null && under.closest('[data-canvas]') !== null && under.closest('.react-flow__node-component') === null;
  const at = canvasStore.getState().viewport?.at(screen);
  if (isOnCanvas && at) gestureStore.setState({ quickAdd: { from, at, screen } });
}

/** By keyboard: the list opens beside the component, and so does what is chosen. */
export function askWhatToAddBeside(from: string): void {
  const spot = spotBeside(from);
  const rect = rectOf(sceneNow(), from);
  if (!spot || !rect) return;
  const element = document.querySelector(`.react-flow__node[data-id="${CSS.escape(from)}"]`);
  const box = (element ?? document.querySelector('[data-canvas]'))?.getBoundingClientRect();
  const screen = box ? { x: box.right, y: box.top } : { x: 0, y: 0 };
  const at = { x: spot.place.x + CARD.width / 2, y: spot.place.y + CARD.height / 2 };
  gestureStore.setState({ quickAdd: { from, at, screen } });
}

export function closeQuickAdd(): void {
  gestureStore.setState({ quickAdd: null });
}

/** The component and its connection, as one step. */
export function addConnected(key: string): void {
  const { quickAdd } = gestureStore.getState();
  closeQuickAdd();
  const kind = kindByKey(key);
  const { design } = documentStore.getState();
  const source = quickAdd && componentById(design, quickAdd.from);
  if (!kind || !source) return;
  const seen = placesSeen();
  let id = '';
  edit(t('steps.addTo', { what: kindWithin(kind.key), to: nameOf(source) }), (draft) => {
    moveComponents(draft, seen);
    id = addKind(draft, kind, spotAt(quickAdd.at));
    connect(draft, source.id, id, { mode: modeBetween(draft, source.id, id) });
  });
  select({ components: [id] });
  requestAnimationFrame(() => canvasStore.getState().viewport?.reveal([id]));
}
