// Unsaved work of a window that is gone, taken over at the start: that of the file to open, or else the newest, is opened
// at once; the others wait in a list.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readDesign } from '../../src/model/read.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { markUnsaved, replaceDesign, type FileState } from '../state/document.ts';
import { notify, openDialog } from '../state/panels.ts';
import { said, t } from '../texts.ts';
import { host } from '../host.ts';
import { openInPlace } from './open-in-place.ts';

export type LeftWork = CallOutput<'recovery.claim'>['works'][number];

/** What is left and not opened yet. */
const leftStore = createStore<{ readonly works: readonly LeftWork[] }>(() => ({ works: [] }));

export function useLeftWorks(): readonly LeftWork[] {
  return useStore(leftStore, (state) => state.works);
}

export function hasLeftWorks(): boolean {
  return leftStore.getState().works.length > 0;
}

function drop(work: LeftWork): void {
  leftStore.setState(({ works }) => ({ works: works.filter((one) => one.documentId !== work.documentId) }));
}

/** The design as it is in the file, where that is still the one that the work began with. */
async function fileBehind({ path, hash }: LeftWork): Promise<string | null> {
  if (path === null) return null;
  const read = await host.call('files.read', { path });
  return read.ok && read.value.hash === hash ? read.value.text : null;
}

/** Opens it as it was: with its place, unsaved, and where its file is as it was, one undo away from it. */
export async function restoreWork(work: LeftWork): Promise<boolean> {
  const { documentId, path, hash, readOnly, text } = work;
  const design = readDesign(text);
  if (!design.ok) {
    openDialog({
      kind: 'problem',
      title: t('recovery.cannotRestore', { title: work.title }),
      findings: design.findings,
    });
    return false;
  }
  const file: FileState = { path, hash, readOnly };
  const saved = await fileBehind(work);
  const before = saved === null ? null : readDesign(saved);
  if (before?.ok) {
    openInPlace(before.value, file, documentId);
    replaceDesign(t('recovery.step'), design.value);
  } else {
    openInPlace(design.value, file, documentId);
    markUnsaved();
  }
  drop(work);
  return true;
}

export function discardWork(work: LeftWork): void {
  drop(work);
  void host.call('recovery.forget', { documentId: work.documentId }).catch(() => undefined);
}

/** `asked` is the file that the window was told to open; null where it shows the example. */
export async function restoreLeftWork(asked: string | null): Promise<void> {
  const { works, notes } = await host.call('recovery.claim', {});
  leftStore.setState({ works });
  const [note] = notes;
  if (note) notify('error', said(note.message), said(note.mend));
  const chosen = asked === null ? works[0] : works.find(({ path }) => path === asked);
  const isRestored = chosen !== undefined && (await restoreWork(chosen));
  if (isRestored) notify('info', t('recovery.restored', { title: chosen.title }), t('recovery.restoredMore'));
  if (hasLeftWorks()) openDialog({ kind: 'recovered' });
}
