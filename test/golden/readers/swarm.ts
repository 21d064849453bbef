// The published schema of Compose, of which a stack file is one, and the files of its configs.
import { expect } from 'vitest';
import { composeFaults, readYaml, type ComposeFile } from '../compose-reader.ts';
import type { Reader } from './reader.ts';

export const swarm: Reader = (files) => {
  const stack = readYaml(files.find(({ path }) => path === 'stack.yaml')?.text ?? '') as ComposeFile;
  expect(composeFaults(stack)).toEqual([]);
  const named = Object.values(stack.configs ?? {}).map(({ file }) => String(file).replace('./', ''));
  expect(files.map(({ path }) => path).filter((path) => path.startsWith('configs/'))).toEqual(named);
  return Promise.resolve();
};
