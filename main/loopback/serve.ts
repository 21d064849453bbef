// The whole app over the loopback host: one folder, one pool of threads, a window for each connection.
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createDefectLog } from '../files/defect-log.ts';
import { keptFolder } from '../files/folders.ts';
import { resourcePath } from '../files/resources.ts';
import { createTemplates } from '../files/templates.ts';
import { createWindowHost } from '../handlers/index.ts';
import { sharedExecutor } from '../threads.ts';
import { createRootedAccess } from './access.ts';
import { readAssets } from '../window/assets.ts';
import { startLoopback, type LoopbackServer } from './server.ts';

export interface ServeOptions {
  /** Absolute; null for none, and then the folder decides what can be opened. */
  readonly file: string | null;
  readonly folder: string;
  readonly port: number;
  readonly readOnly: boolean;
}

/** Opens and saves below the folder of `file`, or else below `folder`. */
export async function serveApp(options: ServeOptions): Promise<LoopbackServer> {
  const { file, readOnly } = options;
  const folder = await realpath(file === null ? options.folder : dirname(file));
  const access = await createRootedAccess(folder);
  const kept = { folder: join(keptFolder(), 'served', nameOfPlace(folder)), isAlone: false };
  const assets = await readAssets(resourcePath('out/renderer'));
  const templates = createTemplates();
  const logDefect = createDefectLog();
  const threads = sharedExecutor();
  const server = await startLoopback({
    port: options.port,
    assets,
    createWindow: (emit) =>
      createWindowHost({
        host: 'loopback',
        fileDialogs: 'own',
        readOnly,
        first: () => (file === null ? null : basename(file)),
        shell: browserShell,
        access,
        kept,
        templates,
        executor: threads.get,
        logDefect,
        emit,
      }),
  });
  return {
    address: server.address,
    close: async () => {
      await server.close();
      await threads.close();
    },
  };
}

/** Each served folder has a place of its own for what is kept. */
function nameOfPlace(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 24);
}

/** A browser shows its own title, asks before it closes, and has no dialogs of ours. */
const browserShell = {
  chooseFile: () => Promise.resolve(null),
  setState: () => undefined,
  closeWindow: () => undefined,
  openWindow: () => false,
  settingsChanged: () => undefined,
};
