// The files opened and saved last: the host keeps the list, the window shows it and says what belongs there.
import type { Finding } from '../../src/model/finding.ts';
import { notify, openDialog } from '../state/panels.ts';
import { sessionStore } from '../state/session.ts';
import { documentStore } from '../state/document.ts';
import { host } from '../host.ts';
import { t } from '../texts.ts';
import { start } from './defects.ts';
import { baseName } from '../recovery/names.ts';
import { openPath } from './file-actions.ts';

export async function readRecent(): Promise<void> {
  sessionStore.setState({ recent: await host.call('recent.list', {}) });
}

/** Every file that a design comes from or was saved to, as the document says. */
export function followRecent(): void {
  let told: string | null = null;
  documentStore.subscribe(({ file: { path } }) => {
    if (path === null || path === told) return;
    told = path;
    start(async () => {
      await host.call('recent.add', { path });
      await readRecent();
    });
  });
}

/** One that is gone is told, and no longer in the list. */
export function openRecent(path: string): void {
  const gone = (name: string, findings: readonly Finding[]): void => {
    if (findings.some(({ rule }) => rule !== 'file-missing')) {
      openDialog({ kind: 'problem', title: t('dialogs.cannotOpen', { what: baseName(name) }), findings });
      return;
    }
    notify('error', t('shell.recentGone', { name: baseName(name) }), name);
    start(async () => {
      await host.call('recent.forget', { path: name });
      await readRecent();
    });
  };
  start(() => openPath(path, gone));
}
