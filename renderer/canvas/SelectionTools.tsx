// Beside the zoom: whether dragging over the empty canvas selects, and a note to write.
import { SquareDashedMousePointer, StickyNote } from 'lucide-react';
import { shownKeys } from '../commands/keys.ts';
import { gestureStore, useGesture } from '../state/gesture.ts';
import { t } from '../texts.ts';
import { IconButton } from '../theme/Button.tsx';
import { addNoteInSight } from './placing.ts';

export function SelectionTools() {
  const isLasso = useGesture((state) => state.isLasso);
  return (
    <div className="canvas-zoom">
      <IconButton
        icon={SquareDashedMousePointer}
        label={t('nodes.lasso')}
        tooltip={t('nodes.lassoHelp')}
        keys={shownKeys('L')}
        aria-pressed={isLasso}
        className={isLasso ? 'canvas-tool-on' : ''}
        onClick={() => gestureStore.setState({ isLasso: !isLasso })}
      />
      <IconButton icon={StickyNote} label={t('nodes.addNote')} keys={shownKeys('N')} onClick={addNoteInSight} />
    </div>
  );
}
