// The strip above the canvas while the file of the open design is not what it was: what happened, and the ways out. It
// stays until one is taken.
import { TriangleAlert } from 'lucide-react';
import { keepMine, saveAs } from '../commands/file-actions.ts';
import { useConflict, type Conflict } from '../state/conflicts.ts';
import { t } from '../texts.ts';
import { Button } from '../theme/Button.tsx';
import { compareWithTheirs, takeTheirs } from './conflict-actions.ts';
import { whatHappened } from './what-happened.ts';
import './recovery.css';

function WaysOut({ standing, theirs }: Conflict) {
  const isReadable = Boolean(theirs?.design);
  if (standing === 'changed') {
    return (
      <>
        {isReadable && <Button onClick={compareWithTheirs}>{t('files.compare')}</Button>}
        {isReadable && <Button onClick={takeTheirs}>{t('files.takeTheirs')}</Button>}
        <Button onClick={() => keepMine()}>{t('files.keepMine')}</Button>
      </>
    );
  }
  return (
    <>
      {standing === 'removed' && <Button onClick={() => keepMine()}>{t('files.saveAgain')}</Button>}
      <Button onClick={() => saveAs()}>{t('files.saveAs')}</Button>
    </>
  );
}

export function ConflictBanner() {
  const conflict = useConflict();
  return (
    <div role="alert" className="conflict-place">
      {conflict && (
        <div className="conflict">
          <TriangleAlert size={16} aria-hidden="true" />
          <span className="conflict-text">
            <span>{whatHappened(conflict)}</span>
            <span className="conflict-more">
              {t(conflict.standing === 'changed' ? 'files.changedMore' : 'files.removedMore')}
            </span>
          </span>
          <WaysOut {...conflict} />
        </div>
      )}
    </div>
  );
}
