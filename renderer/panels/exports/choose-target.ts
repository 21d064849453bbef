// Asking where to save: by the host's own dialog where it has one, else by the window's.
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { openDialog } from '../../state/panels.ts';
import { sessionStore } from '../../state/session.ts';

type Purpose = 'save' | 'folder';

/** `overwrite`: the person was already asked whether a file may be replaced. */
type Go = (target: string, overwrite: boolean) => Promise<void>;

/** `verb` is what the button of the window's own dialog says. */
export function chooseTarget(purpose: Purpose, suggestedName: string, go: Go, verb?: string): void {
  if (sessionStore.getState().fileDialogs === 'own') {
    const then = (path: string): void => start(() => go(path, false));
    openDialog({ kind: 'file', purpose, suggestedName, then, ...(verb !== undefined && { verb }) });
    return;
  }
  start(async () => {
    const { path } = await host.call('files.choose', { purpose, suggestedName });
    if (path !== null) await go(path, purpose === 'save');
  });
}
