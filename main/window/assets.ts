// The files of the built window, listed once at the start: what is not in the list cannot be asked for, whatever the path says.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface Asset {
  readonly type: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly isImmutable: boolean;
  read(): Promise<Uint8Array>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export const PAGE = 'index.html';

/** By path relative to the folder, with `/`; throws where the window was not built. */
export async function listAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    assets.set(name, {
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      isImmutable: name.startsWith('assets/'),
      read: () => readFile(path),
    });
  }
  if (!assets.has(PAGE)) throw new Error(`there is no ${PAGE} in ${folder}: the window was not built`);
  return assets;
}
