// Removing what an earlier export wrote and this one no longer makes: only files of ours that nobody touched since.
import { rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { isPlainBelow } from './compare-export.ts';
import { fileFinding, findingOf, isErrno } from './file-finding.ts';
import { readBytes } from './read-text.ts';
import { hashOf } from './text-file.ts';
import { isSafe, ledgerIn, stateOfFile } from './write-export.ts';

export interface StaleFile {
  readonly path: string;
  /** Of the bytes that the person was shown. */
  readonly hash: string;
}

const MOST_BYTES = 2 ** 26;

/** Whether every one of them is still what was shown and carries its mark unbroken; asked before the export is written. */
export async function checkStale(folder: string, stale: readonly StaleFile[]): Promise<Outcome<null>> {
  const ledger = await ledgerIn(folder);
  const findings: Finding[] = [];
  for (const { path, hash } of stale) {
    const bytes = (await isPlain(folder, path))
      ? await readBytes(join(folder, path), MOST_BYTES).catch(() => null)
      : null;
    const isOurs = bytes !== null && hashOf(bytes) === hash && stateOfFile(bytes, ledger.get(path)) === 'intact';
    if (!isOurs) findings.push(notOurs(path));
  }
  return findings.length > 0 ? fail(findings) : succeed(null);
}

/** Removes them, and the folders that are empty then. One that changed since it was checked stays. */
export async function removeStale(folder: string, stale: readonly StaleFile[]): Promise<Outcome<readonly string[]>> {
  const removed: string[] = [];
  for (const { path, hash } of stale) {
    const whole = join(folder, path);
    try {
      const bytes = (await isPlain(folder, path)) ? await readBytes(whole, MOST_BYTES) : null;
      if (bytes === null || hashOf(bytes) !== hash) return fail([notOurs(path)]);
      await unlink(whole);
      removed.push(path);
      await removeEmpty(folder, dirname(path));
    } catch (error) {
      if (!isErrno(error)) throw error;
      return fail([findingOf(error, path)]);
    }
  }
  return succeed(removed);
}

async function isPlain(folder: string, path: string): Promise<boolean> {
  return isSafe(path) && (await isPlainBelow(folder, path));
}

async function removeEmpty(folder: string, below: string): Promise<void> {
  for (let path = below; path !== '.'; path = dirname(path)) {
    const isEmpty = await rmdir(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (!isEmpty) return;
  }
}

function notOurs(path: string): Finding {
  return fileFinding(
    'not-removed',
    `${path} is no longer as it was exported, so it stays`,
    'Compare again, and leave it out.',
  );
}
