// Opening and saving: what the File commands do, over the host. Whatever fails leaves the open design as it was.
import { idFrom } from '../../src/model/edit.ts';
import { readDesign } from '../../src/model/read.ts';
import { writeDesign } from '../../src/model/write.ts';
import type { Design } from '../../src/model/design.ts';
import { compareWith } from '../state/comparison.ts';
import { conflictOf, setConflict } from '../state/conflicts.ts';
import type { Finding } from '../../src/model/finding.ts';
import { documentStore, undoLabel, type DocumentState, type FileState } from '../state/document.ts';
import { closeDialog, notify, openDialog } from '../state/panels.ts';
import { sessionStore } from '../state/session.ts';
import { markTabSaved, openTab, showDesign, tabOfFile } from '../state/tabs.ts';
import { baseName } from '../recovery/names.ts';
import { learnConflict } from '../recovery/watching.ts';
import { t } from '../texts.ts';
import { host } from '../host.ts';
import { start } from './defects.ts';

export const UNSAVED_FILE: FileState = { path: null, hash: null, readOnly: false };
function emptyDesign(): Design {
  return { spandrel: 1, name: t('canvas.untitled'), components: [] };
}

/** Reads a text and opens it in a tab; an unreadable one is explained instead. */
export function openText(text: string, file: FileState, label: string): boolean {
  const outcome = readDesign(text);
  if (outcome.ok) openTab(outcome.value, file);
  else openDialog({ kind: 'problem', title: t('files.cannotOpen', { name: label }), findings: outcome.findings });
  return outcome.ok;
}

function explain(path: string, findings: readonly Finding[]): void {
  openDialog({ kind: 'problem', title: t('files.cannotOpen', { name: baseName(path) }), findings });
}

/** A file that is open already is shown, not opened twice. */
export async function openPath(path: string, onProblem = explain): Promise<void> {
  const open = tabOfFile(path);
  if (open) {
    showDesign(open.id);
    return;
  }
  const outcome = await host.call('files.read', { path });
  if (!outcome.ok) {
    onProblem(path, outcome.findings);
    return;
  }
  const { text, hash, readOnly } = outcome.value;
  // The same file under another name, or asked for twice at once.
  const same = tabOfFile(outcome.value.path);
  if (same) {
    showDesign(same.id);
    return;
  }
  openText(text, { path: outcome.value.path, hash, readOnly }, baseName(path));
}

/** Asks for a place: by the host's own dialog where it has one, else by the window's. */
function choose(purpose: 'open' | 'save', suggestedName: string, then: (path: string) => Promise<void>): void {
  if (sessionStore.getState().fileDialogs === 'own') {
    openDialog({ kind: 'file', purpose, suggestedName, then: (path) => start(() => then(path)) });
    return;
  }
  start(async () => {
    const { path } = await host.call('files.choose', { purpose, suggestedName });
    if (path !== null) await then(path);
  });
}

export function openFile(): void {
  choose('open', '', (path) => openPath(path));
}

/** A file that was handed to the app from outside. */
export function openGiven(path: string): void {
  start(() => openPath(path));
}

interface Wanted {
  readonly path: string;
  readonly expectedHash: string | null;
  readonly overwrite: boolean;
  readonly keepsReplaced?: boolean;
  readonly then: () => void;
}

async function write(wanted: Wanted): Promise<void> {
  const { path, expectedHash, overwrite, keepsReplaced = false, then } = wanted;
  const state = documentStore.getState();
  const { documentId, design, revision } = state;
  const outcome = await host.call('files.write', {
    path,
    text: writeDesign(design),
    expectedHash,
    overwrite,
    label: (undoLabel(state) ?? '').slice(0, 500),
    ...(keepsReplaced && { keepsReplaced }),
  });
  if (outcome.ok) {
    const file = { path: outcome.value.path, hash: outcome.value.hash, readOnly: false };
    markTabSaved(documentId, revision, file);
    setConflict(documentId, null);
    notify('info', t('files.saved', { name: baseName(file.path) }));
    then();
    return;
  }
  const [first] = outcome.findings;
  if (first?.rule === 'file-changed' && path === state.file.path && (await askWhose(state))) return;
  if (first?.rule === 'file-exists' && !overwrite) {
    const { message, mend } = first;
    openDialog({ kind: 'overwrite', message, mend, then: () => start(() => write({ ...wanted, overwrite: true })) });
  } else {
    const title = t('files.cannotSave', { name: baseName(path) });
    openDialog({ kind: 'problem', title, findings: outcome.findings, saveElsewhere: true });
  }
}

/** The file is not the one that was opened: it says something else, or is gone. False where it is the same again. */
async function askWhose(state: DocumentState): Promise<boolean> {
  await learnConflict(state, 'changed');
  const conflict = conflictOf(state.documentId);
  if (!conflict) return false;
  if (!conflict.theirs) await learnConflict(state, 'removed');
  openDialog({ kind: 'conflict' });
  return true;
}

/** Writes over what another program has put there, which becomes a version, or again where it was removed. */
export function keepMine(then: () => void = () => undefined): void {
  const conflict = conflictOf(documentStore.getState().documentId);
  if (!conflict) return;
  const { path, theirs } = conflict;
  start(() => write({ path, expectedHash: theirs?.hash ?? null, overwrite: false, keepsReplaced: true, then }));
}

function suggestedName(): string {
  const { design, file } = documentStore.getState();
  return file.path === null ? `${idFrom(design.name)}.spandrel.json` : baseName(file.path);
}

function withEnding(path: string): string {
  return baseName(path).includes('.') ? path : `${path}.spandrel.json`;
}

export function saveAs(then: () => void = () => undefined): void {
  if (sessionStore.getState().readOnly) {
    notify('error', t('files.readOnlyHost'), t('files.readOnlyHostMend'));
    return;
  }
  // The system's own dialog has asked about overwriting already.
  const overwrite = sessionStore.getState().fileDialogs === 'native';
  choose('save', suggestedName(), (path) => write({ path: withEnding(path), expectedHash: null, overwrite, then }));
}

/** Saves where the design came from; asks where it has no place yet, or may not be written there. */
export function save(then: () => void = () => undefined): void {
  const { path, hash, readOnly } = documentStore.getState().file;
  if (path === null || sessionStore.getState().readOnly) saveAs(then);
  else if (readOnly) {
    notify('info', t('files.readOnly', { name: baseName(path) }), t('files.readOnlyMend'));
    saveAs(then);
  } else start(() => write({ path, expectedHash: hash, overwrite: false, then }));
}

export function newFromTemplate(id: string): void {
  start(async () => {
    const outcome = await host.call('templates.read', { id });
    if (!outcome.ok) explain(t('files.template'), outcome.findings);
    else {
      closeDialog();
      openText(outcome.value.text, UNSAVED_FILE, t('files.template'));
    }
  });
}

export function newEmpty(): void {
  openTab(emptyDesign(), UNSAVED_FILE);
}

/** Shows on the canvas what is different from the design in another file; nothing is opened. */
export function compareWithFile(): void {
  choose('open', '', async (path) => {
    const read = await host.call('files.read', { path });
    const design = read.ok ? readDesign(read.value.text) : read;
    if (design.ok) compareWith(design.value, baseName(path));
    else {
      const title = t('files.cannotOpen', { name: baseName(path) });
      openDialog({ kind: 'problem', title, findings: design.findings });
    }
  });
}
