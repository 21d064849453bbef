import { describe, expect, it } from 'vitest';
import { fromBase64 } from './base64.ts';
import { byteMarkState, canCarry, withByteMark } from './mark-bytes.ts';
import { marked } from './mark.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF').toString('base64');

describe.each([
  ['PNG', PNG],
  ['PDF', PDF],
])('the mark in a %s', (_name, base64) => {
  const bytes = fromBase64(withByteMark(base64));

  it('is seen, and tells a change anywhere', () => {
    expect(byteMarkState(bytes)).toBe('intact');
    expect(byteMarkState(fromBase64(base64))).toBe('none');
    for (let at = 10; at < bytes.length; at += 1) {
      expect(byteMarkState(bytes.with(at, (bytes[at] ?? 0) ^ 1))).not.toBe('intact');
    }
    expect(byteMarkState(Uint8Array.of(...bytes, 1))).toBe('changed');
  });
});

it('is put by the ending of the name, and is in no other file of bytes', () => {
  const [file] = marked([{ path: 'a.png', text: PNG, encoding: 'base64' }]);
  expect(file?.text).toBe(withByteMark(PNG));
  expect([PNG, PDF, 'AAAA', ''].map(canCarry)).toEqual([true, true, false, false]);
  expect(withByteMark('AAAA')).toBe('AAAA');
  expect(byteMarkState(fromBase64('AAAA'))).toBeNull();
});
