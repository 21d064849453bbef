// Following the pointer from where it was pressed until it is let go, in the coordinates of the design. Escape takes the
// gesture back.
import type { PointerEvent } from 'react';
import { canvasStore, type Point } from '../state/canvas.ts';

interface Drag {
  readonly move: (at: Point, event: globalThis.PointerEvent) => void;
  /** `hasMoved` is false for what was only a click. */
  readonly end: (hasMoved: boolean) => void;
  readonly cancel: () => void;
}

/** A hand that shakes this much, in pixels, still only clicks. */
const SLACK = 4;

/** The click that ends a drag is meant for nothing: the canvas would take the selection away. */
function swallowClick(): void {
  const listening = new AbortController();
  const swallow = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', swallow, { signal: listening.signal, capture: true });
  setTimeout(() => listening.abort());
}

export function dragPointer(pressed: PointerEvent, { move, end, cancel }: Drag): void {
  if (pressed.button !== 0) return;
  let hasMoved = false;
  const listening = new AbortController();
  const { signal } = listening;
  const onMove = (event: globalThis.PointerEvent): void => {
    hasMoved ||= Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) >= SLACK;
    const at = canvasStore.getState().viewport?.at({ x: event.clientX, y: event.clientY });
    if (hasMoved && at) move(at, event);
  };
  const finish = (then: () => void): void => {
    listening.abort();
    if (hasMoved) swallowClick();
    then();
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', () => finish(() => end(hasMoved)), { signal });
  window.addEventListener('pointercancel', () => finish(cancel), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      finish(cancel);
    },
    { signal, capture: true },
  );
}
