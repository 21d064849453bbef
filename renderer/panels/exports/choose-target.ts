// Asking where to save: by the host's own dialog where it has one, else by the window's.
import { start } from '../../commands/defects.ts';
import { host } from '../../host.ts';
import { openDialog } from '../../state/panels.ts';
import { sessionStore } from '../../state/session.ts';

type Purpose = 'save' | 'folder';

/** `overwrite`: the person was already asked whether a file may be replaced. */
type Go = (target: string, overwrite: boolean) => Promise<void>;

export function chooseTarget(purpose: Purpose, suggestedName: string, go: Go): void {
  if (sessionStore.getState().fileDialogs === 'own') {
    openDialog({ kind: 'file', purpose, suggestedName, then: (path) => start(() => go(path, false)) });
    return;
  }
  start(async () => {
    const { path } = await host.call('files.choose', { purpose, suggestedName });
    if (path !== null) await go(path, purpose === 'save');
  });
}
