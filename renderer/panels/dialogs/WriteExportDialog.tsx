// The question before an export is written into a folder with a person's work in it: each such file is kept unless told.
import { useState } from 'react';
import { closeDialog } from '../../state/panels.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';
import { Segmented } from '../../theme/Segmented.tsx';
import type { Compared } from '../exports/comparison.ts';
import type { Answers } from '../exports/save-export.ts';

interface WriteExportDialogProps {
  readonly folder: string;
  readonly theirs: readonly Compared[];
  readonly gone: readonly Compared[];
  readonly then: (answers: Answers) => void;
}

type Choice = 'keep' | 'overwrite';

function Theirs({ file, choice, onChoose }: { file: Compared; choice: Choice; onChoose: (choice: Choice) => void }) {
  // What cannot be read cannot be replaced either: a folder, a device, a link to nowhere.
  const isFixed = file.hash === null;
  const choices = [
    { value: 'keep' as const, label: t('exports.keep') },
    { value: 'overwrite' as const, label: t('exports.overwrite') },
  ];
  return (
    <li className="write-export-file">
      <span className="write-export-name">
        {file.path}
        <span className="write-export-why">
          {t(isFixed ? 'exports.stateNotes.notFile' : `exports.stateNotes.${file.state}`)}
        </span>
      </span>
      <Segmented
        label={t('exports.whatOf', { what: file.path })}
        value={choice}
        choices={isFixed ? choices.slice(0, 1) : choices}
        onChoose={onChoose}
      />
    </li>
  );
}

export function WriteExportDialog({ folder, theirs, gone, then }: WriteExportDialogProps) {
  const [replaced, setReplaced] = useState<ReadonlySet<Compared>>(new Set());
  const [removed, setRemoved] = useState<ReadonlySet<Compared>>(new Set());
  const write = (): void => {
    closeDialog();
    then({ replaced: [...replaced], removed: [...removed] });
  };
  return (
    <Dialog
      title={t('exports.writeTitle', { folder })}
      text={t(theirs.length > 0 ? 'exports.writeText' : 'exports.writeGoneText')}
      wide
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>{t('dialogs.cancel')}</Button>
          <Button look="filled" onClick={write} autoFocus>
            {t('exports.write')}
          </Button>
        </>
      }
    >
      {theirs.length > 0 && (
        <section aria-label={t('exports.theirs')}>
          <h3 className="write-export-title">{t('exports.theirs')}</h3>
          <ul className="write-export-files">
            {theirs.map((file) => (
              <Theirs
                key={file.path}
                file={file}
                choice={replaced.has(file) ? 'overwrite' : 'keep'}
                onChoose={(choice) => setReplaced(withOrWithout(replaced, file, choice === 'overwrite'))}
              />
            ))}
          </ul>
        </section>
      )}
      {gone.length > 0 && (
        <section aria-label={t('exports.leftOver')}>
          <h3 className="write-export-title">{t('exports.leftOver')}</h3>
          <ul className="write-export-files">
            {gone.map((file) => (
              <li key={file.path}>
                <label className="write-export-file">
                  <input
                    type="checkbox"
                    checked={removed.has(file)}
                    onChange={(event) => setRemoved(withOrWithout(removed, file, event.target.checked))}
                  />
                  <span className="write-export-name">{t('exports.remove', { what: file.path })}</span>
                </label>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function withOrWithout(set: ReadonlySet<Compared>, file: Compared, isIn: boolean): ReadonlySet<Compared> {
  const next = new Set(set);
  if (isIn) next.add(file);
  else next.delete(file);
  return next;
}
