// The readers by format; a format without one cannot be in the list of exporters.
import { docs } from './docs.ts';
import { kubernetes } from './kubernetes.ts';
import { loadtest } from './loadtest.ts';
import { mermaid } from './mermaid.ts';
import { observability } from './observability.ts';
import type { Reader } from './reader.ts';

export const READERS: Readonly<Record<string, Reader>> = {
  mermaid,
  kubernetes,
  observability,
  loadtest,
  docs,
};
