// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { ansible } from './ansible/ansible.ts';
import { compose } from './compose/compose.ts';
import { docs } from './docs/docs.ts';
import { drawio } from './drawio/drawio.ts';
import { helm } from './helm/helm.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { kustomize } from './kustomize/kustomize.ts';
import { loadtest } from './loadtest/loadtest.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { observability } from './observability/observability.ts';
import { pdf } from './pdf/pdf.ts';
import { png } from './png/png.ts';
import { scaffold } from './scaffold/scaffold.ts';
import { structurizr } from './structurizr/structurizr.ts';
import { svg } from './svg/svg.ts';
import { swarm } from './swarm/swarm.ts';
import { terraform } from './terraform/terraform.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [
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
];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
