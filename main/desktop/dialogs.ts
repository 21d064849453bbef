// The system's file dialogs; what is chosen in them may be reached from then on.
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import type { Shell } from '../window/ports.ts';
import type { GrantedAccess } from './access.ts';

const DESIGNS: FileFilter = { name: 'Spandrel designs', extensions: ['json'] };
const ALL: FileFilter = { name: 'All files', extensions: ['*'] };

export function createChooser(dialog: Dialog, window: BrowserWindow, access: GrantedAccess): Shell['chooseFile'] {
  async function choose(purpose: 'open' | 'save' | 'folder', suggestedName: string): Promise<string | null> {
    if (purpose === 'save') {
      const saved = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
        filters: suggestedName.endsWith('.json') ? [DESIGNS, ALL] : [ALL],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return saved.canceled || saved.filePath === '' ? null : saved.filePath;
    }
    const opened = await dialog.showOpenDialog(
      window,
      purpose === 'folder'
        ? { properties: ['openDirectory', 'createDirectory'] }
        : { properties: ['openFile'], filters: [DESIGNS, ALL] },
    );
    return opened.canceled ? null : (opened.filePaths[0] ?? null);
  }
  return async (purpose, suggestedName) => {
    const path = await choose(purpose, suggestedName);
    if (path !== null) access.grant(path, purpose === 'folder' ? 'folder' : 'file');
    return path;
  };
}
