// A text file that is to be written back: its text, what it was, and whether it may be changed. Apart from the reading,
// since loading `node:crypto` takes longer than most commands do.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { succeed, type Outcome } from '../../src/model/finding.ts';
import { readDecoded } from './read-text.ts';

export interface TextFile {
  readonly text: string;
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** Whether this user may not write it. */
  readonly readOnly: boolean;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file of at most `limit` bytes; a larger one is refused unread. */
export async function readText(path: string, limit: number): Promise<Outcome<TextFile>> {
  const read = await readDecoded(path, limit);
  if (!read.ok) return read;
  const { bytes, text } = read.value;
  return succeed({ text, hash: hashOf(bytes), readOnly: !(await mayWrite(path)) });
}

async function mayWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
