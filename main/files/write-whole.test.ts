import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from './text-file.ts';
import { writeAllWhole, writeWhole } from './write-whole.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const bytes = (text: string): Uint8Array => Buffer.from(text);
const rules = (outcome: Awaited<ReturnType<typeof writeWhole>>): string[] =>
  outcome.ok ? [] : outcome.findings.map((finding) => finding.rule);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('writeWhole', () => {
  it('writes a new file and gives its hash', async () => {
    expect(await writeWhole(at('a'), bytes('one'), { overwrite: false })).toEqual({
      ok: true,
      value: { hash: hashOf(bytes('one')) },
      notes: [],
    });
    expect(readFileSync(at('a'), 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('refuses what is there already, and leaves it and nothing else', async () => {
    writeFileSync(at('a'), 'before');
    expect(rules(await writeWhole(at('a'), bytes('after'), { overwrite: false }))).toEqual(['file-exists']);
    expect(readFileSync(at('a'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('lets exactly one of many writers make a file', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => writeWhole(at('a'), bytes(`writer ${String(n)}`), { overwrite: false })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(readFileSync(at('a'), 'utf8')).toBe(`writer ${String(outcomes.findIndex((outcome) => outcome.ok))}`);
  });

  it('replaces only what has the expected hash', async () => {
    writeFileSync(at('a'), 'one');
    const expectedHash = hashOf(bytes('one'));
    expect((await writeWhole(at('a'), bytes('two'), { overwrite: false, expectedHash })).ok).toBe(true);
    expect(rules(await writeWhole(at('a'), bytes('three'), { overwrite: false, expectedHash }))).toEqual([
      'file-changed',
    ]);
    expect(readFileSync(at('a'), 'utf8')).toBe('two');
    rmSync(at('a'));
    expect(rules(await writeWhole(at('a'), bytes('three'), { overwrite: false, expectedHash }))).toEqual([
      'file-changed',
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets one of two savers win who both saw the same file', async () => {
    writeFileSync(at('a'), 'one');
    const expectedHash = hashOf(bytes('one'));
    const outcomes = await Promise.all(
      ['two', 'three'].map((text) => writeWhole(at('a'), bytes(text), { overwrite: false, expectedHash })),
    );
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false]);
    expect(readFileSync(at('a'), 'utf8')).toBe('two');
  });

  it.skipIf(process.platform === 'win32')('keeps the mode of what it replaces', async () => {
    writeFileSync(at('a'), 'one');
    chmodSync(at('a'), 0o640);
    await writeWhole(at('a'), bytes('two'), { overwrite: true });
    expect(statSync(at('a')).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.platform === 'win32')('follows links, also to what is still to be made', async () => {
    mkdirSync(at('elsewhere'));
    symlinkSync('elsewhere/real', at('link'));
    expect((await writeWhole(at('link'), bytes('one'), { overwrite: false })).ok).toBe(true);
    expect((await writeWhole(at('link'), bytes('two'), { overwrite: true })).ok).toBe(true);
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('elsewhere/real'), 'utf8')).toBe('two');
    expect(rules(await writeWhole(at('link'), bytes('three'), { overwrite: false }))).toEqual(['file-exists']);
  });

  it.skipIf(process.platform === 'win32')('writes into a device instead of replacing it', async () => {
    expect((await writeWhole('/dev/null', bytes('gone'), { overwrite: false })).ok).toBe(true);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('names a missing folder and a folder in the way', async () => {
    expect(rules(await writeWhole(at('none/a'), bytes('x'), { overwrite: false }))).toEqual(['folder-missing']);
    expect(rules(await writeWhole(folder, bytes('x'), { overwrite: true }))).toEqual(['is-folder']);
    writeFileSync(at('file'), '');
    expect(rules(await writeWhole(at('file/a'), bytes('x'), { overwrite: true }))).toEqual(['folder-missing']);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it.runIf(process.platform === 'linux')('says that the disk is full, and leaves what stood before', async () => {
    // The system's own full device cannot hold a temporary file beside it, so it is written straight.
    const outcome = await writeWhole('/dev/full', bytes('x'), { overwrite: true });
    expect(outcome).toMatchObject({ ok: false, findings: [{ rule: 'disk-full' }] });
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});

describe('writeAllWhole', () => {
  it('writes nothing at all where one of the files cannot be written', async () => {
    writeFileSync(at('taken'), 'before');
    const outcome = await writeAllWhole(
      [
        { path: at('new/deep/one'), bytes: bytes('1'), standing: 'nothing' },
        { path: at('taken'), bytes: bytes('2'), standing: 'nothing' },
      ],
      { makeFolders: true },
    );
    expect(outcome).toMatchObject({ ok: false, findings: [{ rule: 'file-exists' }] });
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readFileSync(at('taken'), 'utf8')).toBe('before');
  });
});
