// The open design and its history. Every change goes through `edit`; immer's patches and their inverses are the history,
// so no command writes its own undo. A revision names a state, not a moment: undoing back to it gives the same number,
// which is how "unsaved" and "stale result" clear themselves.
import { applyPatches, enablePatches, freeze, produceWithPatches, type Patch } from 'immer';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design } from '../../src/model/design.ts';

enablePatches();

export interface HistoryEntry {
  /** What was done, as a phrase that follows "Undo": "add cache". */
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly before: number;
  readonly after: number;
  /** Edits in a row with the same key are one step: typing in one field. */
  readonly mergeKey: string | null;
}

export interface FileState {
  /** Null while the design has never been saved. */
  readonly path: string | null;
  readonly hash: string | null;
  readonly readOnly: boolean;
}

export interface DocumentState {
  /** Names the design for as long as it is open, saved or not; kept with unsaved work from one start to the next. */
  readonly documentId: string;
  readonly design: Design;
  readonly revision: number;
  readonly savedRevision: number;
  readonly file: FileState;
  readonly history: readonly HistoryEntry[];
  /** How many entries of the history are applied. */
  readonly position: number;
  /** Each load has its own, so that the canvas knows when another design is shown. */
  readonly generation: number;
}

const EMPTY: Design = { spandrel: 1, name: 'Untitled', components: [] };

export function newDocumentId(): string {
  return crypto.randomUUID();
}

export const documentStore = createStore<DocumentState>(() => ({
  documentId: newDocumentId(),
  design: EMPTY,
  revision: 0,
  savedRevision: 0,
  file: { path: null, hash: null, readOnly: false },
  history: [],
  position: 0,
  generation: 0,
}));

/** The number of no state. */
const NOT_SAVED = -1;
let lastRevision = 0;
let lastGeneration = 0;

/** Opens a design in place of the one that is shown, in the same tab unless told; its history starts empty. */
export function load(design: Design, file: FileState, documentId = documentStore.getState().documentId): void {
  const revision = ++lastRevision;
  documentStore.setState({
    documentId,
    design: freeze(design, true),
    revision,
    savedRevision: revision,
    file,
    history: [],
    position: 0,
    generation: ++lastGeneration,
  });
}

/** Shows a document again as it was, with its history. */
export function restore(document: DocumentState): void {
  documentStore.setState(document, true);
}

/** One undoable step. The recipe mutates a draft; one that changes nothing leaves no entry. */
export function edit(label: string, recipe: (draft: Design) => void, mergeKey: string | null = null): void {
  const state = documentStore.getState();
  const [design, patches, inverse] = produceWithPatches(state.design, (draft: Design) => {
    recipe(draft);
  });
  if (patches.length === 0) return;
  const revision = ++lastRevision;
  const kept = state.history.slice(0, state.position);
  const previous = kept.at(-1);
  const merges = mergeKey !== null && previous?.mergeKey === mergeKey && state.revision !== state.savedRevision;
  const entry: HistoryEntry = merges
    ? {
        ...previous,
        patches: [...previous.patches, ...patches],
        inverse: [...inverse, ...previous.inverse],
        after: revision,
      }
    : { label, patches, inverse, before: state.revision, after: revision, mergeKey };
  const history = merges ? [...kept.slice(0, -1), entry] : [...kept, entry];
  documentStore.setState({ design, revision, history, position: history.length });
}

/** Another design in place of this one, as one step: undoing it gives back exactly what was there. */
export function replaceDesign(label: string, design: Design): void {
  const state = documentStore.getState();
  const revision = ++lastRevision;
  const entry: HistoryEntry = {
    label,
    patches: [{ op: 'replace', path: [], value: design }],
    inverse: [{ op: 'replace', path: [], value: state.design }],
    before: state.revision,
    after: revision,
    mergeKey: null,
  };
  const history = [...state.history.slice(0, state.position), entry];
  documentStore.setState({ design, revision, history, position: history.length });
}

/** No state of the design is in its file any more. */
export function markUnsaved(): void {
  documentStore.setState({ savedRevision: NOT_SAVED });
}

/** Ends a run of merged edits: the next one is a step of its own. */
export function endMerge(): void {
  const { history, position } = documentStore.getState();
  const last = history[position - 1];
  if (!last || last.mergeKey === null) return;
  documentStore.setState({ history: history.with(position - 1, { ...last, mergeKey: null }) });
}

/** Takes back the last step where it has this merge key, as if it had never been: what was typed is dropped. */
export function takeBack(mergeKey: string): void {
  const { design, history, position } = documentStore.getState();
  const entry = history[position - 1];
  if (entry?.mergeKey !== mergeKey) return;
  documentStore.setState({
    design: applyPatches(design, entry.inverse),
    revision: entry.before,
    history: history.slice(0, position - 1),
    position: position - 1,
  });
}

export function undo(): void {
  const { design, history, position } = documentStore.getState();
  const entry = history[position - 1];
  if (!entry) return;
  documentStore.setState({
    design: applyPatches(design, entry.inverse),
    revision: entry.before,
    position: position - 1,
  });
}

export function redo(): void {
  const { design, history, position } = documentStore.getState();
  const entry = history[position];
  if (!entry) return;
  documentStore.setState({
    design: applyPatches(design, entry.patches),
    revision: entry.after,
    position: position + 1,
  });
}

/** To be told the revision that was written, since edits may have come meanwhile. */
export function markSaved(revision: number, file: FileState): void {
  documentStore.setState({ savedRevision: revision, file });
}

export function isDirty(state: DocumentState): boolean {
  return state.revision !== state.savedRevision;
}

export function undoLabel(state: DocumentState): string | null {
  return state.history[state.position - 1]?.label ?? null;
}

export function redoLabel(state: DocumentState): string | null {
  return state.history[state.position]?.label ?? null;
}

/** Draws again only when what was selected changes. */
export function useDocument<T>(selector: (state: DocumentState) => T): T {
  return useStore(documentStore, selector);
}
