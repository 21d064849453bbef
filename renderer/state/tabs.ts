// The designs of the window, a tab each. The design of the tab that is shown lives in the stores; those of the others are
// parked as they were, with their history, results and view.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Design } from '../../src/model/design.ts';
import {
  documentStore,
  isDirty,
  load,
  markSaved,
  newDocumentId,
  restore,
  type DocumentState,
  type FileState,
} from './document.ts';
import { park, putBack, startFresh, takeSnapshot, unpark, type Snapshot } from './per-design.ts';

export interface Tab {
  /** The id of its document, for as long as it is open. */
  readonly id: string;
  /** Null while the tab is shown: then the document is in its store. */
  readonly document: DocumentState | null;
}

interface ClosedTab {
  readonly document: DocumentState;
  readonly snapshot: Snapshot;
  readonly index: number;
}

export interface TabsState {
  readonly tabs: readonly Tab[];
  /** Null while no design is open. */
  readonly activeId: string | null;
  /** What was closed and can be had again, the latest last. */
  readonly closed: readonly ClosedTab[];
}

const MOST_CLOSED = 10;

export const tabsStore = createStore<TabsState>(() => ({ tabs: [], activeId: null, closed: [] }));

function shown(id: string): Tab {
  return { id, document: null };
}

/** Parks what is shown, so that another design can take the stores. */
function parkShown(): void {
  const { tabs, activeId } = tabsStore.getState();
  if (activeId === null) return;
  park(activeId, takeSnapshot());
  const document = documentStore.getState();
  tabsStore.setState({ tabs: tabs.map((tab) => (tab.id === activeId ? { ...tab, document } : tab)), activeId: null });
}

/** The document comes last: who listens to it finds everything else in place. */
function bringBack(document: DocumentState, snapshot: Snapshot | null): void {
  if (snapshot) putBack(snapshot);
  else startFresh();
  restore(document);
}

/** A design that was opened and never touched gives way to the next one. */
export function givesWay({ file, history, savedRevision, revision }: DocumentState): boolean {
  return file.path === null && history.length === 0 && savedRevision === revision;
}

/** Opens a design in a tab of its own, beside the one that is shown, or in place of it where nobody has touched that. */
export function openTab(design: Design, file: FileState, documentId = newDocumentId()): void {
  const { tabs, activeId } = tabsStore.getState();
  const index = tabs.findIndex(({ id }) => id === activeId);
  const replaces = index >= 0 && givesWay(documentStore.getState());
  if (!replaces) parkShown();
  startFresh();
  const next = [...tabsStore.getState().tabs];
  if (replaces) next[index] = shown(documentId);
  else next.splice(index + 1, 0, shown(documentId));
  tabsStore.setState({ tabs: next, activeId: documentId });
  load(design, file, documentId);
}

export function showDesign(id: string): void {
  const { tabs, activeId } = tabsStore.getState();
  const document = tabs.find((tab) => tab.id === id)?.document;
  if (id === activeId || !document) return;
  parkShown();
  tabsStore.setState((state) => ({ tabs: state.tabs.map((tab) => (tab.id === id ? shown(id) : tab)), activeId: id }));
  bringBack(document, unpark(id));
}

/** The tab so many places further, round and round. */
export function showNeighbour(step: number): void {
  const { tabs, activeId } = tabsStore.getState();
  const index = tabs.findIndex(({ id }) => id === activeId);
  const next = tabs[(index + step + tabs.length) % tabs.length];
  if (next) showDesign(next.id);
}

/** Closes a tab as it is; its neighbour is shown. It can be had again with all that was in it. */
export function closeTab(id: string): void {
  const index = tabsStore.getState().tabs.findIndex((tab) => tab.id === id);
  if (index < 0) return;
  if (tabsStore.getState().activeId === id) parkShown();
  const { tabs, activeId, closed } = tabsStore.getState();
  const document = tabs[index]?.document;
  const snapshot = unpark(id);
  const left = tabs.filter((tab) => tab.id !== id);
  const keeps = document && snapshot && !givesWay(document);
  const nowClosed = keeps ? [...closed, { document, snapshot, index }].slice(-MOST_CLOSED) : closed;
  tabsStore.setState({ tabs: left, closed: nowClosed });
  if (activeId !== null) return;
  const next = left[Math.min(index, left.length - 1)];
  if (next) showDesign(next.id);
  else showNothing();
}

function showNothing(): void {
  startFresh();
  load({ spandrel: 1, name: 'Untitled', components: [] }, { path: null, hash: null, readOnly: false }, newDocumentId());
}

export function reopenClosed(): void {
  const last = tabsStore.getState().closed.at(-1);
  if (!last) return;
  parkShown();
  const { documentId } = last.document;
  tabsStore.setState(({ tabs, closed }) => ({
    tabs: tabs.toSpliced(last.index, 0, shown(documentId)),
    activeId: documentId,
    closed: closed.slice(0, -1),
  }));
  bringBack(last.document, last.snapshot);
}

/** To another place in the row. */
export function moveTab(id: string, to: number): void {
  const { tabs } = tabsStore.getState();
  const tab = tabs.find((candidate) => candidate.id === id);
  if (!tab) return;
  tabsStore.setState({ tabs: tabs.filter(({ id: other }) => other !== id).toSpliced(to, 0, tab) });
}

export function documentOf(tab: Tab): DocumentState {
  return tab.document ?? documentStore.getState();
}

export function tabOfFile(path: string): Tab | null {
  return tabsStore.getState().tabs.find((tab) => documentOf(tab).file.path === path) ?? null;
}

export function unsavedTabs(): readonly Tab[] {
  return tabsStore.getState().tabs.filter((tab) => isDirty(documentOf(tab)));
}

/** To be told what was written of a document, which may have been parked meanwhile, or gone. */
export function markTabSaved(documentId: string, revision: number, file: FileState): void {
  const saved = { savedRevision: revision, file };
  if (documentStore.getState().documentId === documentId) markSaved(revision, file);
  else
    tabsStore.setState(({ tabs }) => ({
      tabs: tabs.map((tab) =>
        tab.id === documentId && tab.document ? { ...tab, document: { ...tab.document, ...saved } } : tab,
      ),
    }));
}

/** A design that is begun where none was open, as by adding the first component, gets its tab. */
documentStore.subscribe(({ documentId, history }) => {
  if (tabsStore.getState().tabs.length === 0 && history.length > 0)
    tabsStore.setState({ tabs: [shown(documentId)], activeId: documentId });
});

export function useTabs<T>(selector: (state: TabsState) => T): T {
  return useStore(tabsStore, selector);
}
