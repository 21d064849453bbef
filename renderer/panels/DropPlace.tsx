// What is shown while a file is held over the window, and what happens when it is let go.
import { useEffect, useState } from 'react';
import { start } from '../commands/defects.ts';
import { openDropped } from '../commands/dropped-files.ts';
import { t } from '../texts.ts';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

export function DropPlace() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // A file let go beside the canvas would otherwise take the place of the window.
      event.preventDefault();
      if (holdsFiles(event)) setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) start(() => openDropped(files));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? <div className="drop-place">{t('shell.dropHere')}</div> : null;
}
