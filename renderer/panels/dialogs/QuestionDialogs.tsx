// The questions before something would be lost: unsaved changes, and a file that is not as it was.
import { save } from '../../commands/file-actions.ts';
import { documentStore } from '../../state/document.ts';
import { closeDialog } from '../../state/panels.ts';
import { Button } from '../../theme/Button.tsx';
import { t } from '../../texts.ts';
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
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
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
