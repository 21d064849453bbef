// The readers by format; a format without one cannot be in the list of exporters.
import { kubernetes } from './kubernetes.ts';
import { mermaid } from './mermaid.ts';
import type { Reader } from './reader.ts';
import { scaffold } from './scaffold.ts';

export const READERS: Readonly<Record<string, Reader>> = {
  mermaid,
  kubernetes,
  scaffold,
};
