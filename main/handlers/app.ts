// The calls about the app itself: what the window needs at its start, its state, its end, and its defects.
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import { EXAMPLE } from '../files/templates.ts';
import { version } from '../files/version.ts';
import { readFile } from './files.ts';
import type { Ports } from '../window/ports.ts';

type AppHandlers = Pick<Handlers, 'app.start' | 'app.report' | 'window.state' | 'window.close' | 'window.open'>;

export function appHandlers(ports: Ports): AppHandlers {
  return {
    'app.start': async () => ({
      host: ports.host,
      version,
      platform: process.platform,
      fileDialogs: ports.fileDialogs,
      readOnly: ports.readOnly,
      ...(await firstDesign(ports)),
    }),
    'app.report': ({ message, stack }) => {
      const error = Object.assign(new Error(message), { stack });
      return Promise.resolve({ number: ports.logDefect(error, 'showing the window').number });
    },
    'window.state': ({ title, dirty }) => {
      ports.shell.setState(title, dirty);
      return Promise.resolve({});
    },
    'window.open': () => Promise.resolve({ opened: ports.shell.openWindow() }),
    'window.close': () => {
      ports.shell.closeWindow();
      return Promise.resolve({});
    },
  };
}

/** The file that was asked for, else the example; a file that cannot be read leaves the example and says why. */
async function firstDesign(ports: Ports): Promise<Pick<CallOutput<'app.start'>, 'open' | 'problem'>> {
  const name = ports.first();
  if (name !== null) {
    const read = await readFile(ports, name);
    if (read.ok) return { open: read.value, problem: [] };
    return { open: await example(ports), problem: [...read.findings] };
  }
  return { open: await example(ports), problem: [] };
}

async function example(ports: Ports): Promise<CallOutput<'app.start'>['open']> {
  const text = await ports.templates.read(EXAMPLE);
  return text.ok ? { path: null, text: text.value, hash: null, readOnly: false } : null;
}
