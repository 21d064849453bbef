import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAccess } from '../window/ports.ts';
import { createRootedAccess } from './access.ts';

let top: string;
let root: string;
let access: FileAccess;

beforeAll(async () => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'spandrel-access-')));
  root = join(top, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  mkdirSync(join(top, 'root-sibling'));
  for (const name of ['root/a.json', 'root/sub/b.json', 'root/.hidden', 'secret', 'root-sibling/c.json']) {
    writeFileSync(join(top, name), name);
  }
  if (process.platform !== 'win32') {
    symlinkSync('../secret', join(root, 'out-link'));
    symlinkSync('../nothing-yet', join(root, 'dangling'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('sub/b.json', join(root, 'in-link'));
  }
  access = await createRootedAccess(root);
});
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

describe('files below a folder', () => {
  it('resolves what lies in it, and names it relative to it', async () => {
    const path = await access.toRead('sub/b.json');
    expect(path).toEqual({ ok: true, value: join(root, 'sub', 'b.json'), notes: [] });
    expect(access.nameOf(join(root, 'sub', 'b.json'))).toBe('sub/b.json');
    expect(await access.toWrite('new/deep/c.yaml')).toMatchObject({ ok: true, value: join(root, 'new/deep/c.yaml') });
  });

  it('lets an export have the hidden files that exports have, and no other', async () => {
    for (const path of ['.spandrel-export', 'api/.dockerignore', '.github/workflows/build.yaml'])
      expect(await access.toExport('new', path)).toMatchObject({ ok: true, value: join(root, 'new', path) });
    const outside = ['.git/hooks/post-commit', '.bashrc', '../secret', '.github/../../secret', '.github/.ssh/config'];
    for (const path of outside)
      expect(await access.toExport('new', path)).toMatchObject({ ok: false, findings: [{ rule: 'outside-folder' }] });
    expect(await access.toExport('.github', 'a.yaml')).toMatchObject({ ok: false });
    expect(await access.toWrite('.spandrel-export')).toMatchObject({ ok: false });
  });

  const escapes = [
    '..',
    '../secret',
    'sub/../../secret',
    './a.json',
    'sub//b.json',
    '/etc/passwd',
    '//etc/passwd',
    '\\etc',
    'sub\\..\\..\\secret',
    'C:/windows',
    'C:\\windows',
    'a.json\0',
    '.hidden',
    '.git/config',
    'sub/',
    '../root-sibling/c.json',
    ...(process.platform === 'win32' ? [] : ['out-link', 'dangling', 'up', 'up/secret', 'up/root-sibling/c.json']),
  ];
  it.each(escapes)('refuses %j', async (name) => {
    for (const path of [await access.toRead(name), await access.toWrite(name)]) {
      expect(path).toMatchObject({ ok: false, findings: [{ rule: 'outside-folder' }] });
    }
  });

  it('never resolves to anything outside, whatever the name', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      'sub',
      'a.json',
      '',
      'up',
      'out-link',
      'dangling',
      '%2e%2e',
      'x',
      '\\',
      ':',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.boolean(), async (parts, rooted) => {
        const path = await access.toWrite((rooted ? '/' : '') + parts.join('/'));
        if (path.ok) expect(path.value === root || path.value.startsWith(root + sep)).toBe(true);
      }),
    );
  });

  it('lists folders first, and neither hidden entries nor links that lead out', async () => {
    const links = process.platform === 'win32' ? [] : [{ name: 'in-link', path: 'in-link', kind: 'file' }];
    expect(await access.list('')).toEqual({
      ok: true,
      value: {
        folder: '',
        entries: [
          { name: 'sub', path: 'sub', kind: 'folder' },
          { name: 'a.json', path: 'a.json', kind: 'file' },
          ...links,
        ],
      },
      notes: [],
    });
    expect(await access.list('..')).toMatchObject({ ok: false });
    expect(await access.list('none')).toMatchObject({ ok: false, findings: [{ rule: 'file-missing' }] });
  });
});
