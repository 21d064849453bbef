// A gesture on connections under way: a new one being drawn, a bend being dragged, an end being led elsewhere. It previews
// here and is committed once, as one step.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Point } from './canvas.ts';

export type EndName = 'from' | 'to';

export interface EdgeGesture {
  /** Components that what is being connected may not lead to; null while nothing is being connected. */
  readonly refused: ReadonlySet<string> | null;
  /** The bends of a connection as they are for now. */
  readonly bending: { readonly connection: string; readonly points: readonly Point[] } | null;
  readonly leading: {
    readonly connection: string;
    readonly end: EndName;
    /** The end that stays. */
    readonly anchor: Point;
    readonly at: Point;
    /** The component under the pointer. */
    readonly over: string | null;
  } | null;
}

export const NO_GESTURE: EdgeGesture = { refused: null, bending: null, leading: null };

export const edgesStore = createStore<EdgeGesture>(() => NO_GESTURE);

export function useEdges<T>(selector: (state: EdgeGesture) => T): T {
  return useStore(edgesStore, selector);
}
