// The published schema of Compose, and whether what is named is there.
import { expect } from 'vitest';
import { composeFaults, readYaml, type ComposeFile } from '../compose-reader.ts';
import type { Reader } from './reader.ts';

export const compose: Reader = (files) => {
  expect(files.map(({ path }) => path)).toEqual(['compose.yaml']);
  for (const { text } of files) expect(composeFaults(readYaml(text) as ComposeFile)).toEqual([]);
  return Promise.resolve();
};
