// Writing files whole: to a temporary name in the same folder, to the disk, then renamed and read again, so that nobody
// ever sees half a file, a failed run leaves what stood before, and "written" means that it can be read.
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { fileFinding, findingOf, hasCode } from './file-finding.ts';
import { realDisk, type FileSystem } from './file-system.ts';
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
  readonly hash: string;
  readonly real: string;
  readonly temporary: string;
  readonly standing: Standing;
}

interface Manner {
  /** Missing folders are made only if told. */
  readonly makeFolders?: boolean;
  /** The mode of a file that is new; one that is replaced keeps its own. */
  readonly mode?: number;
  readonly disk?: FileSystem;
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
  options: { readonly overwrite: boolean; readonly expectedHash?: string } & Omit<Manner, 'makeFolders'>,
): Promise<Outcome<{ readonly hash: string }>> {
  const standing: Standing = options.overwrite
    ? 'anything'
    : options.expectedHash === undefined
      ? 'nothing'
      : { hash: options.expectedHash };
  const written = await writeAllWhole([{ path, bytes, standing }], options);
  return written.ok ? succeed({ hash: hashOf(bytes) }) : written;
}

/** Writes several files: all are on the disk under temporary names before the first is renamed. */
export async function writeAllWhole(
  files: readonly WholeFile[],
  { makeFolders: makesFolders = false, mode = 0o666, disk = realDisk }: Manner = {},
): Promise<Outcome<readonly string[]>> {
  return exclusively(async () => {
    const staged: Staged[] = [];
    const folders: string[] = [];
    try {
      for (const file of files) {
        if (makesFolders) await makeFolders(disk, dirname(file.path), folders);
        const next = await stage(disk, file, mode);
        if (next) staged.push(next);
      }
      for (const file of staged) await checkStanding(disk, file);
      for (const file of staged) await commit(disk, file);
      for (const file of staged) await verify(disk, file);
      return succeed(files.map((file) => file.path));
    } catch (error) {
      for (const file of staged) await disk.unlink(file.temporary).catch(() => undefined);
      for (const folder of folders.reverse()) await disk.rmdir(folder).catch(() => undefined);
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
async function stage(disk: FileSystem, file: WholeFile, mode: number): Promise<Staged | null> {
  const { path, bytes, standing } = file;
  try {
    const real = await followLinks(disk, path);
    const before = await statOrNull(disk, real);
    if (before?.isDirectory()) throw new Refused(isFolder(path));
    if (before && !before.isFile()) {
      await writeStraight(disk, real, bytes);
      return null;
    }
    if (before) await disk.access(real, constants.W_OK);
    const temporary = join(dirname(real), `.${basename(real).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
    await writeTemporary(disk, temporary, bytes, before, mode);
    return { path, hash: hashOf(bytes), real, temporary, standing };
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

async function writeTemporary(
  disk: FileSystem,
  temporary: string,
  bytes: Uint8Array,
  before: Stats | null,
  mode: number,
): Promise<void> {
  const handle = await disk.open(temporary, 'wx', before ? before.mode & 0o777 : mode);
  try {
    await handle.writeFile(bytes);
    if (before) {
      // Another owner can be kept only by root; for everybody else the file simply becomes theirs.
      await handle.chown(before.uid, before.gid).catch(() => undefined);
      await handle.chmod(before.mode & 0o777);
    }
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await disk.unlink(temporary).catch(() => undefined);
    throw error;
  }
}

async function writeStraight(disk: FileSystem, real: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(real, 'w');
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

async function checkStanding(disk: FileSystem, { path, real, standing }: Staged): Promise<void> {
  if (standing === 'anything') return;
  try {
    const before = await statOrNull(disk, real);
    if (standing !== 'nothing') await checkHash(disk, path, real, before, standing.hash);
    else if (before) throw new Refused(exists(path));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(findingOf(error, path));
  }
}

async function checkHash(disk: FileSystem, path: string, real: string, before: Stats | null, hash: string) {
  const bytes = before ? await readBytes(real, before.size, disk) : null;
  if (bytes === null || hashOf(bytes) !== hash) throw new Refused(changed(path, before !== null));
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

async function commit(disk: FileSystem, file: Staged): Promise<void> {
  try {
    if (file.standing === 'nothing') await putWhereNothingIs(disk, file);
    else await disk.rename(file.temporary, file.real);
    await syncFolder(disk, dirname(file.real));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(findingOf(error, file.path));
  }
}

/** The last step: what a reader finds there now is what was to be written. */
async function verify(disk: FileSystem, { path, real, hash }: Staged): Promise<void> {
  let bytes: Uint8Array | null;
  try {
    bytes = await readBytes(real, Number.MAX_SAFE_INTEGER, disk);
  } catch (error) {
    throw new Refused(findingOf(error, path));
  }
  if (bytes === null || hashOf(bytes) !== hash) throw new Refused(notAsWritten(path));
}

function notAsWritten(path: string): Finding {
  return fileFinding(
    'not-as-written',
    `${path} does not read back as it was written: another program or the disk changed it`,
    'Save again, or in another place, and look at the disk.',
  );
}

/** A hard link fails where a file stands, in one step; disks without links reserve the name with an empty file instead. */
async function putWhereNothingIs(disk: FileSystem, { path, real, temporary }: Staged): Promise<void> {
  try {
    await disk.link(temporary, real);
    await disk.unlink(temporary);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new Refused(exists(path));
    if (!hasCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK')) throw error;
    await reserve(disk, path, real);
    await disk.rename(temporary, real);
  }
}

async function reserve(disk: FileSystem, path: string, real: string): Promise<void> {
  try {
    await (await disk.open(real, 'wx')).close();
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? new Refused(exists(path)) : error;
  }
}

/** Makes the name itself durable; Windows has no such thing and says so. */
async function syncFolder(disk: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
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
async function followLinks(disk: FileSystem, path: string, left = 40): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || left === 0) throw error;
  }
  const real = join(await disk.realpath(dirname(path)), basename(path));
  const entry = await disk.lstat(real).catch(() => null);
  return entry?.isSymbolicLink()
    ? followLinks(disk, resolve(dirname(real), await disk.readlink(real)), left - 1)
    : real;
}

async function statOrNull(disk: FileSystem, path: string): Promise<Stats | null> {
  try {
    return await disk.stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Makes what is missing of `folder` and notes each one made, so that a failure can take them away. */
async function makeFolders(disk: FileSystem, folder: string, made: string[]): Promise<void> {
  try {
    const first = await disk.mkdir(folder, { recursive: true });
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
