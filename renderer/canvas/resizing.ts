// Resizing groups and notes by their handles: previewed at each step, committed once.
import { GRID } from '../../src/layout/card.ts';
import type { Area } from '../../src/model/group-edits.ts';
import { type Move, movedDesign, NO_MOVE } from '../../src/model/move.ts';
import { endGesture, gestureStore } from '../state/gesture.ts';
import { groupIdOf, noteIdOf } from './derive.ts';
import { snap } from './geometry.ts';
import { setResizing } from './gestures.ts';
import { commitMove, nodesLabel } from './moving.ts';
import { sceneNow } from './scene.ts';
import { t } from '../texts.ts';

function onGrid({ x, y, width, height }: Area): Area {
  const [left, top] = [snap(x, GRID), snap(y, GRID)];
  return {
    x: left,
    y: top,
    width: Math.max(GRID, snap(x + width, GRID) - left),
    height: Math.max(GRID, snap(y + height, GRID) - top),
  };
}

function resize(nodeId: string, area: Area): Move {
  const [group, note] = [groupIdOf(nodeId), noteIdOf(nodeId)];
  const sized = onGrid(area);
  return {
    ...NO_MOVE,
    groups: group === null ? {} : { [group]: sized },
    notes: note === null ? {} : { [note]: sized },
  };
}

export function startResize(): void {
  setResizing(true);
}

export function previewResize(nodeId: string, area: Area): void {
  gestureStore.setState({ preview: movedDesign(sceneNow().design, resize(nodeId, area)) });
}

export function endResize(nodeId: string, area: Area): void {
  setResizing(false);
  endGesture();
  commitMove(t('steps.resize', { what: nodesLabel(sceneNow(), [nodeId]) }), resize(nodeId, area));
}
