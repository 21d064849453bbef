// Everything that answers one window: the handlers behind their gate, and its runs, which end with it.
import type { Handlers } from '../../src/ipc/contract.ts';
import { appHandlers } from './app.ts';
import { createDispatch, type Dispatch } from '../window/dispatch.ts';
import { fileHandlers } from './files.ts';
import type { Ports } from '../window/ports.ts';
import { settingsHandlers } from './settings.ts';
import { createRuns } from './simulation.ts';
import { templateHandlers } from './templates.ts';

export interface WindowHost {
  readonly dispatch: Dispatch;
  /** The window is gone: nobody waits for its runs any more. */
  close(): void;
}

export function createWindowHost(ports: Ports): WindowHost {
  const runs = createRuns(ports);
  const handlers: Handlers = {
    ...appHandlers(ports),
    ...templateHandlers(ports),
    ...fileHandlers(ports),
    ...settingsHandlers(ports),
    ...runs.handlers,
  };
  return { dispatch: createDispatch(handlers, ports.logDefect), close: runs.cancelAll };
}
