// Why something could not be opened or saved: what, where, and how to mend it. What was open stays as it was.
import type { Finding } from '../../../src/model/finding.ts';
import { closeDialog } from '../../state/panels.ts';
import { Button } from '../../theme/Button.tsx';
import { t } from '../../texts.ts';
import { Dialog } from '../../theme/Dialog.tsx';

/** As many as can be read; the rest follows from these more often than not. */
const SHOWN = 8;

function placeOf({ position, path }: Finding): string {
  if (position) return t('dialogs.place', { line: position.line, column: position.column });
  return path === '' ? '' : path;
}

export function ProblemDialog({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  const more = findings.length - SHOWN;
  return (
    <Dialog
      title={title}
      text={t('dialogs.staysAsItIs')}
      onClose={closeDialog}
      foot={
        <Button look="filled" onClick={closeDialog} autoFocus>
          {t('dialogs.close')}
        </Button>
      }
    >
      <ul className="problem-list">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.path} ${finding.rule} ${finding.message}`} className="problem">
            {placeOf(finding) !== '' && <p className="problem-place">{placeOf(finding)}</p>}
            <p className="problem-message">{finding.message}</p>
            <p className="problem-mend">{finding.mend}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="dialog-text">{t('dialogs.more', { count: more })}</p>}
    </Dialog>
  );
}
