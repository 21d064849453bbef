// Unsaved work goes to the host at once, which keeps it outside of the file: whatever happens to window, host or machine,
// all but the last moment is there at the next start.
import { writeDesign } from '../../src/model/write.ts';
import { documentStore, isDirty, type DocumentState } from '../state/document.ts';
import { notify } from '../state/panels.ts';
import { sessionStore } from '../state/session.ts';
import { t } from '../texts.ts';
import { host } from '../host.ts';

/** After the last edit, and at latest after the first: together with the disk well below a second. */
const QUIET_MS = 250;
const LATEST_MS = 500;

/** What is still to be sent, by document. */
const unsent = new Map<string, DocumentState>();
/** What the host has on its disk: the revision and the hash of the file it belongs to. */
const kept = new Map<string, string>();
let quiet: ReturnType<typeof setTimeout> | undefined;
let latest: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | null = null;
let hasFailed = false;

function markOf({ revision, file }: DocumentState): string {
  return `${revision} ${file.path ?? ''} ${file.hash ?? ''}`;
}

function schedule(): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => void flushAutosave(), QUIET_MS);
  latest ??= setTimeout(() => void flushAutosave(), LATEST_MS);
}

function follow(state: DocumentState, before: DocumentState): void {
  if (sessionStore.getState().readOnly) return;
  const { documentId } = state;
  const isSame = before.documentId === documentId && markOf(before) === markOf(state);
  if (isSame && before.savedRevision === state.savedRevision) return;
  if (!isDirty(state)) {
    forgetUnsaved(documentId);
  } else if (kept.get(documentId) !== markOf(state)) {
    unsent.set(documentId, state);
    schedule();
  } else unsent.delete(documentId);
}

async function send(state: DocumentState): Promise<void> {
  const { documentId, design, file } = state;
  const outcome = await host.call('recovery.keep', {
    documentId,
    title: design.name,
    ...file,
    text: writeDesign(design),
  });
  if (!outcome.ok) throw new Error(outcome.findings[0]?.message ?? '');
  kept.set(documentId, markOf(state));
  hasFailed = false;
}

async function sendAll(): Promise<void> {
  for (const state of [...unsent.values()]) {
    if (unsent.get(state.documentId) !== state) continue;
    unsent.delete(state.documentId);
    try {
      await send(state);
    } catch (thrown) {
      // Told once; it is tried again with the next edit, and when the window closes.
      if (!unsent.has(state.documentId)) unsent.set(state.documentId, state);
      if (!hasFailed) notify('error', t('recovery.cannotKeep'), thrown instanceof Error ? thrown.message : null);
      hasFailed = true;
      return;
    }
  }
}

/** Resolves once all that is unsaved is on the disk, or cannot be brought there. */
export async function flushAutosave(): Promise<void> {
  clearTimeout(quiet);
  clearTimeout(latest);
  latest = undefined;
  while (sending) await sending;
  sending = sendAll();
  await sending;
  sending = null;
}

/** Saved, or given up on purpose: nothing is to come back at the next start. */
export function forgetUnsaved(documentId: string): void {
  const wasUnsent = unsent.delete(documentId);
  const wasKept = kept.delete(documentId);
  if (wasUnsent || wasKept || sending) void host.call('recovery.forget', { documentId }).catch(() => undefined);
}

/** Whether something would be lost if the window went now. */
export function wouldLose(): boolean {
  const state = documentStore.getState();
  return unsent.size > 0 || sending !== null || (isDirty(state) && kept.get(state.documentId) !== markOf(state));
}

/** Once, at the start of the window. */
export function startAutosave(): void {
  documentStore.subscribe(follow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAutosave();
  });
}
