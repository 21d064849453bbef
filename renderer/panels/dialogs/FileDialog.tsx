// The window's own file dialog, where the host has none: the folders and files that the host lets it see.
import { ChevronRight, File, Folder, FolderUp } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { reportDefect } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { closeDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import type { CallOutput } from '../../../src/ipc/contract.ts';
import type { Finding } from '../../../src/model/finding.ts';

type Purpose = 'open' | 'save' | 'folder';
type Entry = Extract<CallOutput<'files.list'>, { ok: true }>['value']['entries'][number];

interface FileDialogProps {
  readonly purpose: Purpose;
  readonly suggestedName: string;
  readonly then: (path: string) => void;
  /** On the button, where it is not what the purpose says. */
  readonly verb?: string | undefined;
}

const TITLES = { open: 'dialogs.open', save: 'dialogs.saveAs', folder: 'dialogs.chooseFolder' } as const;
const VERBS = { open: 'dialogs.open', save: 'dialogs.save', folder: 'dialogs.exportHere' } as const;

interface Listing {
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly problem: Finding | null;
}

function useListing(folder: string): Listing {
  const [listing, setListing] = useState<Listing>({ folder, entries: [], problem: null });
  useEffect(() => {
    let isGone = false;
    host
      .call('files.list', { folder })
      .then((outcome) => {
        if (isGone) return;
        if (outcome.ok) setListing({ ...outcome.value, problem: null });
        else setListing({ folder, entries: [], problem: outcome.findings[0] ?? null });
      })
      .catch((thrown: unknown) => void reportDefect(thrown));
    return () => {
      isGone = true;
    };
  }, [folder]);
  return listing;
}

function parentOf(folder: string): string {
  return folder.split('/').slice(0, -1).join('/');
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function EntryRow({ entry, isChosen, onChoose, onOpen }: EntryRowProps) {
  const isFolder = entry.kind === 'folder';
  const Icon = isFolder ? Folder : File;
  return (
    <li>
      <button
        type="button"
        className="files-entry"
        aria-pressed={isFolder ? undefined : isChosen}
        onClick={isFolder ? onOpen : onChoose}
        onDoubleClick={onOpen}
      >
        <Icon size={14} aria-hidden="true" />
        <span className="files-entry-name">{entry.name}</span>
        {isFolder && <ChevronRight size={14} aria-hidden="true" />}
      </button>
    </li>
  );
}

/** What is shown for each purpose: designs to open or save, folders only where a folder is wanted. */
function fitting(entries: readonly Entry[], purpose: Purpose): readonly Entry[] {
  return entries.filter(({ kind, name }) => kind === 'folder' || (purpose !== 'folder' && name.endsWith('.json')));
}

export function FileDialog({ purpose, suggestedName, then, verb }: FileDialogProps) {
  const [folder, setFolder] = useState('');
  const [name, setName] = useState(suggestedName);
  const listing = useListing(folder);
  const entries = fitting(listing.entries, purpose);
  const isReady = name.trim() !== '';

  const finish = (path: string): void => {
    closeDialog();
    then(path);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) finish(joined(listing.folder, name.trim()));
  };
  return (
    <Dialog title={t(TITLES[purpose])} onClose={closeDialog}>
      <form className="files" onSubmit={submit}>
        <div className="files-folder">
          <Button
            look="quiet"
            icon={FolderUp}
            disabled={listing.folder === ''}
            onClick={() => setFolder(parentOf(listing.folder))}
          >
            {t('dialogs.up')}
          </Button>
          <span className="files-where">{listing.folder === '' ? t('dialogs.topFolder') : listing.folder}</span>
        </div>
        <ul className="files-list" aria-label={t('dialogs.files')}>
          {entries.map((entry) => (
            <EntryRow
              key={entry.path}
              entry={entry}
              isChosen={entry.kind === 'file' && entry.name === name}
              onChoose={() => setName(entry.name)}
              onOpen={() => (entry.kind === 'folder' ? setFolder(entry.path) : finish(entry.path))}
            />
          ))}
          {entries.length === 0 && (
            <li className="files-none">{listing.problem ? listing.problem.message : t('dialogs.nothingHere')}</li>
          )}
        </ul>
        <label className="files-name">
          {purpose === 'folder' ? t('dialogs.folderName') : t('dialogs.fileName')}
          <input
            className="text-input"
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoFocus
            spellCheck={false}
          />
        </label>
        <div className="files-foot">
          <Button onClick={closeDialog}>{t('dialogs.cancel')}</Button>
          <Button look="filled" type="submit" disabled={!isReady}>
            {verb ?? t(VERBS[purpose])}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
