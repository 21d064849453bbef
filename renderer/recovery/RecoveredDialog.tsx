// The unsaved work of other designs, left by windows that are gone; it stays until it is opened or discarded.
import { start } from '../commands/defects.ts';
import { closeDialog } from '../state/panels.ts';
import { t } from '../texts.ts';
import { Button } from '../theme/Button.tsx';
import { Dialog } from '../theme/Dialog.tsx';
import { showMoment } from './moment.ts';
import { discardWork, restoreWork, useLeftWorks, type LeftWork } from './restore.ts';
import './recovery.css';

function open(work: LeftWork): void {
  closeDialog();
  start(async () => void (await restoreWork(work)));
}

export function RecoveredDialog() {
  const works = useLeftWorks();
  return (
    <Dialog
      title={t('recovery.title')}
      text={works.length > 0 ? t('recovery.text') : t('recovery.none')}
      onClose={closeDialog}
    >
      <ul className="left-works">
        {works.map((work) => {
          const { documentId, title, path, at } = work;
          return (
            <li key={documentId} className="left-work">
              <span className="left-work-text">
                <strong>{title}</strong>
                <span className="left-work-note">
                  {path ?? t('recovery.neverSaved')} · {showMoment(at)}
                </span>
              </span>
              <Button
                look="danger"
                aria-label={t('recovery.discardWhich', { title })}
                onClick={() => discardWork(work)}
              >
                {t('recovery.discard')}
              </Button>
              <Button aria-label={t('recovery.openWhich', { title })} onClick={() => open(work)}>
                {t('recovery.open')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
