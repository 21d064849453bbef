// What a command may use, over the stores and the host of this window.
import type { CommandContext } from '../../src/commands/command.ts';
import { addComponentOfKind } from '../canvas/placing.ts';
import { arrange } from '../canvas/arranging.ts';
import { canvasActions } from '../canvas/actions.ts';
import { canvasStore } from '../state/canvas.ts';
import { documentStore, edit, isDirty, redo, undo } from '../state/document.ts';
import { openDialog, panelsStore, showTab, togglePanel } from '../state/panels.ts';
import { resultsStore, shownRun } from '../state/results.ts';
import { select, selectionStore } from '../state/selection.ts';
import { sessionStore } from '../state/session.ts';
import { start } from './defects.ts';
import { closeDesign, newFromTemplate, openFile, save, saveAs } from './file-actions.ts';
import { replayShownRun, runSimulation, stopSimulation } from './simulation-actions.ts';

const actions: Pick<
  CommandContext,
  'edit' | 'undo' | 'redo' | 'select' | 'view' | 'canvas' | 'arrange' | 'file' | 'simulation' | 'exports'
> = {
  edit,
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
    rename: (componentId) => canvasStore.setState({ renaming: componentId }),
    connectFrom: (from) => openDialog({ kind: 'connect', from }),
    addComponent: (kind) => addComponentOfKind(kind),
  },
  canvas: canvasActions,
  arrange: () => start(arrange),
  file: { open: openFile, save: () => save(), saveAs: () => saveAs(), newFromTemplate, close: closeDesign },
  simulation: { run: runSimulation, stop: stopSimulation, replay: replayShownRun },
  exports: {
    show: (exportFormat) => {
      panelsStore.setState({ exportFormat });
      showTab('export');
    },
  },
};

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
  };
}
