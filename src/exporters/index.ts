// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { drawio } from './drawio/drawio.ts';
import { helm } from './helm/helm.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { kustomize } from './kustomize/kustomize.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { structurizr } from './structurizr/structurizr.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [mermaid, kubernetes, kustomize, helm, drawio, structurizr];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
