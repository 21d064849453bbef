// An XML parser, and the rules by which draw.io puts cells together; drawio.test.ts shows files to draw.io itself.
import { expect } from 'vitest';
import { cellFaults } from '../drawio-reader.ts';
import type { Reader } from './reader.ts';

export const drawio: Reader = (files) => {
  for (const { text } of files) expect(cellFaults(text)).toEqual([]);
  return Promise.resolve();
};
