// YAML, and whether plays, groups and variables fit each other.
import { expect } from 'vitest';
import { ansibleFaults, readAnsible } from '../ansible-reader.ts';
import type { Reader } from './reader.ts';

export const ansible: Reader = (files) => {
  for (const { path, text } of files) if (/\.ya?ml$/.test(path)) expect(readAnsible(text)).toBeDefined();
  expect(ansibleFaults(files)).toEqual([]);
  return Promise.resolve();
};
