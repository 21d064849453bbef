// The file of `--resume` on a disk that fills up, and with two sweeps that want it at the same time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SweepPoint } from '../../src/analysis/sweep.ts';
import { pointAt } from '../../src/analysis/sweep/grid.ts';
import { realDisk, type FileSystem } from '../files/file-system.ts';
import { openResumeFile, type Question, type ResumeFile } from './resume-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-resume-'));
  path = join(folder, 'kept');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const vary = [{ path: 'components.a.capacity.replicas', values: [1, 2, 3, 4] }];
const question: Question = { design: { spandrel: 1, name: 'Q', components: [] }, vary, options: {} };
const point = (number: number): SweepPoint => ({ set: pointAt(vary, number), result: null });

async function opened(disk?: FileSystem): Promise<ResumeFile> {
  const outcome = await openResumeFile(path, question, disk);
  if (!outcome.ok) throw new Error(outcome.findings[0]?.message);
  return outcome.value;
}

async function refusal(): Promise<string> {
  const outcome = await openResumeFile(path, question);
  if (outcome.ok) await outcome.value.close();
  return outcome.ok ? '' : `${outcome.findings[0]!.rule}: ${outcome.findings[0]!.message} ${outcome.findings[0]!.mend}`;
}

/** A disk on which the n-th write to the end of a file finds no room, and brings half of it down. */
function fullAt(nth: number, code: string): FileSystem {
  let writes = 0;
  return {
    ...realDisk,
    open: async (...args: Parameters<FileSystem['open']>) => {
      const handle = await realDisk.open(...args);
      const appendFile = handle.appendFile.bind(handle);
      handle.appendFile = async (text) => {
        writes += 1;
        if (writes < nth) return appendFile(text);
        const whole = String(text);
        await appendFile(whole.slice(0, whole.length / 2));
        throw Object.assign(new Error(code), { code, syscall: 'write' });
      };
      return handle;
    },
  };
}

describe('a disk that fills up', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'file-failed'],
  ])('with %s stops the sweep with one finding, and the points before it are there', async (code, rule) => {
    const file = await opened(fullAt(4, code));
    await file.keep(0, point(0));
    await file.keep(2, point(2));
    const before = readFileSync(path, 'utf8');
    const ends = await Promise.allSettled([file.keep(1, point(1)), file.keep(3, point(3))]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(file.failure()).toMatchObject({ rule, message: expect.stringContaining(path) as string });
    expect(file.failure()!.message).not.toContain('nothing was changed');
    await file.close();
    expect(readFileSync(path, 'utf8')).toBe(before);
    const again = await opened();
    expect([...again.known.keys()]).toEqual([0, 2]);
    expect(again.failure()).toBeNull();
    await again.close();
  });
});

describe('two sweeps on one file', () => {
  it('are told apart: the second is refused while the first is open, and nothing is written', async () => {
    const first = await opened();
    await first.keep(0, point(0));
    const before = readFileSync(path, 'utf8');
    expect(await refusal()).toMatch(
      new RegExp(`^file-in-use: .*process ${String(process.pid)} .*remove .*kept\\.lock`),
    );
    expect(readFileSync(path, 'utf8')).toBe(before);
    await first.keep(1, point(1));
    await first.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(await refusal()).toBe('');
  });

  it('of several that start at once exactly one has it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => openResumeFile(path, question)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.ok) await outcome.value.close();
  });

  it('a lock whose process is gone is taken over, by one only; that of another machine is not', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: gone, host: hostname() }));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => openResumeFile(path, question)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.ok) await outcome.value.close();
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: gone, host: `${hostname()}-other` }));
    expect(await refusal()).toMatch(/in use by process \d+ on .*-other/);
    // A lock that says nothing may be one that is being written.
    writeFileSync(`${path}.lock`, '');
    expect(await refusal()).toMatch(/in use by another run/);
  });

  it('a refused file is left without a lock', async () => {
    writeFileSync(path, 'Dear reader,\n');
    expect(await refusal()).toMatch(/^not-a-sweep/);
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('Dear reader,\n');
  });
});
