// Mermaid's own parser.
import { expect } from 'vitest';
import { readFlowchart } from '../mermaid-reader.ts';
import type { Reader } from './reader.ts';

export const mermaid: Reader = async (files) => {
  for (const { text } of files) expect((await readFlowchart(text)).boxes.length).toBeGreaterThan(0);
};
