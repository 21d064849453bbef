// A zip archive of exported files: the same files give the same bytes. The browser's build of fflate is the one without
// threads; nothing here is large enough for them.
import { unzipSync, zipSync, type Zippable } from 'fflate/browser';
import type { ExportFile } from '../../src/exporters/exporter.ts';

/** The first moment that a zip archive can name, in its own time without a zone. */
const FIXED_TIME = new Date(1980, 0, 1);
const MOST_BYTES = 2 ** 28;

export function archiveOf(files: readonly ExportFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files) entries[file.path] = [bytesOf(file), { mtime: FIXED_TIME, level: 9 }];
  return zipSync(entries);
}

/** What is written of a file: its text in UTF-8, or the bytes that it stands for. */
export function bytesOf({ text, encoding }: ExportFile): Uint8Array {
  return Buffer.from(text, encoding ?? 'utf8');
}

/** The files in an archive, or null where it is none or says that it unpacks to more than is sensible. */
export function filesOfArchive(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        return total <= MOST_BYTES;
      },
    });
    return total > MOST_BYTES ? null : new Map(Object.entries(entries));
  } catch {
    return null;
  }
}
