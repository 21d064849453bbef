// The readers by format; a format without one cannot be in the list of exporters.
import { ansible } from './ansible.ts';
import { compose } from './compose.ts';
import { docs } from './docs.ts';
import { drawio } from './drawio.ts';
import { helm } from './helm.ts';
import { kubernetes } from './kubernetes.ts';
import { kustomize } from './kustomize.ts';
import { loadtest } from './loadtest.ts';
import { mermaid } from './mermaid.ts';
import { observability } from './observability.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import type { Reader } from './reader.ts';
import { scaffold } from './scaffold.ts';
import { structurizr } from './structurizr.ts';
import { svg } from './svg.ts';
import { swarm } from './swarm.ts';
import { terraform } from './terraform.ts';

export const READERS: Readonly<Record<string, Reader>> = {
  mermaid,
  kubernetes,
  kustomize,
  helm,
  compose,
  swarm,
  terraform,
  ansible,
  scaffold,
  observability,
  loadtest,
  docs,
  svg,
  png,
  pdf,
  drawio,
  structurizr,
};
