// The files of the built window, read once at the start: what is not in the list cannot be asked for, whatever the path
// says, and a new build does not take the files of a running window away.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface Asset {
  readonly type: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly isImmutable: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
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
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = new Map(await Promise.all(paths.map((path) => readAsset(folder, path))));
  if (!assets.has(PAGE)) throw new Error(`there is no ${PAGE} in ${folder}: the window was not built`);
  return assets;
}

async function readAsset(folder: string, path: string): Promise<[name: string, asset: Asset]> {
  const name = relative(folder, path).split(sep).join('/');
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  // A copy in a buffer of its own, as a Response wants it.
  const bytes = Uint8Array.from(await readFile(path));
  return [name, { type, isImmutable: name.startsWith('assets/'), bytes }];
}
