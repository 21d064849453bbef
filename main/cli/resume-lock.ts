// A lock beside a file, so that two runs do not write to it at the same time: a file of its own that is made only where
// there is none, and says which process holds it. What a process left behind that is gone is taken over.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { fileFinding, findingOf, hasCode } from '../files/file-finding.ts';
import { realDisk, type FileSystem } from '../files/file-system.ts';

export interface Lock {
  /** Never fails: what cannot be removed is taken over by the next one. */
  release(): Promise<void>;
}

const holderSchema = z.object({ pid: z.number().int().positive(), host: z.string() });

/** Where a lock cannot be made because the folder takes no files, there is none: the file itself may still be written. */
const noLock: Lock = { release: () => Promise.resolve() };

/** So often a lock may be found, be stale, and be gone or new when it is taken over. */
const MOST_TRIES = 5;

/** Fails with a finding where another process holds it. */
export async function lockBeside(path: string, disk: FileSystem = realDisk): Promise<Outcome<Lock>> {
  const place = `${path}.lock`;
  const own = `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      await make(disk, place, own);
      return succeed({ release: () => disk.unlink(place).catch(() => undefined) });
    } catch (error) {
      if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return succeed(noLock);
      if (!hasCode(error, 'EEXIST')) return fail([findingOf(error, place)]);
    }
    const held = await textOf(disk, place);
    if (held !== null && !isStale(held)) return fail([heldBy(path, place, held)]);
    if (held !== null) await takeAway(disk, place, held);
  }
  return fail([heldBy(path, place, '')]);
}

async function make(disk: FileSystem, place: string, text: string): Promise<void> {
  const handle = await disk.open(place, 'wx');
  try {
    await handle.writeFile(text);
  } catch (error) {
    await disk.unlink(place).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Null where there is none any more. */
async function textOf(disk: FileSystem, place: string): Promise<string | null> {
  try {
    const handle = await disk.open(place, 'r');
    try {
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function holderOf(text: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Held by a process of this machine that is gone. What says nothing may be a lock that is being written this moment. */
function isStale(text: string): boolean {
  const holder = holderOf(text);
  if (holder?.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** By way of another name, so that of two who find it stale only one removes it, and neither a new one in its place. */
async function takeAway(disk: FileSystem, place: string, stale: string): Promise<void> {
  const aside = `${place}.${randomBytes(6).toString('hex')}`;
  try {
    await disk.rename(place, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await textOf(disk, aside)) !== stale) await disk.link(aside, place).catch(() => undefined);
  await disk.unlink(aside);
}

function heldBy(path: string, place: string, text: string) {
  const holder = holderOf(text);
  const who = holder === null ? 'another run' : `process ${String(holder.pid)} on ${holder.host}`;
  return fileFinding(
    'file-in-use',
    `${path} is in use by ${who}`,
    `Wait for it to end, or name another file. If it is no longer there, remove ${place}.`,
  );
}
