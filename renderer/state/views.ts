// How the canvas is looked at: what its colours tell, what is in focus, what is searched for, and whether it is shown to
// others. Kept while a design is open; never part of it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CanvasView, FocusDirection } from '../../src/commands/command.ts';
import { documentStore } from './document.ts';

export interface Focus {
  readonly component: string;
  /** How many connections away; null: all that can be reached. */
  readonly steps: number | null;
  readonly direction: FocusDirection;
}

export interface ViewsState {
  readonly view: CanvasView;
  readonly focus: Focus | null;
  /** What is searched for on the canvas; null while the bar is shut. */
  readonly search: string | null;
  /** Where the presentation stands: 0 is the whole design, then its groups; null while there is none. */
  readonly slide: number | null;
}

const FIRST: ViewsState = { view: 'family', focus: null, search: null, slide: null };

export const viewsStore = createStore<ViewsState>(() => FIRST);

export function showView(view: CanvasView): void {
  viewsStore.setState({ view });
}

export function focusOn(component: string): void {
  const { focus } = viewsStore.getState();
  viewsStore.setState({ focus: { steps: 1, direction: 'both', ...focus, component } });
}

export function changeFocus(change: Partial<Omit<Focus, 'component'>>): void {
  const { focus } = viewsStore.getState();
  if (focus) viewsStore.setState({ focus: { ...focus, ...change } });
}

export function endFocus(): void {
  viewsStore.setState({ focus: null });
}

/** Another design is looked at afresh; a component that is gone is no longer in focus. */
documentStore.subscribe(({ design, generation }, before) => {
  const { focus } = viewsStore.getState();
  if (generation !== before.generation) viewsStore.setState(FIRST);
  else if (focus && design !== before.design && !design.components.some(({ id }) => id === focus.component)) endFocus();
});

export function useViews<T>(selector: (state: ViewsState) => T): T {
  return useStore(viewsStore, selector);
}
