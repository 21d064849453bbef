// Everything that answers one window: the handlers behind their gate, and what ends with it: its runs, its watching, its hold on unsaved work.
import { join } from 'node:path';
import type { Handlers } from '../../src/ipc/contract.ts';
import { appHandlers } from './app.ts';
import { createDispatch, type Dispatch } from '../window/dispatch.ts';
import { fileHandlers } from './files.ts';
import { createJournal } from '../files/journal.ts';
import { createVersions } from '../files/versions.ts';
import { createWatcher } from '../files/watcher.ts';
import type { Ports } from '../window/ports.ts';
import { recoveryHandlers } from './recovery.ts';
import { settingsHandlers } from './settings.ts';
import { createRuns } from './simulation.ts';
import { createStudies } from './studies.ts';
import { templateHandlers } from './templates.ts';
import { versionHandlers } from './versions.ts';

export interface WindowHost {
  readonly dispatch: Dispatch;
  /** The window is gone: nobody waits for its runs any more. */
  close(): void;
}

export function createWindowHost(ports: Ports): WindowHost {
  const runs = createRuns(ports);
  const studies = createStudies(ports);
  const journal = createJournal(join(ports.kept.folder, 'unsaved'), ports.kept.isAlone);
  const versions = createVersions(join(ports.kept.folder, 'versions'));
  const watcher = createWatcher((path, standing) => {
    ports.emit('file.changed', { path, standing });
  });
  const handlers: Handlers = {
    ...appHandlers(ports),
    ...templateHandlers(ports),
    ...fileHandlers(ports, versions, watcher),
    ...recoveryHandlers(ports, journal),
    ...versionHandlers(ports, versions),
    ...settingsHandlers(ports),
    ...runs.handlers,
    ...studies.handlers,
  };
  return {
    dispatch: createDispatch(handlers, ports.logDefect),
    close() {
      runs.cancelAll();
      studies.cancelAll();
      journal.close();
      watcher.close();
    },
  };
}
