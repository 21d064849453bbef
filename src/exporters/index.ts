// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { scaffold } from './scaffold/scaffold.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [mermaid, kubernetes, scaffold];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
