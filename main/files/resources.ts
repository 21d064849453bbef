// Finds what lies beside the program: in a checkout next to `out`, in the packaged app next to its archive.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest `path` on the way up from `from`; throws where there is none, since the installation is then broken. */
export function resourcePath(path: string, from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder))
      throw new Error(`${path} does not lie above ${from}: the installation is incomplete`);
  }
}
