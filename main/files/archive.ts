// A zip archive of exported files: the same files give the same bytes. The browser's build of fflate is the one without
// threads; nothing here is large enough for them.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate/browser';
import type { ExportFile } from '../../src/exporters/exporter.ts';

/** The first moment that a zip archive can name, in its own time without a zone. */
const FIXED_TIME = new Date(1980, 0, 1);
const MOST_BYTES = 2 ** 28;

export function archiveOf(files: readonly ExportFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files) entries[file.path] = [strToU8(file.text), { mtime: FIXED_TIME, level: 9 }];
  return zipSync(entries);
}

/** The texts in an archive, or null where it is none or says that it unpacks to more than is sensible. */
export function textsOfArchive(bytes: Uint8Array): readonly string[] | null {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        return total <= MOST_BYTES;
      },
    });
    return total > MOST_BYTES ? null : Object.values(entries).map((entry) => strFromU8(entry));
  } catch {
    return null;
  }
}
