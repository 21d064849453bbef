// Aligning, distributing, sizing and nudging what is selected, each as one step. Groups move with their members.
import { aligned, type Alignment, type Axis, distributed, type NamedBox } from '../../src/layout/align.ts';
import { around, GRID, type Place } from '../../src/layout/card.ts';
import type { Direction } from '../../src/layout/direction.ts';
import { NO_MOVE } from '../../src/model/move.ts';
import type { Point } from '../state/canvas.ts';
import { selectionStore } from '../state/selection.ts';
import { groupIdOf, noteIdOf } from './derive.ts';
import { commitMove, moveOf, nodesLabel } from './moving.ts';
import { nodesOf, rectOf, type Scene, sceneNow } from './scene.ts';
import { t } from '../texts.ts';

function selectedBoxes(scene: Scene): readonly NamedBox[] {
  return nodesOf(scene.design, selectionStore.getState()).flatMap((id) => {
    const box = rectOf(scene, id);
    return box ? [{ id, box }] : [];
  });
}

function moveTo(label: string, scene: Scene, boxes: readonly NamedBox[], places: ReadonlyMap<string, Place>): void {
  const shifts = new Map<string, Point>();
  for (const { id, box } of boxes) {
    const place = places.get(id);
    if (place) shifts.set(id, { x: place.x - box.x, y: place.y - box.y });
  }
  commitMove(label, moveOf(scene, shifts));
}

function elements(number: number): string {
  return t('steps.elements', { number });
}

export function alignSelection(alignment: Alignment): void {
  const scene = sceneNow();
  const boxes = selectedBoxes(scene);
  moveTo(t('steps.align', { what: elements(boxes.length) }), scene, boxes, aligned(boxes, alignment));
}

export function distributeSelection(axis: Axis): void {
  const scene = sceneNow();
  const boxes = selectedBoxes(scene);
  moveTo(t('steps.distribute', { what: elements(boxes.length) }), scene, boxes, distributed(boxes, axis));
}

/** Groups and notes take the size of the largest of them; components are cards of one size anyway. */
export function giveSameSize(): void {
  const scene = sceneNow();
  const sized = selectedBoxes(scene).filter(({ id }) => groupIdOf(id) !== null || noteIdOf(id) !== null);
  const whole = around(sized.map(({ box }) => ({ ...box, x: 0, y: 0 })));
  if (!whole) return;
  const resized = sized.map(({ id, box }) => ({
    id,
    area: { x: box.x, y: box.y, width: whole.width, height: whole.height },
  }));
  const byId = (idOf: (nodeId: string) => string | null) =>
    Object.fromEntries(resized.flatMap(({ id, area }) => (idOf(id) === null ? [] : [[idOf(id), area] as const])));
  commitMove(t('steps.sameSize'), { ...NO_MOVE, groups: byId(groupIdOf), notes: byId(noteIdOf) });
}

const STEPS: Readonly<Record<Direction, Point>> = {
  left: { x: -GRID, y: 0 },
  right: { x: GRID, y: 0 },
  up: { x: 0, y: -GRID },
  down: { x: 0, y: GRID },
};

/** One step of the grid; steps in a row are undone as one. */
export function nudgeSelection(direction: Direction): void {
  const scene = sceneNow();
  const nodeIds = nodesOf(scene.design, selectionStore.getState());
  const move = moveOf(scene, new Map(nodeIds.map((id) => [id, STEPS[direction]])));
  commitMove(t('steps.move', { what: nodesLabel(scene, nodeIds) }), move, `nudge ${nodeIds.join(' ')}`);
}
