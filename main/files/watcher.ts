// Whether other programs change the files of a window. They are looked at every two seconds, since no system tells
// reliably about a rename in their place or a network disk; what the folder does tell only makes it quicker.
import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MAX_DESIGN_BYTES } from '../../src/model/read.ts';
import type { EventData } from '../../src/ipc/contract.ts';
import { hasCode } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';

type Standing = EventData<'file.changed'>['standing'];

export interface WatchedFile {
  /** As the window names it. */
  readonly name: string;
  readonly path: string;
  readonly hash: string;
}

export interface Watcher {
  /** These and no others from now on; each is looked at once right away. */
  watch(files: readonly WatchedFile[]): Promise<void>;
  /** The window itself is about to write this. */
  expect(path: string, hash: string): void;
  close(): void;
}

interface Watched extends WatchedFile {
  told: Standing;
  toldHash: string;
  /** What the file was when it was last read: reading it again would give the same. */
  signature: string;
  seen: Seen;
}

interface Seen {
  readonly standing: Standing;
  readonly hash: string;
}

const EVERY_MS = 2000;
const SETTLE_MS = 100;

export function createWatcher(tell: (name: string, standing: Standing) => void, everyMs = EVERY_MS): Watcher {
  let watched: Watched[] = [];
  let expected = new Map<string, string>();
  let folders: FSWatcher[] = [];
  let timer: NodeJS.Timeout | null = null;
  let soon: NodeJS.Timeout | null = null;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const file of watched) await lookAt(file);
    } finally {
      looking = false;
    }
  }

  async function lookAt(file: Watched): Promise<void> {
    const { standing, hash } = await seenNow(file);
    // Meanwhile it may be watched no more, or the window may have written it.
    if (!watched.includes(file) || (standing === 'changed' && expected.get(file.path) === hash)) return;
    if (standing === file.told && hash === file.toldHash) return;
    file.told = standing;
    file.toldHash = hash;
    tell(file.name, standing);
  }

  function follow(): void {
    for (const folder of folders) folder.close();
    folders = [...new Set(watched.map(({ path }) => dirname(path)))].flatMap((folder) => {
      try {
        const watching = watch(folder, { persistent: false }, () => {
          soon ??= setTimeout(() => {
            soon = null;
            void look();
          }, SETTLE_MS);
        });
        watching.on('error', () => watching.close());
        return [watching];
      } catch {
        return [];
      }
    });
  }

  function close(): void {
    watched = [];
    follow();
    if (timer) clearInterval(timer);
    if (soon) clearTimeout(soon);
    timer = soon = null;
  }

  return {
    async watch(files) {
      watched = files.map((file) => {
        const known = watched.find(
          ({ name, path, hash }) => name === file.name && path === file.path && hash === file.hash,
        );
        return (
          known ?? {
            ...file,
            told: 'same',
            toldHash: file.hash,
            signature: '',
            seen: { standing: 'same', hash: file.hash },
          }
        );
      });
      expected = new Map([...expected].filter(([path]) => watched.some((file) => file.path === path)));
      follow();
      if (watched.length === 0) {
        close();
        return;
      }
      timer ??= setInterval(() => void look(), everyMs).unref();
      await look();
    },
    expect: (path, hash) => void expected.set(path, hash),
    close,
  };
}

async function seenNow(file: Watched): Promise<Seen> {
  try {
    const found = await stat(file.path, { bigint: true });
    if (found.isDirectory()) return { standing: 'folder', hash: '' };
    const signature = [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
    if (signature !== file.signature) {
      const bytes = await readBytes(file.path, MAX_DESIGN_BYTES);
      const hash = bytes === null ? '' : hashOf(bytes);
      file.seen = { standing: bytes === null ? 'unreadable' : hash === file.hash ? 'same' : 'changed', hash };
      file.signature = signature;
    }
    return file.seen;
  } catch (error) {
    return { standing: hasCode(error, 'ENOENT', 'ENOTDIR') ? 'removed' : 'unreadable', hash: '' };
  }
}
