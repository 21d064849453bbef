// What the canvas shows beyond the design and never writes into it by itself: places of components that have none, the
// drag under way, the name being edited, and the handle through which commands move the viewport.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { perDesign } from './per-design.ts';
import type { Detail } from '../canvas/detail.ts';
import type { Route } from '../../src/layout/routing/route.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type Places = Readonly<Record<string, Point>>;

/** Which part of the design is in sight, as React Flow has it. */
export interface ShownPart extends Point {
  readonly zoom: number;
}

/** How commands move the view; null while no canvas is on the screen. */
export interface ViewportControl {
  fit(): void;
  /** Brings these, all of them, into sight as large as they can be. */
  fitTo(box: Box): void;
  zoom(direction: 'in' | 'out' | 'reset'): void;
  /** Brings what is selected into sight where it is not. */
  reveal(componentIds: readonly string[]): void;
  /** The middle of what is in sight, in the coordinates of the design. */
  centre(): Point;
  /** A point of the screen in the coordinates of the design. */
  at(screen: Point): Point;
  focus(): void;
  shownPart(): ShownPart;
  /** Of a connection, as it is drawn. */
  routeOf(connectionId: string): Route | null;
}

export interface CanvasState {
  /** Worked out for components without a place; null until that is done. */
  readonly fallback: Places | null;
  /** Where the components of a gesture stand for now. */
  readonly drag: Places | null;
  readonly renaming: string | null;
  readonly viewport: ViewportControl | null;
  /** The view was last fitted to the design, and nobody has moved it since. */
  readonly isFitted: boolean;
  /** What was in sight when the design was last shown, to be shown again; null: the whole. */
  readonly shownPart: ShownPart | null;
  /** The part that is to be in sight is in sight: before, a large design need not be drawn in full. */
  readonly isSettled: boolean;
  /** The wheel is turning. */
  readonly isZooming: boolean;
  /** How much of each node is drawn at this zoom. */
  readonly detail: Detail;
}

export const canvasStore = createStore<CanvasState>(() => ({
  fallback: null,
  drag: null,
  renaming: null,
  viewport: null,
  isFitted: true,
  shownPart: null,
  isSettled: false,
  isZooming: false,
  detail: 'card',
}));
perDesign(
  canvasStore,
  { fallback: null, drag: null, renaming: null, isFitted: true, shownPart: null, isSettled: false },
  ({ fallback, viewport, isFitted }) => ({
    fallback,
    drag: null,
    renaming: null,
    isFitted,
    isSettled: false,
    shownPart: isFitted ? null : (viewport?.shownPart() ?? null),
  }),
);

export function useCanvas<T>(selector: (state: CanvasState) => T): T {
  return useStore(canvasStore, selector);
}
