// The file of `--resume`: which sweep it is of, then a line of JSON for each point as it ended. A line is on the disk before
// the next point is told, so that a sweep that is killed loses only the points it was working on. While it is open it is
// locked, so that two sweeps do not mix their lines.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { SweepOptions, SweepPoint } from '../../src/analysis/sweep.ts';
import { pointAt, sizeOf, type Vary } from '../../src/analysis/sweep/grid.ts';
import type { Design } from '../../src/model/design.ts';
import { fail, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { resultSchema } from '../../src/simulation/result.ts';
import { fileFinding, findingOf, hasCode, isErrno } from '../files/file-finding.ts';
import { realDisk, type FileSystem } from '../files/file-system.ts';
import { lockBeside, type Lock } from './resume-lock.ts';
import { version } from '../files/version.ts';

/** What a sweep asks; a file of another question is no help. */
export interface Question {
  readonly design: Design;
  readonly vary: readonly Vary[];
  readonly options: SweepOptions;
}

export interface ResumeFile {
  readonly known: ReadonlyMap<number, SweepPoint>;
  readonly keep: (number: number, point: SweepPoint) => Promise<void>;
  /** Why a point could not be kept, after `keep` has thrown for it; from then on none is. */
  failure(): Finding | null;
  close(): Promise<void>;
}

const headSchema = z.object({
  'spandrel-sweep': z.literal(1),
  version: z.string(),
  hashes: z.record(z.string(), z.string()),
});
type Head = z.infer<typeof headSchema>;

const lineSchema = z.object({
  point: z.number(),
  set: z.record(z.string(), z.unknown()),
  result: resultSchema.nullable(),
  precise: z.boolean().optional(),
  findings: z
    .array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'advice']),
        path: z.string(),
        message: z.string(),
        mend: z.string(),
      }),
    )
    .optional(),
});

/** Reads what is there, drops a last line that was not written whole, and goes on behind it. */
export async function openResumeFile(
  path: string,
  question: Question,
  disk: FileSystem = realDisk,
): Promise<Outcome<ResumeFile>> {
  let handle: FileHandle | null = null;
  let lock: Lock | null = null;
  try {
    handle = await disk.open(path, 'a+');
    const locked = await lockBeside(path, disk);
    if (!locked.ok) return await refused(handle, lock, locked.findings);
    lock = locked.value;
    const text = await handle.readFile('utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole === '' && text !== '' && !headText(question).startsWith(text))
      return await refused(handle, lock, [noSweep(path)]);
    const [head, ...lines] = whole.split('\n').slice(0, -1);
    const obstacle = head === undefined ? null : obstacleOf(path, head, question);
    if (obstacle !== null) return await refused(handle, lock, [obstacle]);
    const points = knownPoints(path, lines, question.vary);
    if (!points.ok) return await refused(handle, lock, points.findings);
    await handle.truncate(Buffer.byteLength(whole));
    const appended = new Lines(handle, path, Buffer.byteLength(whole));
    if (head === undefined) await appended.append(headText(question));
    return succeed(resumeFile(appended, lock, points.value));
  } catch (error) {
    return refused(handle, lock, [findingOf(error, path)]);
  }
}

async function refused(handle: FileHandle | null, lock: Lock | null, findings: readonly Finding[]) {
  await handle?.close();
  await lock?.release();
  return fail(findings);
}

function resumeFile(lines: Lines, lock: Lock, known: ReadonlyMap<number, SweepPoint>): ResumeFile {
  let last = Promise.resolve();
  return {
    known,
    // One after the other, as points end at the same time.
    keep: (number, point) => (last = last.then(() => lines.append(`${JSON.stringify({ point: number, ...point })}\n`))),
    failure: () => lines.failure,
    close: async () => {
      await last.catch(() => undefined);
      await lines.close();
      await lock.release();
    },
  };
}

/** Whole lines at the end of a file. A line that could not be written whole is taken back. */
class Lines {
  failure: Finding | null = null;

  constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
    private bytes: number,
  ) {}

  async append(text: string): Promise<void> {
    try {
      await this.handle.appendFile(text);
      await this.handle.sync();
      this.bytes += Buffer.byteLength(text);
    } catch (error) {
      if (!isErrno(error)) throw error;
      this.failure = notKept(error, this.path);
      // Where not even that can be done, the next one who opens the file drops what is not whole.
      await this.handle.truncate(this.bytes).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    try {
      await this.handle.close();
    } catch (error) {
      this.failure ??= notKept(error, this.path);
    }
  }
}

function notKept(error: unknown, path: string): Finding {
  const { rule, message } = findingOf(error, path);
  const told = hasCode(error, 'ENOSPC', 'EDQUOT') ? `the disk has no room left for ${path}` : message;
  return fileFinding(
    rule,
    `${told}; the points that ended before are in it, and the sweep has stopped`,
    'Mend that, for a full disk by freeing some space, and start the same command again: it goes on from there.',
  );
}

function headOf({ design, vary, options }: Question): Head {
  const { scenario, seed, replications, durationS, warmupS, precision } = options;
  const parts = { design, '--vary': vary, '--scenario': scenario, '--seed': seed, '--replications': replications };
  const all = { ...parts, '--duration': durationS, '--warmup': warmupS, '--precision': precision };
  const hashes = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, hashOf(value)]));
  return { 'spandrel-sweep': 1, version, hashes };
}

function headText(question: Question): string {
  return `${JSON.stringify(headOf(question))}\n`;
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? 'none')
    .digest('hex')
    .slice(0, 32);
}

function obstacleOf(path: string, line: string, question: Question): Finding | null {
  const head = headSchema.safeParse(parsed(line));
  if (!head.success) return noSweep(path);
  const asked = headOf(question);
  if (head.data.version !== asked.version) return another(path, `Spandrel ${head.data.version}`);
  const different = Object.keys(asked.hashes).filter((name) => head.data.hashes[name] !== asked.hashes[name]);
  return different.length === 0 ? null : another(path, `another ${different.join(', another ')}`);
}

function knownPoints(path: string, lines: readonly string[], vary: readonly Vary[]): Outcome<Map<number, SweepPoint>> {
  const known = new Map<number, SweepPoint>();
  const size = sizeOf(vary);
  for (const [index, line] of lines.entries()) {
    const read = lineSchema.safeParse(parsed(line));
    const isOfGrid =
      read.success && Number.isInteger(read.data.point) && read.data.point >= 0 && read.data.point < size;
    if (!isOfGrid || JSON.stringify(read.data.set) !== JSON.stringify(pointAt(vary, read.data.point)))
      return fail([{ ...damaged(path), position: { line: index + 2, column: 1 } }]);
    // As it was written, so that the keys keep their order.
    const { point, ...rest } = parsed(line) as SweepPoint & { readonly point: number };
    known.set(point, rest);
  }
  return succeed(known);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function noSweep(path: string): Finding {
  return fileFinding('not-a-sweep', `${path} is there, and does not hold a sweep`, 'Name a new file after --resume.');
}

function another(path: string, what: string): Finding {
  const message = `${path} holds the points of a sweep of ${what}`;
  return fileFinding('another-sweep', message, 'Ask the same as then, or name a new file after --resume.');
}

function damaged(path: string): Finding {
  return fileFinding(
    'damaged-sweep',
    `this line of ${path} is no point of this sweep`,
    'Remove the line; its point is computed again.',
  );
}
