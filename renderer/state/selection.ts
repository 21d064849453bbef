// What is selected on the canvas, by id. Not history: undo does not touch it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SelectionValue } from '../../src/commands/command.ts';
import type { Design } from '../../src/model/design.ts';
import { perDesign } from './per-design.ts';

const NOTHING: SelectionValue = { components: [], connections: [], groups: [], notes: [] };

export const selectionStore = createStore<SelectionValue>(() => NOTHING);
perDesign(selectionStore, NOTHING);

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
    sameIds(now.groups, next.groups) &&
    sameIds(now.notes, next.notes);
  if (!same) selectionStore.setState(next, true);
}

/** Forgets what the design no longer has, as after an undo. */
export function pruneSelection(design: Design): void {
  const { components, connections, groups, notes } = selectionStore.getState();
  const kept = (ids: readonly string[], entries: readonly { readonly id: string }[] = []): string[] =>
    ids.filter((id) => entries.some((entry) => entry.id === id));
  select({
    components: kept(components, design.components),
    connections: kept(connections, design.connections),
    groups: kept(groups, design.groups),
    notes: kept(notes, design.notes),
  });
}

export function useSelection<T>(selector: (state: SelectionValue) => T): T {
  return useStore(selectionStore, selector);
}
