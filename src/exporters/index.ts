// The list of exporters: menus, the command line and the export tab are drawn from it.
import type { Exporter } from './exporter.ts';
import { compose } from './compose/compose.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { swarm } from './swarm/swarm.ts';

export { runExporter } from './run.ts';

export const exporters: readonly Exporter[] = [
  mermaid,
  kubernetes,
  compose,
  swarm,
];

export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
