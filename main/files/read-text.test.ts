import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeText } from './read-text.ts';
import { hashOf, readText } from './text-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-read-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('readText', () => {
  it('gives the text, the hash of the bytes, and whether it may be written', async () => {
    const path = written('a', '\uFEFFschön\r\n');
    expect(await readText(path, 100)).toEqual({
      ok: true,
      value: { text: 'schön\r\n', hash: hashOf(Buffer.from('\uFEFFschön\r\n')), readOnly: false },
      notes: [],
    });
  });

  it('refuses a large file without reading it', async () => {
    const path = written('large', '');
    // Sparse, so that reading it would take long and looking at it does not.
    truncateSync(path, 2 ** 36);
    expect(await readText(path, 2 ** 20)).toMatchObject({ ok: false, findings: [{ rule: 'file-too-large' }] });
  });

  it.runIf(process.platform === 'linux')('stops reading an endless device at the limit', async () => {
    expect(await readText('/dev/zero', 1000)).toMatchObject({ ok: false, findings: [{ rule: 'file-too-large' }] });
  });

  it('names a missing file and a folder', async () => {
    expect(await readText(join(folder, 'none'), 10)).toMatchObject({ ok: false, findings: [{ rule: 'file-missing' }] });
    expect(await readText(folder, 10 ** 6)).toMatchObject({ ok: false, findings: [{ rule: 'is-folder' }] });
  });
});

describe('decodeText', () => {
  it('names the line and column of the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('a\n\uFFFDü'), Buffer.from([0xff]), Buffer.from('b')]);
    expect(decodeText(bytes, 'x')).toMatchObject({
      ok: false,
      findings: [{ rule: 'not-utf8', position: { line: 2, column: 3 } }],
    });
  });

  it('gives back every text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed() && !text.startsWith('\uFEFF'));
        expect(decodeText(Buffer.from(text), 'x')).toMatchObject({ ok: true, value: text });
      }),
    );
  });
});
