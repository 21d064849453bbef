// The chunks of a PNG, with their check sums, and its pixels as zlib unpacks them.
import { crc32, inflateSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Reader } from './reader.ts';

const SIGNATURE = '89504e470d0a1a0a';
const BYTES_PER_PIXEL = 4;

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Names of the chunks in their order. */
  readonly chunks: readonly string[];
  /** How many different bytes the rows have: one colour has few. */
  readonly variety: number;
}

export function readPng(bytes: Buffer): Bitmap {
  expect(bytes.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
  const chunks: { readonly name: string; readonly data: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ name: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) });
    at += 12 + length;
  }
  const header = chunks[0]?.data ?? Buffer.alloc(8);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  // Eight bits for each of red, green, blue and alpha, and a filter before each row.
  expect([...header.subarray(8)]).toEqual([8, 6, 0, 0, 0]);
  expect(rows).toHaveLength(height * (1 + width * BYTES_PER_PIXEL));
  return { width, height, chunks: chunks.map(({ name }) => name), variety: new Set(rows).size };
}

export const png: Reader = (files) => {
  for (const { text } of files) {
    const { width, height, chunks, variety } = readPng(Buffer.from(text, 'base64'));
    expect([chunks[0], chunks[1], chunks.at(-1)]).toEqual(['IHDR', 'tEXt', 'IEND']);
    expect(Math.min(width, height)).toBeGreaterThan(100);
    expect(variety).toBeGreaterThan(50);
  }
  return Promise.resolve();
};
