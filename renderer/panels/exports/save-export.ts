// Writing an export where the person says, with a question before anything of theirs would be replaced.
import type { ExportFile } from '../../../src/exporters/exporter.ts';
import type { CallInput } from '../../../src/ipc/contract.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { notify, openDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { compareAgain, compareWith, isTheirs, rememberFolder, type Compared } from './comparison.ts';

interface ExportToWrite {
  readonly title: string;
  readonly files: readonly ExportFile[];
  /** A folder is written by `writeFolder`. */
  readonly shape: 'single' | 'archive';
}

export interface FolderExport {
  readonly title: string;
  readonly format: string;
  readonly folder: string;
  readonly files: readonly ExportFile[];
}

/** What the person said of what stands in the way: the others are kept. */
export interface Answers {
  readonly replaced: readonly Compared[];
  readonly removed: readonly Compared[];
}

/** Rules of findings that a yes to "overwrite" answers. */
const ASKABLE = new Set(['file-exists', 'file-changed']);

export async function writeExport(target: string, wanted: ExportToWrite, overwrite: boolean): Promise<void> {
  const { files, shape, title } = wanted;
  const outcome = await host.call('files.writeExport', { target, files: [...files], shape, overwrite });
  if (outcome.ok) {
    const [only] = outcome.value.written;
    notify('info', t('exports.exported', { what: title }), only ?? target);
    return;
  }
  const [first] = outcome.findings;
  if (first && !overwrite && outcome.findings.every((finding) => ASKABLE.has(finding.rule))) {
    const { message, mend } = first;
    openDialog({ kind: 'overwrite', message, mend, then: () => start(() => writeExport(target, wanted, true)) });
  } else refuse(title, outcome.findings);
}

/** Asks about each file of a person's that stands in the way, and about what is left over; without any it just writes. */
export async function writeFolder(wanted: FolderExport): Promise<void> {
  const { byPath, findings } = await compareWith(wanted.folder, wanted.files);
  if (findings.length > 0) {
    refuse(wanted.title, findings);
    return;
  }
  rememberFolder(wanted.format, wanted.folder);
  const compared = [...byPath.values()];
  const theirs = compared.filter(isTheirs);
  const gone = compared.filter(({ state }) => state === 'gone');
  const write = (answers: Answers): void => start(() => writeAnswered(wanted, theirs, answers));
  if (theirs.length + gone.length === 0) write({ replaced: [], removed: [] });
  else openDialog({ kind: 'write-export', folder: wanted.folder, theirs, gone, then: write });
}

async function writeAnswered(
  { title, folder, files }: FolderExport,
  theirs: readonly Compared[],
  { replaced, removed }: Answers,
): Promise<void> {
  const kept = new Set(theirs.filter((file) => !replaced.includes(file)).map(({ path }) => path));
  const input: CallInput<'files.writeExport'> = {
    target: folder,
    files: files.filter(({ path }) => !kept.has(path)),
    shape: 'folder',
    overwrite: false,
    replaces: Object.fromEntries(replaced.flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash]]))),
    removes: removed.flatMap(({ path, hash }) => (hash === null ? [] : [{ path, hash }])),
  };
  const outcome = await host.call('files.writeExport', input);
  compareAgain();
  if (outcome.ok) notify('info', t('exports.exported', { what: title }), said(folder, outcome.value, kept.size));
  else refuse(title, outcome.findings);
}

/** "12 files in deploy, 1 kept, 2 removed" */
function said(folder: string, done: { written: readonly string[]; removed: readonly string[] }, kept: number): string {
  const parts = [t('exports.filesIn', { count: done.written.length, target: folder })];
  if (kept > 0) parts.push(t('exports.keptCount', { count: kept }));
  if (done.removed.length > 0) parts.push(t('exports.removedCount', { count: done.removed.length }));
  return parts.join(', ');
}

function refuse(title: string, findings: readonly Finding[]): void {
  openDialog({ kind: 'problem', title: t('exports.notExported', { what: title }), findings });
}
