// What an export would do to what stands at its target: each file is new, the same, ours, a person's, or no longer made.
//
// The folder may hold anything: links, devices, files of a gigabyte, other programs' work. What cannot be read is a
// person's and is never offered to be replaced; nothing is followed that leads out of the folder while stale files are
// looked for.
import { lstat, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { LEDGER, readLedger } from '../../src/exporters/mark.ts';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { bytesOf, filesOfArchive } from './archive.ts';
import { fileFinding, hasCode } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';
import { isSafe, ledgerIn, outside, stateOfFile, type Shape } from './write-export.ts';

/**
 * `changed`: our own earlier export, its mark unbroken. `edited`: ours, and changed by a person since. `foreign`: there,
 * and not ours. `gone`: ours and unchanged, and no longer part of the export.
 */
export type ComparedState = 'new' | 'same' | 'changed' | 'edited' | 'foreign' | 'gone';

export interface ComparedFile {
  readonly path: string;
  readonly state: ComparedState;
  /** What stands there, where it is a text of a readable size and not the same. */
  readonly text: string | null;
  /** Of the bytes that stand there; null where nothing does, or nothing that may be replaced. */
  readonly hash: string | null;
}

/** A file beyond this is not looked into. */
const MOST_BYTES = 2 ** 26;
const MOST_TEXT = 2 ** 19;
const MOST_TEXT_IN_ALL = 2 ** 23;
/** So many entries of a folder are looked at for files that are no longer exported. */
const MOST_ENTRIES = 5000;
const MOST_DEPTH = 12;
const SKIPPED = new Set(['node_modules', 'vendor', 'target', 'dist', 'build']);

/** What stands at a path: nothing, bytes, or something that cannot be compared. */
type Found = Uint8Array | 'nothing' | 'unreadable';

interface Place {
  readonly find: (path: string) => Promise<Found>;
  readonly ledger: ReadonlyMap<string, string>;
  readonly others: () => Promise<readonly string[]>;
}

/** In the order of `files`, then what is gone by path. */
export async function compareExport(
  target: string,
  files: readonly ExportFile[],
  shape: Shape,
): Promise<Outcome<readonly ComparedFile[]>> {
  const unsafe = files.find((file) => !isSafe(file.path));
  if (unsafe) return fail([outside(unsafe.path)]);
  if (shape === 'folder' && (await isInTheWay(target))) return fail([noFolder(target)]);
  const place = await placeOf(target, files, shape);
  const compared: ComparedFile[] = [];
  for (const file of files) compared.push(compareFile(file, await place.find(file.path), place.ledger.get(file.path)));
  const known = new Set(files.map((file) => file.path));
  for (const path of await place.others()) {
    if (known.has(path) || path === LEDGER) continue;
    const found = await place.find(path);
    if (typeof found === 'string' || stateOfFile(found, place.ledger.get(path)) !== 'intact') continue;
    compared.push({ path, state: 'gone', text: textOf(found), hash: hashOf(found) });
  }
  return succeed(withinLimit(compared));
}

async function isInTheWay(folder: string): Promise<boolean> {
  try {
    return !(await stat(folder)).isDirectory();
  } catch (error) {
    return !hasCode(error, 'ENOENT');
  }
}

function noFolder(folder: string) {
  return fileFinding(
    'folder-missing',
    `a part of ${folder} is a file where a folder is needed`,
    'Choose a path whose folders are folders.',
  );
}

async function placeOf(target: string, files: readonly ExportFile[], shape: Shape): Promise<Place> {
  switch (shape) {
    case 'single':
      return { find: () => findOnDisk(target), ledger: new Map(), others: () => Promise.resolve([]) };
    case 'archive':
      return placeInArchive(await findOnDisk(target));
    case 'folder': {
      const ledger = await ledgerIn(target);
      const find = (path: string): Promise<Found> => findOnDisk(join(target, path));
      return { find, ledger, others: () => staleCandidates(target, files, ledger) };
    }
  }
}

function placeInArchive(archive: Found): Place {
  const others = (): Promise<readonly string[]> => Promise.resolve([]);
  if (archive === 'nothing') return { find: () => Promise.resolve('nothing'), ledger: new Map(), others };
  const entries = typeof archive === 'string' ? null : filesOfArchive(archive);
  if (entries === null) return { find: () => Promise.resolve('unreadable'), ledger: new Map(), others };
  const ledger = readLedger(Buffer.from(entries.get(LEDGER) ?? []).toString('utf8'));
  return { find: (path) => Promise.resolve(entries.get(path) ?? 'nothing'), ledger, others };
}

async function findOnDisk(path: string): Promise<Found> {
  try {
    if (!(await stat(path)).isFile()) return 'unreadable';
    return (await readBytes(path, MOST_BYTES)) ?? 'unreadable';
  } catch (error) {
    return hasCode(error, 'ENOENT') ? nothingOrLink(path) : 'unreadable';
  }
}

/** A link that leads to nothing stands there all the same. */
async function nothingOrLink(path: string): Promise<Found> {
  return (await lstat(path).catch(() => null)) === null ? 'nothing' : 'unreadable';
}

function compareFile(file: ExportFile, found: Found, listed: string | undefined): ComparedFile {
  const { path } = file;
  if (found === 'nothing') return { path, state: 'new', text: null, hash: null };
  if (found === 'unreadable') return { path, state: 'foreign', text: null, hash: null };
  const hash = hashOf(found);
  if (isSame(file, found)) return { path, state: 'same', text: null, hash };
  const state = STATES[stateOfFile(found, listed)];
  return { path, state, text: file.encoding ? null : textOf(found), hash };
}

const STATES = { intact: 'changed', changed: 'edited', none: 'foreign' } as const;

/** Other line endings are no difference in a text. */
function isSame(file: ExportFile, found: Uint8Array): boolean {
  if (Buffer.from(found).equals(bytesOf(file))) return true;
  return file.encoding === undefined && textOf(found)?.replaceAll('\r\n', '\n') === file.text;
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > MOST_TEXT || bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The texts of the first files, as far as the limit for all of them goes. */
function withinLimit(files: readonly ComparedFile[]): readonly ComparedFile[] {
  let left = MOST_TEXT_IN_ALL;
  return files.map((file) => {
    left -= file.text?.length ?? 0;
    return left < 0 ? { ...file, text: null } : file;
  });
}

/**
 * Files that may be left over from an earlier export: those of the list beside the files, and those with an ending of
 * this export, right in the folder or below a folder that this export writes into.
 */
async function staleCandidates(
  folder: string,
  files: readonly ExportFile[],
  ledger: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const own = new Set(files.flatMap(({ path }) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])));
  const endings = new Set(files.map(({ path }) => extname(path)));
  const found = new Set([...ledger.keys()].filter(isSafe));
  let left = MOST_ENTRIES;
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      left -= 1;
      if (left < 0) return;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const isEntered = entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.');
      if (isEntered && depth < MOST_DEPTH && (depth > 0 || own.has(entry.name))) await visit(path, depth + 1);
      else if (entry.isFile() && isSafe(path) && endings.has(extname(entry.name))) found.add(path);
    }
  };
  await visit('', 0);
  const plain = await Promise.all([...found].map(async (path) => ((await isPlainBelow(folder, path)) ? [path] : [])));
  return plain.flat().sort();
}

/** A plain file with plain folders down to it: no link leads to it. */
export async function isPlainBelow(folder: string, path: string): Promise<boolean> {
  const names = path.split('/');
  for (let at = 1; at <= names.length; at += 1) {
    const entry = await lstat(join(folder, ...names.slice(0, at))).catch(() => null);
    const isAsWanted = at === names.length ? entry?.isFile() : entry?.isDirectory();
    if (isAsWanted !== true) return false;
  }
  return true;
}
