// Saving while the disk fails: at every single step of the writer it is made to fail, or the process to be gone.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWorker } from '../../test/fixtures/built-worker.ts';
import { realDisk, type FileSystem } from './file-system.ts';
import { hashOf } from './text-file.ts';
import { writeWhole } from './write-whole.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const OLD = 'old '.repeat(1000);
const NEW = Buffer.from('new '.repeat(2000));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-faults-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

class Killed extends Error {}

type Fault = (step: string) => Error | null;
type Handle = Awaited<ReturnType<FileSystem['open']>>;

/** A disk that asks before each step whether it fails. A write that fails has brought half of its bytes down. */
function faultyDisk(fault: Fault): FileSystem {
  const before = (step: string): void => {
    const error = fault(step);
    if (error) throw error;
  };
  const wrapped = (handle: Handle): Handle =>
    new Proxy(handle, {
      get(target, key: keyof Handle & string) {
        const value = target[key] as unknown;
        if (typeof value !== 'function') return value;
        const own = (...args: unknown[]): unknown => (value as (...rest: unknown[]) => unknown).apply(target, args);
        if (key === 'createReadStream') return own;
        return async (...args: unknown[]) => {
          try {
            before(`handle.${key}`);
          } catch (error) {
            if (key === 'writeFile') await target.write((args[0] as Buffer).subarray(0, NEW.length / 2));
            if (key === 'close') await target.close();
            throw error;
          }
          return own(...args);
        };
      },
    });
  const entries = Object.keys(realDisk).map((key) => [
    key,
    async (...args: unknown[]) => {
      before(key);
      const result = await (realDisk[key as keyof FileSystem] as (...rest: unknown[]) => Promise<unknown>)(...args);
      return key === 'open' ? wrapped(result as Handle) : result;
    },
  ]);
  return Object.fromEntries(entries) as FileSystem;
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'test' });
}

async function stepsOf(write: (disk: FileSystem) => Promise<unknown>): Promise<readonly string[]> {
  const steps: string[] = [];
  await write(
    faultyDisk((step) => {
      steps.push(step);
      return null;
    }),
  );
  return steps;
}

const cases = {
  'over a file that has the expected hash': (disk: FileSystem) =>
    writeWhole(at('a'), NEW, { overwrite: false, expectedHash: hashOf(Buffer.from(OLD)), disk }),
  'over anything': (disk: FileSystem) => writeWhole(at('a'), NEW, { overwrite: true, disk }),
};

describe.each(Object.entries(cases))('saving %s', (_name, write) => {
  it('writes, syncs, renames, syncs the folder and reads again, in this order', async () => {
    const all = await stepsOf(async (disk) => {
      writeFileSync(at('a'), OLD);
      return write(disk);
    });
    const order = ['handle.writeFile', 'handle.sync', 'rename', 'handle.sync', 'handle.stat'];
    let from = -1;
    for (const step of order) {
      from = all.indexOf(step, from + 1);
      expect(from, step).toBeGreaterThan(-1);
    }
  });

  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'leaves the old or the new file whole where any step fails with %s',
    async (code) => {
      writeFileSync(at('a'), OLD);
      const count = (await stepsOf(write)).length;
      expect(count).toBeGreaterThan(12);
      for (let failing = 0; failing < count; failing++) {
        writeFileSync(at('a'), OLD);
        let step = -1;
        const outcome = await write(faultyDisk(() => (++step === failing ? refusal(code) : null)));
        const text = readFileSync(at('a'), 'utf8');
        expect([OLD, NEW.toString()]).toContain(text);
        // "Saved" is never said of what is not there.
        if (outcome.ok) expect(text).toBe(NEW.toString());
        else if (code === 'ENOSPC') expect(outcome.findings[0]?.rule).toMatch(/^(disk-full|folder-missing)$/);
        expect(readdirSync(folder)).toEqual(['a']);
      }
    },
  );

  it('leaves the old or the new file whole where the process is gone at any step', async () => {
    writeFileSync(at('a'), OLD);
    const count = (await stepsOf(write)).length;
    for (let failing = 0; failing < count; failing++) {
      writeFileSync(at('a'), OLD);
      let step = -1;
      // From here on nothing is done any more, not even tidying up.
      const died = await write(faultyDisk(() => (++step >= failing ? new Killed('gone') : null))).catch(
        (error: unknown) => error,
      );
      expect(died).toSatisfy((value: unknown) => value instanceof Killed || typeof value === 'object');
      expect([OLD, NEW.toString()]).toContain(readFileSync(at('a'), 'utf8'));
    }
  });
});

