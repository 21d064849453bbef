// What a gesture on the canvas shows until it is done, and the small tools that stand on the canvas for a while. None of
// it is history or part of the design.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Guide } from '../../src/layout/guides.ts';
import type { Design } from '../../src/model/design.ts';
import type { Point } from './canvas.ts';

/** The list of kinds that opens where a connection was let go over nothing. */
export interface QuickAdd {
  readonly from: string;
  /** The middle of the new component, in the coordinates of the design. */
  readonly at: Point;
  /** Where the list opens, in pixels of the window. */
  readonly screen: Point;
}

export interface GestureState {
  /** The design as it will be once the gesture under way ends here. */
  readonly preview: Design | null;
  readonly guides: readonly Guide[];
  /** The groups that take something in once it is let go. */
  readonly dropTargets: readonly string[];
  /** Dragging over the empty canvas selects instead of moving the view. */
  readonly isLasso: boolean;
  readonly quickAdd: QuickAdd | null;
  readonly editingNote: string | null;
  /** Things glide to their new places. */
  readonly isGliding: boolean;
}

export const gestureStore = createStore<GestureState>(() => ({
  preview: null,
  guides: [],
  dropTargets: [],
  isLasso: false,
  quickAdd: null,
  editingNote: null,
  isGliding: false,
}));

export function endGesture(): void {
  gestureStore.setState({ preview: null, guides: [], dropTargets: [] });
}

export function useGesture<T>(selector: (state: GestureState) => T): T {
  return useStore(gestureStore, selector);
}
