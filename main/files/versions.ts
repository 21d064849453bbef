// Earlier versions of each design, kept outside of its file: a folder for each design, a file for each version, whose
// name says when it was.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Outcome } from '../../src/model/finding.ts';
import { MAX_DESIGN_BYTES } from '../../src/model/read.ts';
import { fileFinding, findingOf } from './file-finding.ts';
import { hashOf, readText } from './text-file.ts';
import { worthKeeping } from './thinning.ts';
import { writeWhole } from './write-whole.ts';

const storedSchema = z.object({ spandrelVersion: z.literal(1), label: z.string(), text: z.string() });

export interface VersionLine {
  readonly id: string;
  readonly at: string;
  readonly label: string;
}

/** Whose versions: a file on the disk, or a design that has none yet. */
export type Subject = { readonly file: string } | { readonly documentId: string };

export interface Versions {
  keep(subject: Subject, label: string, text: string): Promise<Outcome<null>>;
  /** The newest first; what cannot be read is left out. */
  list(subject: Subject): Promise<readonly VersionLine[]>;
  read(subject: Subject, id: string): Promise<Outcome<string>>;
}

const MOST_BYTES = 2 * MAX_DESIGN_BYTES + 65_536;
/** Of one design, all versions together. */
const MOST_TOGETHER = 128 * 2 ** 20;
const MOST_DESIGNS = 300;
/** The time in milliseconds, the start of the hash of the text, and chance. */
const NAME = /^(\d{13,15})-([0-9a-f]{12})-[0-9a-f]{6}\.json$/;

interface Known {
  readonly id: string;
  readonly atMs: number;
  readonly hash: string;
}

export function createVersions(folder: string, now: () => number = Date.now): Versions {
  const folderOf = (subject: Subject): string => {
    const name = 'file' in subject ? `file ${subject.file}` : `document ${subject.documentId}`;
    return join(folder, createHash('sha256').update(name).digest('hex').slice(0, 24));
  };

  async function keep(subject: Subject, label: string, text: string): Promise<Outcome<null>> {
    const place = folderOf(subject);
    const hash = hashOf(Buffer.from(text)).slice(0, 12);
    try {
      await mkdir(place, { recursive: true, mode: 0o700 });
    } catch (error) {
      return fail([findingOf(error, place)]);
    }
    const known = await knownIn(place);
    if (known[0]?.hash === hash) return succeed(null);
    // Two of one millisecond keep their order.
    const atMs = Math.max(now(), (known[0]?.atMs ?? 0) + 1);
    const name = `${String(atMs)}-${hash}-${randomBytes(3).toString('hex')}.json`;
    const stored = JSON.stringify({ spandrelVersion: 1, label, text });
    const written = await writeWhole(join(place, name), Buffer.from(stored), { overwrite: false, mode: 0o600 });
    if (!written.ok) return written;
    await thin(place, atMs);
    if (known.length === 0) await forgetOldDesigns(folder);
    return succeed(null);
  }

  async function list(subject: Subject): Promise<readonly VersionLine[]> {
    const place = folderOf(subject);
    const lines: VersionLine[] = [];
    for (const { id, atMs } of await knownIn(place)) {
      const stored = await readStored(join(place, `${id}.json`));
      if (stored.ok) lines.push({ id, at: new Date(atMs).toISOString(), label: stored.value.label });
    }
    return lines;
  }

  async function read(subject: Subject, id: string): Promise<Outcome<string>> {
    const stored = await readStored(join(folderOf(subject), `${id}.json`));
    return stored.ok ? succeed(stored.value.text) : stored;
  }

  return { keep, list, read };
}

async function knownIn(place: string): Promise<readonly Known[]> {
  const names = await readdir(place).catch(() => []);
  const known = names.flatMap((name) => {
    const [, at, hash] = NAME.exec(name) ?? [];
    return at === undefined || hash === undefined ? [] : [{ id: name.slice(0, -5), atMs: Number(at), hash }];
  });
  return known.sort((a, b) => b.atMs - a.atMs);
}

async function thin(place: string, nowMs: number): Promise<void> {
  const known = await knownIn(place);
  const kept = new Set<string>();
  let together = 0;
  for (const { id } of worthKeeping(known, nowMs)) {
    together += (await stat(join(place, `${id}.json`)).catch(() => null))?.size ?? 0;
    if (kept.size === 0 || together <= MOST_TOGETHER) kept.add(id);
  }
  for (const { id } of known) if (!kept.has(id)) await unlink(join(place, `${id}.json`)).catch(() => undefined);
}

/** Those whose versions are the longest untouched. */
async function forgetOldDesigns(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= MOST_DESIGNS) return;
  const designs = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  designs.sort((a, b) => b.at - a.at);
  for (const { name } of designs.slice(MOST_DESIGNS)) await rm(join(folder, name), { recursive: true, force: true });
}

async function readStored(file: string): Promise<Outcome<{ readonly label: string; readonly text: string }>> {
  const read = await readText(file, MOST_BYTES);
  if (!read.ok) return read;
  try {
    return succeed(storedSchema.parse(JSON.parse(read.value.text)));
  } catch {
    return fail([
      fileFinding('version-unreadable', `the version in ${file} cannot be read`, 'Choose another version.'),
    ]);
  }
}
