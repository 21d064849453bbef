// An XML parser.
import { expect } from 'vitest';
import { readXml } from '../xml-reader.ts';
import type { Reader } from './reader.ts';

export const svg: Reader = (files) => {
  for (const { text } of files) {
    const root = readXml(text);
    expect([root.nodeName, root.namespaceURI]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
    expect(root.getElementsByTagName('text').length).toBeGreaterThan(0);
  }
  return Promise.resolve();
};
