// A drag on the timeline, from the press of the pointer to its end: each move is an edit under one merge key, so that the
// whole drag is one step of the history, and Escape takes it back.
import type { PointerEvent as ReactPointerEvent } from 'react';
import { endMerge, takeBack } from '../../../state/document.ts';

export interface Drag {
  /** How far from where it was pressed, in points of the screen. */
  readonly dx: number;
  readonly dy: number;
  /** With Alt: not snapped to steps. */
  readonly isFree: boolean;
  readonly mergeKey: string;
}

interface DragOptions {
  readonly move: (drag: Drag) => void;
  /** The pointer was let go where it was pressed. */
  readonly click?: () => void;
  /** However it ended. */
  readonly end?: () => void;
}

/** A shaking hand is no drag. */
const LEAST_WAY = 3;

let drags = 0;

export function startDrag(event: ReactPointerEvent<HTMLElement>, { move, click, end }: DragOptions): void {
  if (event.button !== 0) return;
  const element = event.currentTarget;
  const from = { x: event.clientX, y: event.clientY };
  const mergeKey = `timeline drag ${++drags}`;
  let hasMoved = false;
  event.preventDefault();
  event.stopPropagation();
  element.focus();
  element.setPointerCapture(event.pointerId);

  const onMove = (now: PointerEvent): void => {
    const dx = now.clientX - from.x;
    const dy = now.clientY - from.y;
    if (!hasMoved && Math.hypot(dx, dy) < LEAST_WAY) return;
    hasMoved = true;
    move({ dx, dy, isFree: now.altKey, mergeKey });
  };
  const stop = (): void => {
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
    window.removeEventListener('keydown', onKey, true);
    end?.();
  };
  const onUp = (): void => {
    stop();
    endMerge();
    if (!hasMoved) click?.();
  };
  const onKey = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    stop();
    takeBack(mergeKey);
  };
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  window.addEventListener('keydown', onKey, true);
}

/** By how many steps an arrow key moves, shift by ten: [to the right, upwards]; null for any other key. */
export function arrowSteps(event: {
  readonly key: string;
  readonly shiftKey: boolean;
}): readonly [number, number] | null {
  const size = event.shiftKey ? 10 : 1;
  switch (event.key) {
    case 'ArrowLeft':
      return [-size, 0];
    case 'ArrowRight':
      return [size, 0];
    case 'ArrowUp':
      return [0, size];
    case 'ArrowDown':
      return [0, -size];
    default:
      return null;
  }
}
