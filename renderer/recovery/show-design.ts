// A design takes the place of what is open, and with it goes what belonged to the one before.
import type { Design } from '../../src/model/design.ts';
import { canvasStore } from '../state/canvas.ts';
import { endComparison } from '../state/comparison.ts';
import { documentStore, load, type FileState } from '../state/document.ts';
import { panelsStore } from '../state/panels.ts';
import { forgetRuns } from '../state/results.ts';
import { select } from '../state/selection.ts';
import { forgetUnsaved } from './autosave.ts';

/** Whoever calls it has asked about unsaved work: what is still unsaved of the design before is given up. */
export function showDesign(design: Design, file: FileState, documentId?: string): void {
  forgetUnsaved(documentStore.getState().documentId);
  canvasStore.setState({ fallback: null, drag: null, renaming: null });
  panelsStore.setState({ scenarioId: null });
  select({});
  forgetRuns();
  endComparison();
  load(design, file, documentId);
}
