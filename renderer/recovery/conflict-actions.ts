// The ways out of a conflict. Each keeps as a version what it replaces, before it replaces it.
import { writeDesign } from '../../src/model/write.ts';
import { compareWith } from '../state/comparison.ts';
import { conflictOf, setConflict, type Theirs } from '../state/conflicts.ts';
import { documentStore, markSaved, replaceDesign } from '../state/document.ts';
import { openDialog } from '../state/panels.ts';
import { t } from '../texts.ts';
import { host } from '../host.ts';
import { start } from '../commands/defects.ts';
import { baseName } from './names.ts';

/** Takes what stands in the file, as one step that can be undone; false where mine could not be kept first. */
export async function adopt(theirs: Theirs, label: string): Promise<boolean> {
  const { documentId, design, file } = documentStore.getState();
  if (!theirs.design || file.path === null) return false;
  const { path } = file;
  const kept = await host.call('versions.keep', {
    documentId,
    path,
    label: t('versions.mine'),
    text: writeDesign(design),
  });
  if (!kept.ok) {
    openDialog({ kind: 'problem', title: t('versions.cannotKeep'), findings: kept.findings });
    return false;
  }
  const now = documentStore.getState();
  if (now.documentId !== documentId || now.design !== design) return false;
  replaceDesign(label, theirs.design);
  markSaved(documentStore.getState().revision, { path, hash: theirs.hash, readOnly: theirs.readOnly });
  setConflict(documentId, null);
  return true;
}

export function takeTheirs(): void {
  const theirs = conflictOf(documentStore.getState().documentId)?.theirs;
  if (theirs) start(async () => void (await adopt(theirs, t('files.stepTheirs'))));
}

export function compareWithTheirs(): void {
  const conflict = conflictOf(documentStore.getState().documentId);
  if (conflict?.theirs?.design)
    compareWith(conflict.theirs.design, t('files.onDisk', { name: baseName(conflict.path) }));
}
