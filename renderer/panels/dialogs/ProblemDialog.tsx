// Why something could not be opened or saved: what, where, and how to mend it. What was open stays as it was.
import type { Finding } from '../../../src/model/finding.ts';
import { saveAs } from '../../commands/file-actions.ts';
import { closeDialog } from '../../state/panels.ts';
import { said, t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { Dialog } from '../../theme/Dialog.tsx';

/** As many as can be read; the rest follows from these more often than not. */
const SHOWN = 8;

function placeOf({ position, path }: Finding): string {
  if (position) return t('dialogs.place', { line: position.line, column: position.column });
  return path === '' ? '' : path;
}

interface ProblemProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly saveElsewhere: boolean;
}

function elsewhere(): void {
  closeDialog();
  saveAs();
}

export function ProblemDialog({ title, findings, saveElsewhere }: ProblemProps) {
  const more = findings.length - SHOWN;
  return (
    <Dialog
      title={title}
      text={t('dialogs.staysAsItIs')}
      onClose={closeDialog}
      foot={
        <>
          <Button look={saveElsewhere ? 'plain' : 'filled'} onClick={closeDialog} autoFocus={!saveElsewhere}>
            {t('dialogs.close')}
          </Button>
          {saveElsewhere && (
            <Button look="filled" onClick={elsewhere} autoFocus>
              {t('files.saveAs')}
            </Button>
          )}
        </>
      }
    >
      <ul className="problem-list">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.path} ${finding.rule} ${finding.message}`} className="problem">
            {placeOf(finding) !== '' && <p className="problem-place">{placeOf(finding)}</p>}
            <p className="problem-message">{said(finding.message)}</p>
            <p className="problem-mend">{said(finding.mend)}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="dialog-text">{t('dialogs.more', { count: more })}</p>}
    </Dialog>
  );
}
