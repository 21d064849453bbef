// The questions before something would be lost: unsaved changes, and a file that is not as it was.
import { save } from '../../commands/file-actions.ts';
import { documentStore } from '../../state/document.ts';
import { closeDialog } from '../../state/panels.ts';
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
      title="Save the changes?"
      text={`“${name}” has changes that are not saved yet. Without saving they are lost.`}
      onClose={closeDialog}
      foot={
        <>
          <Button look="danger" onClick={andThen(then)}>
            Discard
          </Button>
          <span className="dialog-gap" />
          <Button onClick={closeDialog}>Cancel</Button>
          <Button look="filled" onClick={andThen(() => save(then))} autoFocus>
            Save
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
      title="Replace the file?"
      text={sentence(message)}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog} autoFocus>
            Cancel
          </Button>
          <Button look="danger" onClick={andThen(then)}>
            Replace
          </Button>
        </>
      }
    >
      <p className="dialog-text">{sentence(mend)}</p>
    </Dialog>
  );
}
