// The calls about unsaved work that is kept outside of the files.
import type { Handlers } from '../../src/ipc/contract.ts';
import type { Journal } from '../files/journal.ts';
import { copied } from '../window/answer.ts';
import type { Ports } from '../window/ports.ts';

type RecoveryHandlers = Pick<Handlers, 'recovery.keep' | 'recovery.forget' | 'recovery.claim'>;

export function recoveryHandlers(ports: Ports, journal: Journal): RecoveryHandlers {
  return {
    'recovery.keep': async (work) => {
      // Only what the window may reach is given back to it later.
      const mayReach = work.path !== null && (await ports.access.toRead(work.path)).ok;
      return copied(await journal.keep(mayReach ? work : { ...work, path: null, hash: null }));
    },
    'recovery.forget': async ({ documentId }) => {
      await journal.forget(documentId);
      return {};
    },
    'recovery.claim': async () => {
      const { works, notes } = await journal.claim();
      for (const { path } of works) if (path !== null) ports.access.regain(path);
      return { works: [...works], notes: [...notes] };
    },
  };
}
