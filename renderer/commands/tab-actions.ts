// Closing tabs and the window: asks for each design whose changes are not saved, and ends the runs nobody can see any more.
import { forgetUnsaved } from '../recovery/autosave.ts';
import { documentStore, isDirty } from '../state/document.ts';
import { openDialog } from '../state/panels.ts';
import { parkedState, parkedStore } from '../state/per-design.ts';
import { resultsStore, runEnded } from '../state/results.ts';
import { closeTab, documentOf, showDesign, tabsStore, unsavedTabs, type Tab } from '../state/tabs.ts';
import { host } from '../host.ts';
import { start } from './defects.ts';

function endRunOf(id: string): void {
  const isShown = tabsStore.getState().activeId === id;
  const results = isShown ? resultsStore.getState() : parkedState(resultsStore, parkedStore.getState()[id]);
  const runId = results?.underWay?.id;
  if (runId === undefined) return;
  runEnded(runId);
  start(async () => void (await host.call('simulation.cancel', { runId })));
}

/** Whoever closes a tab has saved its design or given it up: it is not to come back at the next start. */
function closeNow(id: string): void {
  endRunOf(id);
  forgetUnsaved(id);
  closeTab(id);
}

function find(id: string): Tab | undefined {
  return tabsStore.getState().tabs.find((tab) => tab.id === id);
}

/** Asks first where work would be lost, with the design in sight. */
export function requestClose(id: string): void {
  const tab = find(id);
  if (!tab) return;
  if (!isDirty(documentOf(tab))) {
    closeNow(id);
    return;
  }
  showDesign(id);
  openDialog({ kind: 'unsaved', then: () => closeNow(id) });
}

export function closeDesign(): void {
  const { activeId } = tabsStore.getState();
  if (activeId !== null) requestClose(activeId);
}

/** One after the other; goes on where the last one stays. */
export function closeOthers(id: string): void {
  const other = tabsStore.getState().tabs.find((tab) => tab.id !== id && !isDirty(documentOf(tab)));
  if (other) {
    closeNow(other.id);
    closeOthers(id);
    return;
  }
  const unsaved = tabsStore.getState().tabs.find((tab) => tab.id !== id);
  if (!unsaved) {
    showDesign(id);
    return;
  }
  showDesign(unsaved.id);
  openDialog({
    kind: 'unsaved',
    then: () => {
      closeNow(unsaved.id);
      closeOthers(id);
    },
  });
}

/** Goes on once each design with unsaved changes was asked about. */
export function guardEveryTab(then: () => void, answered: readonly string[] = []): void {
  const next = unsavedTabs().find(({ id }) => !answered.includes(id));
  if (!next) {
    then();
    return;
  }
  showDesign(next.id);
  openDialog({ kind: 'unsaved', then: () => guardEveryTab(then, [...answered, documentStore.getState().documentId]) });
}
