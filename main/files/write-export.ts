// Writing what an exporter made: one file, a stream, an archive or a folder, never over what a person wrote or changed.
import { stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { markState } from '../../src/exporters/mark.ts';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { archiveOf, textsOfArchive } from './archive.ts';
import { fileFinding, findingOf, hasCode } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';
import { writeAllWhole, type Standing, type WholeFile } from './write-whole.ts';

/** How the files are laid down at the target: `single` joins nothing and takes exactly one file. */
export type Shape = 'single' | 'archive' | 'folder';

/** A larger file is not an export of ours. */
const MOST_BYTES = 2 ** 28;

/** Resolves to the paths written. Without `overwrite` only files that carry their mark unbroken are replaced. */
export async function writeExport(
  target: string,
  files: readonly ExportFile[],
  shape: Shape,
  overwrite: boolean,
): Promise<Outcome<readonly string[]>> {
  const wanted = shape === 'folder' ? inFolder(target, files) : asOne(target, files, shape);
  if (!wanted.ok) return wanted;
  const whole: WholeFile[] = [];
  const findings: Finding[] = [];
  for (const { path, bytes } of wanted.value) {
    const standing = overwrite ? succeed<Standing>('anything') : await standingOf(path, shape);
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

function bytesOf({ text, encoding }: ExportFile): Uint8Array {
  return Buffer.from(text, encoding ?? 'utf8');
}

/** Relative, made of plain names, and so below the folder that it is joined to. */
function isSafe(path: string): boolean {
  const names = path.split('/');
  return (
    !isAbsolute(path) && !/[\\:\0]/.test(path) && !names.some((name) => name === '' || name === '.' || name === '..')
  );
}

function outside(path: string): Finding {
  return fileFinding(
    'unsafe-path',
    `"${path}" is not a plain path below the target`,
    'Rename what the file is named after.',
  );
}

/** What may stand at `path`: nothing, or the very bytes whose mark was seen to be unbroken. */
async function standingOf(path: string, shape: Shape): Promise<Outcome<Standing>> {
  let bytes: Uint8Array | null;
  try {
    // What is no plain file is not overwritten but written into, or refused when it comes to that.
    if (!(await stat(path)).isFile()) return succeed<Standing>('nothing');
    bytes = await readBytes(path, MOST_BYTES);
  } catch (error) {
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? succeed<Standing>('nothing') : fail([findingOf(error, path)]);
  }
  const state = bytes === null ? 'none' : stateOf(bytes, shape);
  if (bytes !== null && state === 'intact') return succeed<Standing>({ hash: hashOf(bytes) });
  return fail([inTheWay(resolve(path), state === 'changed')]);
}

function stateOf(bytes: Uint8Array, shape: Shape): ReturnType<typeof markState> {
  if (shape !== 'archive') return markState(Buffer.from(bytes).toString('utf8'));
  const texts = textsOfArchive(bytes);
  if (texts === null || texts.length === 0) return 'none';
  return texts.map(markState).find((state) => state !== 'intact') ?? 'intact';
}

function inTheWay(path: string, wasOurs: boolean): Finding {
  const message = wasOurs
    ? `${path} was exported by Spandrel and changed by hand since`
    : `${path} is there already and was not exported by Spandrel`;
  return fileFinding('file-exists', message, 'Choose another place, or allow it to be overwritten.');
}
