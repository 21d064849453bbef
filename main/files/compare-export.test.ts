// Comparing an export with a folder that holds anything: ours, a person's, links, devices, and what is left over.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { marked } from '../../src/exporters/mark.ts';
import { archiveOf } from './archive.ts';
import { compareExport } from './compare-export.ts';
import { checkStale, removeStale } from './remove-stale.ts';
import { hashOf } from './text-file.ts';
import { writeExport } from './write-export.ts';

let folder: string;
let outside: string;
const at = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-compare-'));
  outside = mkdtempSync(join(tmpdir(), 'spandrel-outside-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

const picture = (bytes: string): ExportFile => ({
  path: 'picture.png',
  text: Buffer.from(bytes).toString('base64'),
  encoding: 'base64',
});
const before = marked([
  { path: 'same.yaml', text: 'a: 1\n' },
  { path: 'changed.yaml', text: 'a: 1\n' },
  { path: 'edited.yaml', text: 'a: 1\n' },
  { path: 'apps/api/gone.yaml', text: 'a: 1\n' },
  { path: 'gone.json', text: '{}\n' },
  { path: 'data.json', text: '{"a":1}\n' },
  picture('one'),
]);
const after = marked([
  { path: 'same.yaml', text: 'a: 1\n' },
  { path: 'changed.yaml', text: 'a: 2\n' },
  { path: 'edited.yaml', text: 'a: 2\n' },
  { path: 'foreign.yaml', text: 'a: 2\n' },
  { path: 'apps/web/new.yaml', text: 'a: 2\n' },
  { path: 'data.json', text: '{"a":2}\n' },
  picture('two'),
]);

async function exported(files: readonly ExportFile[]): Promise<void> {
  expect(await writeExport(folder, files, 'folder', { overwrite: false })).toMatchObject({ ok: true });
}

async function states(files: readonly ExportFile[], target = folder): Promise<Record<string, string>> {
  const compared = await compareExport(target, files, 'folder');
  if (!compared.ok) throw new Error(compared.findings[0]?.message);
  return Object.fromEntries(compared.value.map(({ path, state }) => [path, state]));
}

describe('comparing with a folder', () => {
  it('tells new, same, changed, edited, foreign and gone apart', async () => {
    await exported(before);
    put('edited.yaml', `${readFileSync(at('edited.yaml'), 'utf8')}# mine\n`);
    put('foreign.yaml', 'all mine\n');
    expect(await states(after)).toEqual({
      'same.yaml': 'same',
      'changed.yaml': 'changed',
      'edited.yaml': 'edited',
      'foreign.yaml': 'foreign',
      'apps/web/new.yaml': 'new',
      'data.json': 'changed',
      'picture.png': 'changed',
      '.spandrel-export': 'changed',
      'apps/api/gone.yaml': 'gone',
      'gone.json': 'gone',
    });
  });

  it('gives the text that stands there, and the hash by which it may be replaced', async () => {
    await exported(before);
    const compared = await compareExport(folder, after, 'folder');
    const changed = compared.ok ? compared.value.find(({ path }) => path === 'changed.yaml') : undefined;
    const text = readFileSync(at('changed.yaml'), 'utf8');
    expect(changed).toEqual({ path: 'changed.yaml', state: 'changed', text, hash: hashOf(Buffer.from(text)) });
  });

  it('takes other line endings for the same', async () => {
    await exported(before);
    put('same.yaml', readFileSync(at('same.yaml'), 'utf8').replaceAll('\n', '\r\n'));
    expect(await states(after)).toMatchObject({ 'same.yaml': 'same' });
  });

  it('calls an edited file that carries no mark itself edited, and one that no list knows foreign', async () => {
    await exported(before);
    put('data.json', '{"mine":true}\n');
    put('picture.png', 'three');
    expect(await states(after)).toMatchObject({ 'data.json': 'edited', 'picture.png': 'edited' });
    rmSync(at('.spandrel-export'));
    expect(await states(after)).toMatchObject({ 'data.json': 'foreign', 'picture.png': 'foreign' });
  });

  it('finds everything new where there is no folder yet, and refuses a file in its place', async () => {
    expect(new Set(Object.values(await states(after, at('none/below'))))).toEqual(new Set(['new']));
    put('file', 'mine');
    for (const target of ['file', 'file/below'])
      expect(await compareExport(at(target), after, 'folder')).toMatchObject({
        ok: false,
        findings: [{ rule: 'folder-missing' }],
      });
  });

  it('refuses a path out of the folder', async () => {
    for (const path of ['../up.yaml', '/abs.yaml', 'a/../../b.yaml'])
      expect(await compareExport(folder, [{ path, text: 'a' }], 'folder')).toMatchObject({
        ok: false,
        findings: [{ rule: 'unsafe-path' }],
      });
  });

  it('gives no text of bytes, and none of a long file', async () => {
    put('changed.yaml', new Uint8Array([0xff, 0xfe, 0, 1]));
    put('same.yaml', 'x'.repeat(2 ** 20));
    const compared = await compareExport(folder, after, 'folder');
    const found = compared.ok ? compared.value.filter(({ state }) => state === 'foreign') : [];
    expect(found.map(({ path, text, hash }) => [path, text, hash !== null])).toEqual([
      ['same.yaml', null, true],
      ['changed.yaml', null, true],
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'takes what is no plain file, or cannot be read, for a person’s',
    async () => {
      mkdirSync(at('same.yaml'));
      symlinkSync('/dev/null', at('changed.yaml'));
      symlinkSync('nowhere', at('edited.yaml'));
      symlinkSync('foreign.yaml', at('foreign.yaml'));
      const compared = await compareExport(folder, after, 'folder');
      const found = compared.ok ? compared.value.slice(0, 4) : [];
      expect(found.map(({ state, hash, text }) => [state, hash, text])).toEqual(
        Array.from({ length: 4 }, () => ['foreign', null, null]),
      );
    },
  );

  it.skipIf(process.platform === 'win32')('follows no link while it looks for what is gone', async () => {
    await exported(before);
    const [ours] = before;
    writeFileSync(join(outside, 'elsewhere.yaml'), ours?.text ?? '');
    symlinkSync(outside, at('apps/link'));
    symlinkSync(join(outside, 'elsewhere.yaml'), at('link.yaml'));
    symlinkSync('..', at('apps/loop'));
    expect(Object.entries(await states(after)).filter(([, state]) => state === 'gone')).toEqual([
      ['apps/api/gone.yaml', 'gone'],
      ['gone.json', 'gone'],
    ]);
  });

  it('calls nothing gone that it would not itself write: other endings, folders and edited files', async () => {
    await exported(before);
    put('diagram.mmd', marked([{ path: 'diagram.mmd', text: 'flowchart\n' }])[0]?.text ?? '');
    put('other/chart.yaml', before[0]?.text ?? '');
    put('apps/node_modules/chart.yaml', before[0]?.text ?? '');
    put('apps/api/gone.yaml', `${readFileSync(at('apps/api/gone.yaml'), 'utf8')}# mine\n`);
    const gone = Object.entries(await states(after)).filter(([, state]) => state === 'gone');
    expect(gone).toEqual([['gone.json', 'gone']]);
  });
});

describe('comparing with one file or an archive', () => {
  it('looks at the file itself', async () => {
    const [one, other] = [before[1], after[1]] as [ExportFile, ExportFile];
    const compare = () => compareExport(at('one.yaml'), [other], 'single');
    expect(await compare()).toMatchObject({ value: [{ state: 'new' }] });
    put('one.yaml', one.text);
    expect(await compare()).toMatchObject({ value: [{ state: 'changed', text: one.text }] });
    put('one.yaml', `${one.text}# mine\n`);
    expect(await compare()).toMatchObject({ value: [{ state: 'edited' }] });
  });

  it('looks into the archive', async () => {
    put('all.zip', archiveOf(before));
    const compared = await compareExport(at('all.zip'), after, 'archive');
    expect(compared.ok && compared.value.map(({ state }) => state)).toEqual([
      'same',
      'changed',
      'changed',
      'new',
      'new',
      'changed',
      'changed',
      'changed',
    ]);
    put('all.zip', 'no archive');
    const broken = await compareExport(at('all.zip'), after, 'archive');
    expect(broken.ok && new Set(broken.value.map(({ state }) => state))).toEqual(new Set(['foreign']));
  });
});

describe('writing after a comparison', () => {
  it('replaces a person’s file only while it is what was seen', async () => {
    put('foreign.yaml', 'all mine\n');
    const seen = { 'foreign.yaml': hashOf(Buffer.from('all mine\n')) };
    put('foreign.yaml', 'more of mine\n');
    const write = () => writeExport(folder, after, 'folder', { overwrite: false, replaces: seen });
    expect(await write()).toMatchObject({ ok: false, findings: [{ rule: 'file-changed' }] });
    expect(readFileSync(at('foreign.yaml'), 'utf8')).toBe('more of mine\n');
    put('foreign.yaml', 'all mine\n');
    expect(await write()).toMatchObject({ ok: true });
    expect(readFileSync(at('foreign.yaml'), 'utf8')).toContain('generated by spandrel');
  });

  it('removes what is gone with the folders that are empty then, and nothing that was touched since', async () => {
    await exported(before);
    const compared = await compareExport(folder, after, 'folder');
    const gone = compared.ok ? compared.value.filter(({ state }) => state === 'gone') : [];
    const stale = gone.map(({ path, hash }) => ({ path, hash: hash ?? '' }));
    expect(await checkStale(folder, stale)).toEqual({ ok: true, value: null, notes: [] });
    put('gone.json', '{"mine":true}\n');
    expect(await checkStale(folder, stale)).toMatchObject({ ok: false, findings: [{ rule: 'not-removed' }] });
    expect(await removeStale(folder, stale)).toMatchObject({ ok: false });
    expect(existsSync(at('apps'))).toBe(false);
    expect(readFileSync(at('gone.json'), 'utf8')).toBe('{"mine":true}\n');
  });

  it('never takes a file for stale that was not ours, whatever it is asked', async () => {
    put('mine.yaml', 'mine');
    writeFileSync(join(outside, 'mine.yaml'), before[0]?.text ?? '');
    const asked = [
      { path: 'mine.yaml', hash: hashOf(Buffer.from('mine')) },
      {
        path: `../${outside.slice(outside.lastIndexOf('/') + 1)}/mine.yaml`,
        hash: hashOf(Buffer.from(before[0]?.text ?? '')),
      },
    ];
    for (const one of asked)
      expect(await checkStale(folder, [one])).toMatchObject({ ok: false, findings: [{ rule: 'not-removed' }] });
    expect(existsSync(join(outside, 'mine.yaml'))).toBe(true);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says what cannot be removed', async () => {
    await exported(before);
    chmodSync(at('apps/api'), 0o500);
    const text = readFileSync(at('apps/api/gone.yaml'));
    const removed = await removeStale(folder, [{ path: 'apps/api/gone.yaml', hash: hashOf(text) }]);
    chmodSync(at('apps/api'), 0o700);
    expect(removed).toMatchObject({ ok: false, findings: [{ rule: 'file-not-allowed' }] });
  });
});
