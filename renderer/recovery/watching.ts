// What another program does to the file of the open design: taken over at once where nothing here is unsaved, which is
// one undo away; otherwise told, with the choice whose version stays.
import { readDesign } from '../../src/model/read.ts';
import type { EventData } from '../../src/ipc/contract.ts';
import { conflictOf, setConflict, type FileStanding, type Theirs } from '../state/conflicts.ts';
import { documentStore, isDirty, markUnsaved, type DocumentState } from '../state/document.ts';
import { notify } from '../state/panels.ts';
import { t } from '../texts.ts';
import { host } from '../host.ts';
import { start } from '../commands/defects.ts';
import { adopt } from './conflict-actions.ts';
import { baseName } from './names.ts';

/** What the host said last of each file. */
const standings = new Map<string, EventData<'file.changed'>['standing']>();

async function readTheirs(path: string): Promise<Theirs | null> {
  const read = await host.call('files.read', { path });
  if (!read.ok) return null;
  const { text, hash, readOnly } = read.value;
  const design = readDesign(text);
  return { text, hash, readOnly, design: design.ok ? design.value : null };
}

/** Reads what stands there now and remembers it as a conflict of this document, unless it is what the window knows. */
export async function learnConflict({ documentId, file }: DocumentState, standing: FileStanding): Promise<void> {
  if (file.path === null) return;
  const theirs = standing === 'changed' ? await readTheirs(file.path) : null;
  setConflict(documentId, theirs?.hash === file.hash ? null : { path: file.path, standing, theirs });
}

async function settle(): Promise<void> {
  const state = documentStore.getState();
  const { documentId, file } = state;
  const standing = file.path === null ? undefined : standings.get(file.path);
  if (file.path === null || standing === undefined || standing === 'same') {
    setConflict(documentId, null);
    return;
  }
  await learnConflict(state, standing);
  const theirs = conflictOf(documentId)?.theirs;
  const now = documentStore.getState();
  if (now.documentId !== documentId || now.file !== file) return;
  if (standing !== 'changed') {
    // What is open is the only copy left.
    if (!isDirty(now)) markUnsaved();
  } else if (theirs?.design && !isDirty(now)) {
    if (!(await adopt(theirs, t('files.stepReload')))) return;
    notify('info', t('files.reloaded', { name: baseName(file.path) }), t('files.reloadedMore'));
  }
}

function lookAfter({ file }: DocumentState): void {
  const files = file.path === null || file.hash === null ? [] : [{ path: file.path, hash: file.hash }];
  host.call('files.watch', { files }).catch(() => undefined);
}

/** Once, at the start of the window. */
export function watchFiles(): void {
  host.on('file.changed', ({ path, standing }) => {
    standings.set(path, standing);
    start(settle);
  });
  documentStore.subscribe((state, before) => {
    if (state.file.path === before.file.path && state.file.hash === before.file.hash) return;
    // Another file, or another state of it that the window knows: what was said before is of no use.
    if (state.file.path !== null) standings.delete(state.file.path);
    setConflict(state.documentId, null);
    lookAfter(state);
  });
  window.addEventListener('focus', () => lookAfter(documentStore.getState()));
}
