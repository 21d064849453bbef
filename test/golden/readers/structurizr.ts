// A grammar check of our own, since there is no parser of the DSL outside of Java.
import { expect } from 'vitest';
import { readWorkspace } from '../structurizr-reader.ts';
import type { Reader } from './reader.ts';

export const structurizr: Reader = (files) => {
  for (const { text } of files) expect(readWorkspace(text).elements.length).toBeGreaterThan(0);
  return Promise.resolve();
};
