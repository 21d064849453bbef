// Asking where to save: by the host's own dialog where it has one, else by the window's.
import { host } from '../../host.ts';
import { notify, openDialog } from '../../state/panels.ts';

let asksItself: Promise<boolean> | null = null;

/** Whether the host shows its own file dialog; asked once. */
function hostAsks(): Promise<boolean> {
  asksItself ??= host.call('app.start', {}).then((start) => start.fileDialogs === 'native');
  return asksItself;
}

async function ask(
  purpose: 'save' | 'folder',
  suggestedName: string,
  then: (path: string) => Promise<void>,
): Promise<void> {
  if (!(await hostAsks())) {
    openDialog({ kind: 'file', purpose, suggestedName, then: (path) => void then(path) });
    return;
  }
  const { path } = await host.call('files.choose', { purpose, suggestedName });
  if (path !== null) await then(path);
}

export function chooseTarget(
  purpose: 'save' | 'folder',
  suggestedName: string,
  then: (path: string) => Promise<void>,
): void {
  ask(purpose, suggestedName, then).catch((error: unknown) =>
    notify('error', 'The export was not saved', error instanceof Error ? error.message : String(error)),
  );
}
