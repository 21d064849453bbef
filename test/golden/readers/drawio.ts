// An XML parser, and the rules of draw.io's model; draw.io itself reads drawings in drawio.test.ts.
import { expect } from 'vitest';
import { readDrawing } from '../drawio-reader.ts';
import type { Reader } from './reader.ts';

export const drawio: Reader = (files) => {
  for (const { text } of files) expect(readDrawing(text).shapes.length).toBeGreaterThan(0);
  return Promise.resolve();
};
