// What is selected on the canvas, by id. Not history: undo does not touch it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SelectionValue } from '../../src/commands/command.ts';

const NOTHING: SelectionValue = { components: [], connections: [], groups: [] };

export const selectionStore = createStore<SelectionValue>(() => NOTHING);

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** What is not named is deselected. */
export function select(selection: Partial<SelectionValue>): void {
  const next = { ...NOTHING, ...selection };
  const now = selectionStore.getState();
  const same =
    sameIds(now.components, next.components) &&
    sameIds(now.connections, next.connections) &&
    sameIds(now.groups, next.groups);
  if (!same) selectionStore.setState(next, true);
}

export function useSelection<T>(selector: (state: SelectionValue) => T): T {
  return useStore(selectionStore, selector);
}
