// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { docs } from './docs/docs.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { loadtest } from './loadtest/loadtest.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { observability } from './observability/observability.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [mermaid, kubernetes, observability, loadtest, docs];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
