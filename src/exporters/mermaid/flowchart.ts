// A design as the text of one Mermaid flowchart: boxes first, then the arrows between them.
import type { MermaidShape } from '../../catalogue/kind.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import type { GroupNode } from '../../model/group-tree.ts';
import { joined, shown } from '../drawn.ts';
import { quotedLabel } from './label.ts';
import { nodeIds, type NodeIds } from './node-ids.ts';
import type { MermaidOptions } from './options.ts';
import { allGroups, arrowText, forestOf, kindOf, themeLines, titleOf } from './parts.ts';
import { node } from './shapes.ts';

/** Connections that lead nowhere are left out; whoever calls this says so. */
export function flowchart(design: Design, options: MermaidOptions): string {
  const forest = forestOf(design, options.grouping);
  const ids = nodeIds(design, allGroups(forest.roots));
  const lines = [
    ...themeLines(options),
    `flowchart ${options.direction}`,
    ...forest.loose.map((component) => `  ${boxOf(component, ids)}`),
    ...forest.roots.flatMap((group) => subgraph(group, ids, '  ')),
    ...joined(design).map((connection) => `  ${arrowOf(connection, ids)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function subgraph(group: GroupNode, ids: NodeIds, indent: string): string[] {
  return [
    `${indent}subgraph ${ids.group(group.id)}[${quotedLabel(shown(group.title, group.id))}]`,
    ...group.components.map((component) => `${indent}  ${boxOf(component, ids)}`),
    ...group.children.flatMap((child) => subgraph(child, ids, `${indent}  `)),
    `${indent}end`,
  ];
}

function boxOf(component: Component, ids: NodeIds): string {
  const shape: MermaidShape = kindOf(component)?.look.mermaid ?? 'rect';
  return node(ids.component(component.id), quotedLabel(titleOf(component)), shape);
}

function arrowOf(connection: Connection, ids: NodeIds): string {
  const arrow = connection.mode === 'async' ? '-.->' : '-->';
  const label = arrowText(connection);
  const labelled = label === '' ? arrow : `${arrow}|${quotedLabel(label)}|`;
  return `${ids.component(connection.from)} ${labelled} ${ids.component(connection.to)}`;
}
