// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { drawio } from './drawio/drawio.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { svg } from './svg/svg.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [mermaid, kubernetes, svg, drawio];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
