// The designs whose file on the disk is not the one that they came from any more, by document.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design } from '../../src/model/design.ts';
import type { EventData } from '../../src/ipc/contract.ts';
import { useDocument } from './document.ts';

export type FileStanding = Exclude<EventData<'file.changed'>['standing'], 'same'>;

export interface Theirs {
  readonly hash: string;
  readonly readOnly: boolean;
  readonly text: string;
  /** Null where it is no design that can be read. */
  readonly design: Design | null;
}

export interface Conflict {
  readonly path: string;
  readonly standing: FileStanding;
  /** What stands in the file; null where nothing does. */
  readonly theirs: Theirs | null;
}

type Conflicts = Readonly<Record<string, Conflict>>;

const conflictStore = createStore<{ readonly byDocument: Conflicts }>(() => ({ byDocument: {} }));

export function setConflict(documentId: string, conflict: Conflict | null): void {
  conflictStore.setState(({ byDocument }) => {
    const { [documentId]: _before, ...others } = byDocument;
    return { byDocument: conflict ? { ...others, [documentId]: conflict } : others };
  });
}

export function conflictOf(documentId: string): Conflict | null {
  return conflictStore.getState().byDocument[documentId] ?? null;
}

/** That of the open design. */
export function useConflict(): Conflict | null {
  const documentId = useDocument((state) => state.documentId);
  return useStore(conflictStore, ({ byDocument }) => byDocument[documentId] ?? null);
}
