// A design as the text of one Mermaid flowchart: boxes first, then the arrows between them.
import type { Family, Kind, MermaidShape } from '../../catalogue/kind.ts';
import { families, kindByKey } from '../../catalogue/index.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import { groupForest, type GroupForest, type GroupNode } from '../../model/group-tree.ts';
import { quotedLabel } from './label.ts';
import { nodeIds, type NodeIds } from './node-ids.ts';
import { node } from './shapes.ts';

export const DIRECTIONS = ['TD', 'LR', 'BT', 'RL'] as const;
export const GROUPINGS = ['groups', 'family', 'none'] as const;
export const THEMES = ['default', 'neutral', 'dark', 'forest', 'base'] as const;

export interface FlowchartOptions {
  readonly direction: (typeof DIRECTIONS)[number];
  readonly grouping: (typeof GROUPINGS)[number];
  readonly theme: (typeof THEMES)[number];
}

/** Connections that lead nowhere are left out; whoever calls this says so. */
export function flowchart(design: Design, options: FlowchartOptions): string {
  const forest = forestOf(design, options.grouping);
  const ids = nodeIds(design, allGroups(forest.roots));
  const lines = [
    ...(options.theme === 'default' ? [] : [`%%{init: {"theme": "${options.theme}"}}%%`]),
    `flowchart ${options.direction}`,
    ...forest.loose.map((component) => `  ${boxOf(component, ids)}`),
    ...forest.roots.flatMap((group) => subgraph(group, ids, '  ')),
    ...joined(design).map((connection) => `  ${arrowOf(connection, ids)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The connections of which both ends are in the design, in the order of the file. */
export function joined(design: Design): readonly Connection[] {
  const ids = new Set(design.components.map((component) => component.id));
  return (design.connections ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
}

function forestOf(design: Design, grouping: FlowchartOptions['grouping']): GroupForest {
  switch (grouping) {
    case 'groups':
      return groupForest(design);
    case 'family':
      return familyForest(design);
    case 'none':
      return { roots: [], loose: design.components };
  }
}

function familyForest(design: Design): GroupForest {
  const of = (family: Family | undefined) =>
    design.components.filter((component) => kindOf(component)?.family === family);
  const roots = families.map(({ key, title }) => ({ id: key, title, components: of(key), children: [] }));
  return { roots: roots.filter(({ components }) => components.length > 0), loose: of(undefined) };
}

function allGroups(groups: readonly GroupNode[]): string[] {
  return groups.flatMap((group) => [group.id, ...allGroups(group.children)]);
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
  return node(ids.component(component.id), quotedLabel(shown(component.name, component.id)), shape);
}

function arrowOf(connection: Connection, ids: NodeIds): string {
  const arrow = connection.mode === 'async' ? '-.->' : '-->';
  const label = shown(connection.label, shown(connection.protocol, ''));
  const labelled = label === '' ? arrow : `${arrow}|${quotedLabel(label)}|`;
  return `${ids.component(connection.from)} ${labelled} ${ids.component(connection.to)}`;
}

/** A label that shows nothing is as good as none. */
function shown(text: string | undefined, otherwise: string): string {
  return text === undefined || text.trim() === '' ? otherwise : text;
}

function kindOf(component: Component): Kind | undefined {
  return kindByKey(component.kind);
}
