// Unsaved work takes the place of its own file, where a tab shows that as it was read; else it gets a tab of its own.
import type { Design } from '../../src/model/design.ts';
import { isDirty, type FileState } from '../state/document.ts';
import { closeTab, documentOf, openTab, showDesign, tabOfFile } from '../state/tabs.ts';

export function openInPlace(design: Design, file: FileState, documentId: string): void {
  const same = file.path === null ? null : tabOfFile(file.path);
  openTab(design, file, documentId);
  if (same === null || same.id === documentId) return;
  const { history } = documentOf(same);
  if (isDirty(documentOf(same)) || history.length > 0) return;
  closeTab(same.id);
  showDesign(documentId);
}
