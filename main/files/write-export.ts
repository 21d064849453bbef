// Writing what an exporter made: one file, a stream, an archive or a folder, never over what a person wrote or changed.
import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { byteMarkState } from '../../src/exporters/mark-bytes.ts';
import { hashText, LEDGER, markState, readLedger, type MarkState } from '../../src/exporters/mark.ts';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { archiveOf, bytesOf, filesOfArchive } from './archive.ts';
import { fileFinding, findingOf, hasCode } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';
import { writeAllWhole, type Standing, type WholeFile } from './write-whole.ts';

/** How the files are laid down at the target: `single` joins nothing and takes exactly one file. */
export type Shape = 'single' | 'archive' | 'folder';

/** A larger file is not an export of ours. */
const MOST_BYTES = 2 ** 28;

export interface Permission {
  /** Everything that stands in the way may be replaced. */
  readonly overwrite: boolean;
  /** By path in the export: what a person saw and allowed to be replaced, by the hash of its bytes. */
  readonly replaces?: Readonly<Record<string, string>> | undefined;
}

/**
 * Resolves to the paths written. What is not permitted to be replaced is replaced only where it carries its mark
 * unbroken.
 */
export async function writeExport(
  target: string,
  files: readonly ExportFile[],
  shape: Shape,
  { overwrite, replaces = {} }: Permission,
): Promise<Outcome<readonly string[]>> {
  const wanted = shape === 'folder' ? inFolder(target, files) : asOne(target, files, shape);
  if (!wanted.ok) return wanted;
  const ledger = shape === 'folder' ? await ledgerOf(target) : NO_LEDGER;
  const seen = new Map(Object.entries(replaces).map(([path, hash]) => [join(target, path), hash]));
  const whole: WholeFile[] = [];
  const findings: Finding[] = [];
  for (const { path, bytes } of wanted.value) {
    const hash = seen.get(path);
    const standing = overwrite
      ? succeed<Standing>('anything')
      : hash === undefined
        ? await standingOf(path, shape, ledger)
        : succeed<Standing>({ hash });
    if (standing.ok) whole.push({ path, bytes, standing: standing.value });
    else findings.push(...standing.findings);
  }
  return findings.length > 0 ? fail(findings) : writeAllWhole(whole, { makeFolders: shape === 'folder' });
}

type Bytes = { readonly path: string; readonly bytes: Uint8Array };

function asOne(target: string, files: readonly ExportFile[], shape: 'single' | 'archive'): Outcome<readonly Bytes[]> {
  const unsafe = files.find((file) => !isSafe(file.path));
  if (unsafe) return fail([outside(unsafe.path)]);
  if (shape === 'archive') return succeed([{ path: target, bytes: archiveOf(files) }]);
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Error(`one file is wanted for ${target}, not ${String(files.length)}`);
  return succeed([{ path: target, bytes: bytesOf(file) }]);
}

function inFolder(folder: string, files: readonly ExportFile[]): Outcome<readonly Bytes[]> {
  const unsafe = files.find((file) => !isSafe(file.path));
  if (unsafe) return fail([outside(unsafe.path)]);
  return succeed(files.map((file) => ({ path: join(folder, file.path), bytes: bytesOf(file) })));
}

/** Relative, made of plain names, and so below the folder that it is joined to. */
export function isSafe(path: string): boolean {
  const names = path.split('/');
  return (
    !isAbsolute(path) && !/[\\:\0]/.test(path) && !names.some((name) => name === '' || name === '.' || name === '..')
  );
}

export function outside(path: string): Finding {
  return fileFinding(
    'unsafe-path',
    `"${path}" is not a plain path below the target`,
    'Rename what the file is named after.',
  );
}

/** What may stand at `path`: nothing, or the very bytes whose mark was seen to be unbroken. */
async function standingOf(path: string, shape: Shape, ledger: Ledger): Promise<Outcome<Standing>> {
  let bytes: Uint8Array | null;
  try {
    // What is no plain file is not overwritten but written into, or refused when it comes to that.
    if (!(await stat(path)).isFile()) return succeed<Standing>('nothing');
    bytes = await readBytes(path, MOST_BYTES);
  } catch (error) {
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? succeed<Standing>('nothing') : fail([findingOf(error, path)]);
  }
  const state = bytes === null ? 'none' : stateOf(bytes, shape, ledger.get(path));
  if (bytes !== null && state === 'intact') return succeed<Standing>({ hash: hashOf(bytes) });
  return fail([inTheWay(resolve(path), state === 'changed')]);
}

function stateOf(bytes: Uint8Array, shape: Shape, listed: string | undefined): MarkState {
  return shape === 'archive' ? stateOfArchive(bytes) : stateOfFile(bytes, listed);
}

function stateOfArchive(bytes: Uint8Array): MarkState {
  const files = filesOfArchive(bytes);
  if (files === null || files.size === 0) return 'none';
  const ledger = readLedger(textOf(files.get(LEDGER)));
  const states = [...files].map(([path, file]) => stateOfFile(file, ledger.get(path)));
  return states.find((state) => state !== 'intact') ?? 'intact';
}

/** A file that carries no mark itself may be in the list beside it, by the hash of its text or of its base64. */
export function stateOfFile(bytes: Uint8Array, listed: string | undefined): MarkState {
  const text = textOf(bytes);
  if (listed === undefined) return byteMarkState(bytes) ?? markState(text);
  const hashes = [hashText(text.replaceAll('\r\n', '\n')), hashText(Buffer.from(bytes).toString('base64'))];
  return hashes.includes(listed) ? 'intact' : 'changed';
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString('utf8') : '';
}

/** Absolute path to the hash that was written. */
type Ledger = ReadonlyMap<string, string>;
const NO_LEDGER: Ledger = new Map();

async function ledgerOf(folder: string): Promise<Ledger> {
  return new Map([...(await ledgerIn(folder))].map(([path, hash]) => [join(folder, path), hash]));
}

/** The list of an earlier export to this folder, by path in it; empty where there is none. */
export async function ledgerIn(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    return readLedger(textOf(await readBytes(join(folder, LEDGER), MOST_BYTES)));
  } catch {
    // No list: then nothing in it speaks for a file, and what is there is a person's.
    return new Map();
  }
}

function inTheWay(path: string, wasOurs: boolean): Finding {
  const message = wasOurs
    ? `${path} was exported by Spandrel and changed by hand since`
    : `${path} is there already and was not exported by Spandrel`;
  return fileFinding('file-exists', message, 'Choose another place, or allow it to be overwritten.');
}
