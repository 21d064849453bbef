// A version every few minutes of changes, besides those that saving makes.
import { writeDesign } from '../../src/model/write.ts';
import { documentStore, undoLabel } from '../state/document.ts';
import { sessionStore } from '../state/session.ts';
import { host } from '../host.ts';

const EVERY_MS = 5 * 60_000;

interface Kept {
  readonly documentId: string;
  readonly revision: number;
}

/** What was kept last, or opened: a version of the same would say nothing. */
let last: Kept | null = null;

async function keepVersion(): Promise<void> {
  const state = documentStore.getState();
  const { documentId, revision, design, file } = state;
  if (sessionStore.getState().readOnly) return;
  if (last?.documentId === documentId && last.revision === revision) return;
  last = { documentId, revision };
  const label = undoLabel(state) ?? '';
  // One that cannot be kept is tried again five minutes later; unsaved work is safe all the same.
  const kept = await host.call('versions.keep', { documentId, path: file.path, label, text: writeDesign(design) });
  if (!kept.ok) last = null;
}

/** Once, at the start of the window. */
export function startTimedVersions(): () => void {
  const unsubscribe = documentStore.subscribe((state, before) => {
    if (state.documentId !== before.documentId || state.savedRevision !== before.savedRevision)
      last = { documentId: state.documentId, revision: state.revision };
  });
  const timer = setInterval(() => void keepVersion().catch(() => undefined), EVERY_MS);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