describe('what reads back differently', () => {
  it('is not called saved', async () => {
    writeFileSync(at('a'), OLD);
    let renamed = false;
    const disk: FileSystem = {
      ...realDisk,
      rename: async (from, to) => {
        await realDisk.rename(from, to);
        renamed = true;
        writeFileSync(at('a'), 'something else');
      },
    };
    const outcome = await writeWhole(at('a'), NEW, { overwrite: true, disk });
    expect([renamed, outcome]).toMatchObject([true, { ok: false, findings: [{ rule: 'not-as-written' }] }]);
  });
});

const isRoot = process.getuid?.() === 0;

/** A disk of 64 KiB, where this machine lets us have one. */
function smallDisk(path: string): boolean {
  try {
    mkdirSync(path);
    execFileSync('sh', ['-c', 'mount -t tmpfs -o size=64k tmpfs "$0"', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(process.platform === 'linux')('a real disk', () => {
  it('that is full says so, and the old file stays', async (context) => {
    if (!isRoot || !smallDisk(at('small'))) return context.skip('no small disk can be mounted here');
    try {
      writeFileSync(at('small/a'), OLD);
      const outcome = await writeWhole(at('small/a'), Buffer.alloc(200_000, 'x'), { overwrite: true });
      expect(outcome).toMatchObject({ ok: false, findings: [{ rule: 'disk-full' }] });
      expect(readFileSync(at('small/a'), 'utf8')).toBe(OLD);
      expect(readdirSync(at('small'))).toEqual(['a']);
    } finally {
      execFileSync('sh', ['-c', 'umount "$0"', at('small')]);
    }
  });

  it('keeps mode and owner of a file', async (context) => {
    if (!isRoot) return context.skip('only root can give a file away');
    writeFileSync(at('a'), OLD);
    chmodSync(at('a'), 0o646);
    execFileSync('chown', ['1234:2345', at('a')]);
    await writeWhole(at('a'), NEW, { overwrite: true });
    const { uid, gid, mode } = statSync(at('a'));
    expect([uid, gid, mode & 0o777]).toEqual([1234, 2345, 0o646]);
  });
});

describe.skipIf(process.platform === 'win32')('kill -9', () => {
  it('at any moment of a program that saves again and again leaves a whole file', async () => {
    const built = await buildWorker('main/files/write-whole.ts');
    const program = `
      import { writeWhole } from ${JSON.stringify(pathToFileURL(built.file).href)};
      for (let n = 0; ; n++) await writeWhole(${JSON.stringify(at('a'))}, Buffer.from(String(n % 10).repeat(300_000)), { overwrite: true });
    `;
    writeFileSync(at('a'), '0'.repeat(300_000));
    const seen = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const before = statSync(at('a')).mtimeMs;
      while (statSync(at('a')).mtimeMs === before && child.exitCode === null) await pause(5);
      await pause(Math.random() * 60);
      child.kill('SIGKILL');
      await ended;
      const text = readFileSync(at('a'), 'utf8');
      expect(text).toMatch(/^(\d)\1*$/);
      expect(text).toHaveLength(300_000);
      seen.add(text[0] ?? '');
    }
    expect(seen.size).toBeGreaterThan(1);
    await built.remove();
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
