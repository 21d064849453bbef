// Files let go on the window. The desktop knows where each comes from and opens it there; a browser gives its content
// only, so it opens as an unsaved design, and the window says so.
import { notify } from '../state/panels.ts';
import { pathOfFile } from '../host.ts';
import { t } from '../texts.ts';
import { openPath, openText, UNSAVED_FILE } from './file-actions.ts';

export async function openDropped(files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (!file.name.endsWith('.json')) {
      notify('error', t('shell.droppedOther'), file.name);
      continue;
    }
    const path = await pathOfFile(file);
    if (path !== null) await openPath(path);
    else if (openText(await file.text(), UNSAVED_FILE, file.name))
      notify('info', t('shell.droppedUnsaved', { name: file.name }));
  }
}
