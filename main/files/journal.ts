// Unsaved work, kept outside of the files that it belongs to: one small file for each design that is open, in a folder of
// each window. What a window leaves behind when it is gone is taken over by the next one that asks, by a rename that only
// one can win.
import { mkdir, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { MAX_DESIGN_BYTES } from '../../src/model/read.ts';
import { fileFinding, findingOf } from './file-finding.ts';
import { createOwner, isLiving } from './living.ts';
import { readText } from './text-file.ts';
import { writeWhole } from './write-whole.ts';

const workSchema = z.object({
  spandrelJournal: z.literal(1),
  documentId: z.string().regex(/^[\w-]{1,64}$/),
  title: z.string(),
  path: z.string().nullable(),
  hash: z.string().nullable(),
  readOnly: z.boolean(),
  text: z.string(),
  at: z.iso.datetime(),
});

type Stored = z.infer<typeof workSchema>;
export type LeftWork = Omit<Stored, 'spandrelJournal'>;
export type UnsavedWork = Omit<LeftWork, 'at'>;

export interface Journal {
  /** Resolves once it is on the disk. */
  keep(work: UnsavedWork): Promise<Outcome<null>>;
  forget(documentId: string): Promise<void>;
  claim(): Promise<{ readonly works: readonly LeftWork[]; readonly notes: readonly Finding[] }>;
  /** The window is gone; what it has kept may be taken over. */
  close(): void;
}

/** JSON in JSON: each quote and line end of a design takes two bytes. */
const MOST_BYTES = 2 * MAX_DESIGN_BYTES + 65_536;
/** As many are handed over and kept; of more only the newest. */
const MOST_WORKS = 100;
const MOST_UNREADABLE = 10;
const UNREADABLE = 'unreadable';
const NAME = /^[\w-]{1,64}\.json$/;

export function createJournal(folder: string, isAlone: boolean, now: () => Date = () => new Date()): Journal {
  const owner = createOwner();
  const own = join(folder, owner.name);
  owner.live();
  /** One after the other, so that what is forgotten does not come back by a write that was under way. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  async function keep(work: UnsavedWork): Promise<Outcome<null>> {
    try {
      await mkdir(own, { recursive: true, mode: 0o700 });
    } catch (error) {
      return fail([findingOf(error, own)]);
    }
    const stored: Stored = { spandrelJournal: 1, ...work, at: now().toISOString() };
    const written = await writeWhole(join(own, `${work.documentId}.json`), Buffer.from(JSON.stringify(stored)), {
      overwrite: true,
      mode: 0o600,
    });
    return written.ok ? succeed(null) : written;
  }

  async function claim() {
    for (const name of await namesIn(folder)) {
      if (name !== owner.name && name !== UNREADABLE && !isLiving(name, isAlone))
        await takeOver(join(folder, name), own);
    }
    const notes: Finding[] = [];
    const works: LeftWork[] = [];
    for (const name of (await namesIn(own)).filter((one) => NAME.test(one))) {
      const read = await readWork(join(own, name));
      if (read.ok && `${read.value.documentId}.json` === name) works.push(read.value);
      else {
        notes.push(unreadable(join(folder, UNREADABLE, name)));
        await putAside(join(own, name), join(folder, UNREADABLE), name);
      }
    }
    works.sort((a, b) => b.at.localeCompare(a.at));
    for (const { documentId } of works.splice(MOST_WORKS)) await unlink(join(own, `${documentId}.json`)).catch(ignore);
    return { works, notes };
  }

  return {
    keep: (work) => {
      owner.live();
      return inTurn(() => keep(work));
    },
    forget: (documentId) =>
      inTurn(async () => {
        await unlink(join(own, `${documentId}.json`)).catch(ignore);
        await rmdir(own).catch(ignore);
      }),
    claim: () => {
      owner.live();
      return inTurn(claim);
    },
    close: owner.die,
  };
}

const ignore = (): void => undefined;

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** A file that somebody else has taken meanwhile is theirs; what is no work of ours stays where it is. */
async function takeOver(from: string, to: string): Promise<void> {
  const names = (await namesIn(from)).filter((name) => NAME.test(name));
  if (names.length > 0) await mkdir(to, { recursive: true, mode: 0o700 }).catch(ignore);
  for (const name of names) await rename(join(from, name), join(to, name)).catch(ignore);
  for (const name of await namesIn(from)) if (name.endsWith('.tmp')) await unlink(join(from, name)).catch(ignore);
  await rmdir(from).catch(ignore);
}

async function readWork(file: string): Promise<Outcome<LeftWork>> {
  const read = await readText(file, MOST_BYTES);
  if (!read.ok) return read;
  try {
    const { spandrelJournal: _format, ...work } = workSchema.parse(JSON.parse(read.value.text));
    return succeed(work);
  } catch {
    return fail([unreadable(file)]);
  }
}

function unreadable(file: string): Finding {
  return {
    ...fileFinding(
      'unsaved-unreadable',
      `unsaved work could not be read and was put aside as ${file}`,
      'Look into that file, or remove it.',
    ),
    severity: 'warning',
  };
}

async function putAside(file: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(ignore);
  await rename(file, join(folder, name)).catch(ignore);
  const aside = await Promise.all(
    (await namesIn(folder)).map(async (one) => {
      const found = await stat(join(folder, one)).catch(() => null);
      return { path: join(folder, one), at: found?.mtimeMs ?? 0 };
    }),
  );
  aside.sort((a, b) => b.at - a.at);
  for (const { path } of aside.slice(MOST_UNREADABLE)) await unlink(path).catch(ignore);
}
