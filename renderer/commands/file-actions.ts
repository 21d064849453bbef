// Opening and saving: what the File commands do, over the host. Whatever fails leaves the open design as it was.
import { idFrom } from '../../src/model/edit.ts';
import { readDesign } from '../../src/model/read.ts';
import { writeDesign } from '../../src/model/write.ts';
import type { Design } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import { documentStore, type FileState } from '../state/document.ts';
import { closeDialog, notify, openDialog } from '../state/panels.ts';
import { sessionStore } from '../state/session.ts';
import { markTabSaved, openTab, showDesign, tabOfFile } from '../state/tabs.ts';
import { host } from '../host.ts';
import { start } from './defects.ts';

export const UNSAVED_FILE: FileState = { path: null, hash: null, readOnly: false };
const EMPTY_DESIGN: Design = { spandrel: 1, name: 'Untitled', components: [] };
/** What a yes to the question about overwriting answers. */
const ASKABLE = new Set(['file-exists', 'file-changed']);

/** Reads a text and opens it in a tab; an unreadable one is explained instead. */
export function openText(text: string, file: FileState, label: string): boolean {
  const outcome = readDesign(text);
  if (outcome.ok) openTab(outcome.value, file);
  else openDialog({ kind: 'problem', title: `${label} cannot be opened`, findings: outcome.findings });
  return outcome.ok;
}

export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function explain(path: string, findings: readonly Finding[]): void {
  openDialog({ kind: 'problem', title: `${baseName(path)} cannot be opened`, findings });
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
  readonly then: () => void;
}

async function write(wanted: Wanted): Promise<void> {
  const { path, expectedHash, overwrite, then } = wanted;
  const { design, revision, documentId } = documentStore.getState();
  const outcome = await host.call('files.write', { path, text: writeDesign(design), expectedHash, overwrite });
  if (outcome.ok) {
    markTabSaved(documentId, revision, { path: outcome.value.path, hash: outcome.value.hash, readOnly: false });
    notify('info', `Saved as ${baseName(outcome.value.path)}`);
    then();
    return;
  }
  const [first] = outcome.findings;
  if (first && !overwrite && outcome.findings.every(({ rule }) => ASKABLE.has(rule))) {
    const { message, mend } = first;
    openDialog({ kind: 'overwrite', message, mend, then: () => start(() => write({ ...wanted, overwrite: true })) });
  } else {
    openDialog({ kind: 'problem', title: `${baseName(path)} cannot be saved`, findings: outcome.findings });
  }
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
    notify('error', 'Nothing can be saved here', 'Spandrel was started with --read-only; start it without to save');
    return;
  }
  // The system's own dialog has asked about overwriting already.
  const overwrite = sessionStore.getState().fileDialogs === 'native';
  choose('save', suggestedName(), (path) => write({ path: withEnding(path), expectedHash: null, overwrite, then }));
}

/** Saves where the design came from; asks where it has no place yet, or may not be written there. */
export function save(then: () => void = () => undefined): void {
  const { path, hash, readOnly } = documentStore.getState().file;
  if (path === null || readOnly || sessionStore.getState().readOnly) saveAs(then);
  else start(() => write({ path, expectedHash: hash, overwrite: false, then }));
}

export function newFromTemplate(id: string): void {
  start(async () => {
    const outcome = await host.call('templates.read', { id });
    if (!outcome.ok)
      openDialog({ kind: 'problem', title: 'The template cannot be opened', findings: outcome.findings });
    else {
      closeDialog();
      openText(outcome.value.text, UNSAVED_FILE, 'The template');
    }
  });
}

export function newEmpty(): void {
  openTab(EMPTY_DESIGN, UNSAVED_FILE);
}
