// The questions before something would be lost: unsaved changes, and a file that is not as it was.
import { keepMine, save, saveAs } from '../../commands/file-actions.ts';
import { compareWithTheirs, takeTheirs } from '../../recovery/conflict-actions.ts';
import { whatHappened } from '../../recovery/what-happened.ts';
import { useConflict } from '../../state/conflicts.ts';
import { documentStore } from '../../state/document.ts';
import { closeDialog } from '../../state/panels.ts';
import { said, t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';

/** Closes the question first: what follows may ask the next one. */
function andThen(action: () => void): () => void {
  return () => {
    closeDialog();
    action();
  };
}

export function UnsavedDialog({ then }: { readonly then: () => void }) {
  const { name } = documentStore.getState().design;
  return (
    <Dialog
      title={t('dialogs.saveChanges')}
      text={t('dialogs.notSaved', { name })}
      onClose={closeDialog}
      foot={
        <>
          <Button look="danger" onClick={andThen(then)}>
            {t('dialogs.discard')}
          </Button>
          <span className="dialog-gap" />
          <Button onClick={closeDialog}>{t('dialogs.cancel')}</Button>
          <Button look="filled" onClick={andThen(() => save(then))} autoFocus>
            {t('dialogs.save')}
          </Button>
        </>
      }
    />
  );
}

interface OverwriteProps {
  readonly message: string;
  readonly mend: string;
  readonly then: () => void;
}

function sentence(text: string): string {
  const phrase = said(text);
  const capital = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.?]$/.test(capital) ? capital : `${capital}.`;
}

export function OverwriteDialog({ message, mend, then }: OverwriteProps) {
  return (
    <Dialog
      title={t('dialogs.replaceFile')}
      text={sentence(message)}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog} autoFocus>
            {t('dialogs.cancel')}
          </Button>
          <Button look="danger" onClick={andThen(then)}>
            {t('dialogs.replace')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{sentence(mend)}</p>
    </Dialog>
  );
}

/** The same question while saving, where the file is not the one that was opened: whose version stays. */
export function ConflictDialog() {
  const conflict = useConflict();
  const isReadable = Boolean(conflict?.theirs?.design);
  const isThere = Boolean(conflict?.theirs);
  return (
    <Dialog
      title={t('files.replaceTitle')}
      text={conflict ? sentence(whatHappened(conflict)) : ''}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog} autoFocus>
            {t('files.cancel')}
          </Button>
          <span className="dialog-gap" />
          {isReadable && <Button onClick={andThen(compareWithTheirs)}>{t('files.compare')}</Button>}
          {isReadable && <Button onClick={andThen(takeTheirs)}>{t('files.takeTheirs')}</Button>}
          {!isThere && <Button onClick={andThen(() => saveAs())}>{t('files.saveAs')}</Button>}
          <Button look="filled" onClick={andThen(() => keepMine())}>
            {t(isThere ? 'files.keepMine' : 'files.saveAgain')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{isReadable ? t('files.conflictText') : t('files.removedMore')}</p>
      {isThere && <p className="dialog-text">{t('files.changedMore')}</p>}
    </Dialog>
  );
}
