// The readers by format; a format without one cannot be in the list of exporters.
import { drawio } from './drawio.ts';
import { kubernetes } from './kubernetes.ts';
import { mermaid } from './mermaid.ts';
import type { Reader } from './reader.ts';
import { svg } from './svg.ts';

export const READERS: Readonly<Record<string, Reader>> = {
  mermaid,
  kubernetes,
  svg,
  drawio,
};
