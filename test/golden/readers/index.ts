// The readers by format; a format without one cannot be in the list of exporters.
import { drawio } from './drawio.ts';
import { helm } from './helm.ts';
import { kubernetes } from './kubernetes.ts';
import { kustomize } from './kustomize.ts';
import { mermaid } from './mermaid.ts';
import type { Reader } from './reader.ts';
import { structurizr } from './structurizr.ts';

export const READERS: Readonly<Record<string, Reader>> = {
  mermaid,
  kubernetes,
  kustomize,
  helm,
  drawio,
  structurizr,
};
