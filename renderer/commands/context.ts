// What a command may use, over the stores and the host of this window.
import type { CommandContext } from '../../src/commands/command.ts';
import { addComponentOfKind, addGroupInSight, addNoteInSight } from '../canvas/placing.ts';
import { alignSelection, distributeSelection, giveSameSize, nudgeSelection } from '../canvas/aligning.ts';
import { arrange, arrangeSelection } from '../canvas/arranging.ts';
import { copySelection, cutSelection, pasteClipboard } from '../canvas/clipboard.ts';
import { selectFocused, walk } from '../canvas/keyboard.ts';
import { askWhatToAddBeside } from '../canvas/quick-add.ts';
import { canvasActions } from '../canvas/actions.ts';
import { canvasStore } from '../state/canvas.ts';
import { documentStore, edit, isDirty, redo, undo } from '../state/document.ts';
import { gestureStore } from '../state/gesture.ts';
import { saveReport } from '../panels/results/saving/save.ts';
import { openDialog, panelsStore, showTab, togglePanel, toggleSimulateOnEdit } from '../state/panels.ts';
import { resultsStore, shownRun, togglePin, type Run } from '../state/results.ts';
import { select, selectionStore } from '../state/selection.ts';
import { sessionStore } from '../state/session.ts';
import { moveTab, reopenClosed, showNeighbour, tabsStore } from '../state/tabs.ts';
import { start } from './defects.ts';
import { compareWithFile, newEmpty, newFromTemplate, openFile, save, saveAs } from './file-actions.ts';
import { openRecent } from './recent-files.ts';
import { said, t } from '../texts.ts';
import { replayShownRun, runSimulation, stopSimulation } from './simulation-actions.ts';
import { closeDesign, closeOthers } from './tab-actions.ts';
import { startTour } from './tour.ts';
import { goToComponent, openAnotherWindow } from './window-actions.ts';

function withShownRun(then: (run: Run) => void): void {
  const run = shownRun(resultsStore.getState());
  if (run) then(run);
}

const actions: Pick<
  CommandContext,
  | 'edit'
  | 'undo'
  | 'redo'
  | 'select'
  | 'view'
  | 'arrange'
  | 'canvas'
  | 'clipboard'
  | 'file'
  | 'window'
  | 'simulation'
  | 'exports'
  | 'results'
> = {
  edit: (label, recipe) => edit(said(label), recipe),
  undo,
  redo,
  select,
  view: {
    showTab,
    togglePanel,
    fit: () => canvasStore.getState().viewport?.fit(),
    zoom: (direction) => canvasStore.getState().viewport?.zoom(direction),
    openPalette: () => openDialog({ kind: 'commands' }),
    openTemplates: () => openDialog({ kind: 'templates' }),
    openHelp: () => openDialog({ kind: 'help' }),
    openSettings: () => openDialog({ kind: 'settings' }),
    startTour: () => start(startTour),
    goTo: goToComponent,
    rename: (componentId) => canvasStore.setState({ renaming: componentId }),
    connectFrom: (from) => openDialog({ kind: 'connect', from }),
    openTimeline: () => openDialog({ kind: 'timeline' }),
    compareScenarios: () => openDialog({ kind: 'compare-scenarios' }),
    addComponent: (kind) => addComponentOfKind(kind),
  },
  arrange: () => start(arrange),
  canvas: {
    ...canvasActions,
    arrangeSelection: () => start(arrangeSelection),
    align: alignSelection,
    distribute: distributeSelection,
    sameSize: giveSameSize,
    nudge: nudgeSelection,
    walk,
    selectFocused,
    toggleLasso: () => gestureStore.setState(({ isLasso }) => ({ isLasso: !isLasso })),
    addConnected: askWhatToAddBeside,
    addNote: addNoteInSight,
    addGroup: addGroupInSight,
    editNote: (editingNote) => gestureStore.setState({ editingNote }),
  },
  clipboard: { copy: copySelection, cut: cutSelection, paste: pasteClipboard },
  file: {
    open: openFile,
    save: () => save(),
    saveAs: () => saveAs(),
    newFromTemplate,
    versions: () => openDialog({ kind: 'versions' }),
    compare: compareWithFile,
    recovered: () => openDialog({ kind: 'recovered' }),
    newEmpty,
    close: closeDesign,
    openRecent,
  },
  window: { open: () => start(openAnotherWindow) },
  simulation: { run: runSimulation, stop: stopSimulation, replay: replayShownRun, toggleOnEdit: toggleSimulateOnEdit },
  exports: {
    show: (exportFormat) => {
      panelsStore.setState({ exportFormat });
      showTab('export');
    },
  },
  results: {
    saveFigures: () => openDialog({ kind: 'figures' }),
    saveReport: () => withShownRun((run) => saveReport(run, t('results.report'))),
    pin: () => withShownRun(({ id }) => togglePin(id)),
  },
};

function tabsContext(): CommandContext['tabs'] {
  const { tabs, activeId, closed } = tabsStore.getState();
  return {
    count: tabs.length,
    canReopen: closed.length > 0,
    show: showNeighbour,
    closeOthers: () => activeId !== null && closeOthers(activeId),
    reopen: reopenClosed,
    move: (step) => {
      const index = tabs.findIndex(({ id }) => id === activeId);
      if (activeId !== null) moveTab(activeId, Math.min(Math.max(index + step, 0), tabs.length - 1));
    },
  };
}

/** The state of the window now; to be asked anew for each command. */
export function commandContext(): CommandContext {
  const state = documentStore.getState();
  return {
    ...actions,
    design: state.design,
    selection: selectionStore.getState(),
    dirty: isDirty(state),
    canUndo: state.position > 0,
    canRedo: state.position < state.history.length,
    running: resultsStore.getState().underWay !== null,
    hasResult: shownRun(resultsStore.getState()) !== null,
    readOnly: sessionStore.getState().readOnly,
    tabs: tabsContext(),
  };
}
