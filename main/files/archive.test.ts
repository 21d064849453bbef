import { strToU8, zipSync } from 'fflate/browser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf, filesOfArchive } from './archive.ts';

describe('the archive', () => {
  it('gives back every text, and the same bytes for the same files', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const files = texts.map((one, n) => ({ path: `folder/${String(n)}.yaml`, text: one }));
        const bytes = archiveOf(files);
        expect([...(filesOfArchive(bytes)?.values() ?? [])].map((one) => Buffer.from(one).toString())).toEqual(texts);
        expect(archiveOf(files)).toEqual(bytes);
      }),
    );
  });

  it('is told from what is none', () => {
    expect(filesOfArchive(strToU8('no archive'))).toBe(null);
    expect(filesOfArchive(new Uint8Array())).toBe(null);
  });

  it('is not unpacked where it says that it would fill the memory', () => {
    const bytes = zipSync({ a: new Uint8Array(2 ** 20) });
    // The size that the directory at the end tells, beside the name: 1 TiB less one.
    const view = new DataView(bytes.buffer);
    const directory = bytes.length - 22 - 47;
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    view.setUint32(directory + 24, 0xfffffffe, true);
    expect(filesOfArchive(bytes)).toBe(null);
  });
});
