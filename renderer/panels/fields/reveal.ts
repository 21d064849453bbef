// Leading to the field of a path: a finding was clicked, and the field that it speaks of is to be seen and typed in.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface RevealState {
  /** The path that is looked for; null once its field has the focus. */
  readonly path: string | null;
}

const revealStore = createStore<RevealState>(() => ({ path: null }));

/** Long enough for its tab and section to open; a field that comes later was opened for another reason. */
const PATIENCE_MS = 1000;

/** The field of this path takes the focus as soon as it is on the screen. */
export function reveal(path: string): void {
  const sought = { path };
  revealStore.setState(sought, true);
  setTimeout(() => {
    if (revealStore.getState() === sought) revealStore.setState({ path: null });
  }, PATIENCE_MS);
}

function lies(path: string, within: string): boolean {
  return path === within || path.startsWith(`${within}.`);
}

/** Whether the field that is looked for lies in one of the places; a section opens for it. */
export function useIsSought(paths: readonly string[]): boolean {
  return useStore(revealStore, ({ path }) => path !== null && paths.some((within) => lies(path, within)));
}

/** The control of this path takes the focus when it is looked for. */
export function useReveal(path: string, controlId: string): void {
  const isSought = useStore(revealStore, (state) => state.path === path);
  useEffect(() => {
    if (!isSought) return;
    const control = document.getElementById(controlId);
    if (!control) return;
    revealStore.setState({ path: null });
    control.scrollIntoView({ block: 'center' });
    control.focus();
  }, [isSought, controlId]);
}
