// Writing files whole: to a temporary name in the same folder, to the disk, then renamed, so that nobody ever sees half
// a file and a failed run leaves what stood before.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { access, link, lstat, mkdir, open, readlink, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { fileFinding, findingOf, hasCode } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';

/** What may stand where the file goes: nothing, anything, or exactly the bytes with this hash. */
export type Standing = 'nothing' | 'anything' | { readonly hash: string };

export interface WholeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly standing: Standing;
}

interface Staged {
  readonly path: string;
  readonly real: string;
  readonly temporary: string;
  readonly standing: Standing;
}

/** Refusals on the way are findings; everything else that is thrown is a defect. */
class Refused extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/**
 * Writes one file whole, keeping the mode of what it replaces and following links. Without `overwrite` a file that
 * stands there is refused, whatever happens at the same time; with `expectedHash` it is replaced only while it has that hash.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  options: { readonly overwrite: boolean; readonly expectedHash?: string },
): Promise<Outcome<{ readonly hash: string }>> {
  const standing: Standing = options.overwrite
    ? 'anything'
    : options.expectedHash === undefined
      ? 'nothing'
      : { hash: options.expectedHash };
  const written = await writeAllWhole([{ path, bytes, standing }]);
  return written.ok ? succeed({ hash: hashOf(bytes) }) : written;
}

/** Writes several files: all are on the disk under temporary names before the first is renamed. Missing folders are made only if told. */
export async function writeAllWhole(
  files: readonly WholeFile[],
  options: { readonly makeFolders: boolean } = { makeFolders: false },
): Promise<Outcome<readonly string[]>> {
  return exclusively(async () => {
    const staged: Staged[] = [];
    const folders: string[] = [];
    try {
      for (const file of files) {
        if (options.makeFolders) await makeFolders(dirname(file.path), folders);
        const next = await stage(file);
        if (next) staged.push(next);
      }
      for (const file of staged) await checkStanding(file);
      for (const file of staged) await commit(file);
      return succeed(files.map((file) => file.path));
    } catch (error) {
      for (const file of staged) await unlink(file.temporary).catch(() => undefined);
      for (const folder of folders.reverse()) await rmdir(folder).catch(() => undefined);
      if (error instanceof Refused) return fail([error.finding]);
      throw error;
    }
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One write after the other within this process, so that looking at a hash and replacing the file belong together. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

/** Puts the bytes on the disk beside the target; a device or pipe is written straight away, and nothing is left to do. */
async function stage(file: WholeFile): Promise<Staged | null> {
  const { path, bytes, standing } = file;
  try {
    const real = await followLinks(path);
    const before = await statOrNull(real);
    if (before?.isDirectory()) throw new Refused(isFolder(path));
    if (before && !before.isFile()) {
      await writeStraight(real, bytes);
      return null;
    }
    if (before) await access(real, constants.W_OK);
    const temporary = join(dirname(real), `.${basename(real).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
    await writeTemporary(temporary, bytes, before);
    return { path, real, temporary, standing };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(hasCode(error, 'ENOENT') ? folderMissing(path) : findingOf(error, path));
  }
}

function isFolder(path: string): Finding {
  return fileFinding('is-folder', `${path} is a folder, not a file`, 'Name a file in it.');
}

function folderMissing(path: string): Finding {
  return fileFinding(
    'folder-missing',
    `there is no folder ${dirname(path)} for ${basename(path)}`,
    'Make the folder, or choose another.',
  );
}

async function writeTemporary(temporary: string, bytes: Uint8Array, before: Stats | null): Promise<void> {
  const handle = await open(temporary, 'wx', before ? before.mode & 0o777 : 0o666);
  try {
    await handle.writeFile(bytes);
    if (before) {
      // Another owner can be kept only by root; for everybody else the file simply becomes theirs.
      await handle.chown(before.uid, before.gid).catch(() => undefined);
      await handle.chmod(before.mode & 0o777);
    }
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await handle.close();
}

async function writeStraight(real: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(real, 'w');
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

async function checkStanding({ path, real, standing }: Staged): Promise<void> {
  if (standing === 'anything') return;
  const before = await statOrNull(real);
  if (standing === 'nothing') {
    if (before) throw new Refused(exists(path));
    return;
  }
  const bytes = before ? await readBytes(real, before.size) : null;
  if (bytes === null || hashOf(bytes) !== standing.hash) throw new Refused(changed(path, before !== null));
}

function exists(path: string): Finding {
  return fileFinding('file-exists', `${path} is there already`, 'Choose another name, or allow it to be overwritten.');
}

function changed(path: string, isThere: boolean): Finding {
  return fileFinding(
    'file-changed',
    isThere
      ? `${path} was changed by another program since it was opened`
      : `${path} was removed by another program since it was opened`,
    'Save under another name, or allow it to be overwritten.',
  );
}

async function commit(file: Staged): Promise<void> {
  try {
    if (file.standing === 'nothing') await putWhereNothingIs(file);
    else await rename(file.temporary, file.real);
    await syncFolder(dirname(file.real));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(findingOf(error, file.path));
  }
}

/** A hard link fails where a file stands, in one step; disks without links reserve the name with an empty file instead. */
async function putWhereNothingIs({ path, real, temporary }: Staged): Promise<void> {
  try {
    await link(temporary, real);
    await unlink(temporary);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new Refused(exists(path));
    if (!hasCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK')) throw error;
    await reserve(path, real);
    await rename(temporary, real);
  }
}

async function reserve(path: string, real: string): Promise<void> {
  try {
    await (await open(real, 'wx')).close();
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? new Refused(exists(path)) : error;
  }
}

/** Makes the name itself durable; Windows has no such thing and says so. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot; the file itself is on the disk already.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  } finally {
    await handle.close();
  }
}

/** The file that a path leads to; a link may lead to a file that is still to be made. */
async function followLinks(path: string, left = 40): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || left === 0) throw error;
  }
  const real = join(await realpath(dirname(path)), basename(path));
  const entry = await lstat(real).catch(() => null);
  return entry?.isSymbolicLink() ? followLinks(resolve(dirname(real), await readlink(real)), left - 1) : real;
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Makes what is missing of `folder` and notes each one made, so that a failure can take them away. */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    for (let at = first; at !== folder; at = nextBelow(at, folder)) made.push(at);
    made.push(folder);
  } catch (error) {
    throw new Refused(findingOf(error, folder));
  }
}

function nextBelow(above: string, folder: string): string {
  const rest = folder.slice(above.length + 1).split(/[\\/]/, 1)[0] ?? '';
  return join(above, rest);
}
