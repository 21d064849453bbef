// A design as the text of a Mermaid C4 diagram: the system among its users, or the containers inside it.
import type { C4Element } from '../../catalogue/kind.ts';
import type { Component, Connection, Design } from '../../model/design.ts';
import type { GroupNode } from '../../model/group-tree.ts';
import { isOutside, joined, shown } from '../drawn.ts';
import { quotedLabel } from './label.ts';
import { isWord, nodeIds, type NodeIds } from './node-ids.ts';
import type { MermaidOptions } from './options.ts';
import { allGroups, forestOf, kindOf, pruned, themeLines, titleOf } from './parts.ts';

/** No group can be called so. */
const SYSTEM = '-system';
/** What stands where a relation must say something. */
const USES = 'Uses';
const RELATIONS = { TD: 'Rel', LR: 'Rel_R', BT: 'Rel_U', RL: 'Rel_L' } as const;

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly texts: readonly string[];
  readonly means: readonly string[];
}

/** The design as one system, with the people and the systems of others around it. */
export function c4Context(design: Design, options: MermaidOptions): string {
  const ids = idsOf(design, []);
  const system = ids.group(SYSTEM);
  const outside = new Set(design.components.filter(isOutside).map(({ id }) => id));
  const aliasOf = (id: string) => (outside.has(id) ? ids.component(id) : system);
  return written(design, options, 'C4Context', [
    ...design.components.filter(isOutside).map((component) => `  ${element(component, ids)}`),
    `  System(${system}, ${labels(nameOfSystem(design), design.description)})`,
    ...relations(joined(design), aliasOf, options),
  ]);
}

/** What the system is made of, in its groups. */
export function c4Container(design: Design, options: MermaidOptions): string {
  const forest = pruned(forestOf(design, options.grouping), (component) => !isOutside(component));
  const ids = idsOf(design, allGroups(forest.roots));
  const inside = [
    ...forest.loose.map((component) => `    ${element(component, ids)}`),
    ...forest.roots.flatMap((group) => boundary(group, ids, '    ')),
  ];
  // A boundary must hold something.
  const system =
    inside.length === 0
      ? []
      : [`  System_Boundary(${ids.group(SYSTEM)}, ${labels(nameOfSystem(design))}) {`, ...inside, '  }'];
  return written(design, options, 'C4Container', [
    ...design.components.filter(isOutside).map((component) => `  ${element(component, ids)}`),
    ...system,
    ...relations(joined(design), ids.component, options),
  ]);
}

function written(design: Design, options: MermaidOptions, diagram: string, lines: readonly string[]): string {
  // The title needs no quotes, and so gets none.
  const title = `  title ${quotedLabel(nameOfSystem(design)).slice(1, -1)}`;
  return `${[...themeLines(options), diagram, title, ...lines].join('\n')}\n`;
}

function idsOf(design: Design, groups: readonly string[]): NodeIds {
  return nodeIds(design, [SYSTEM, ...groups], isWord);
}

function nameOfSystem(design: Design): string {
  return shown(design.name, 'System');
}

function c4Of(component: Component): C4Element {
  return kindOf(component)?.look.c4 ?? 'Container';
}

function element(component: Component, ids: NodeIds): string {
  const kind = kindOf(component)?.title ?? component.kind;
  const { description } = component;
  const texts = isOutside(component)
    ? labels(titleOf(component), shown(description, kind))
    : labels(titleOf(component), kind, description);
  return `${c4Of(component)}(${ids.component(component.id)}, ${texts})`;
}

function boundary(group: GroupNode, ids: NodeIds, indent: string): string[] {
  return [
    `${indent}Container_Boundary(${ids.group(group.id)}, ${labels(shown(group.title, group.id))}) {`,
    ...group.components.map((component) => `${indent}  ${element(component, ids)}`),
    ...group.children.flatMap((child) => boundary(child, ids, `${indent}  `)),
    `${indent}}`,
  ];
}

/** Mermaid keeps one relation for each pair, so that all connections of a pair are told by one. */
function relations(
  connections: readonly Connection[],
  aliasOf: (id: string) => string,
  { direction }: MermaidOptions,
): string[] {
  const byPair = new Map<string, Relation>();
  for (const connection of connections) {
    const [from, to] = [aliasOf(connection.from), aliasOf(connection.to)];
    if (from === to) continue;
    const { texts = [], means = [] } = byPair.get(`${from} ${to}`) ?? {};
    byPair.set(`${from} ${to}`, {
      from,
      to,
      texts: [...texts, shown(connection.label, '')],
      means: [...means, meansOf(connection)],
    });
  }
  return [...byPair.values()].map(({ from, to, texts, means }) => {
    const said = [distinct(texts) || USES, distinct(means)];
    return `  ${RELATIONS[direction]}(${from}, ${to}, ${labels(...said)})`;
  });
}

function meansOf(connection: Connection): string {
  const protocol = shown(connection.protocol, '');
  if (connection.mode !== 'async') return protocol;
  return protocol === '' ? 'async' : `${protocol}, async`;
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('; ');
}

/** Quoted, without those at the end that say nothing. */
function labels(...texts: readonly (string | undefined)[]): string {
  const said = texts.filter((text) => text !== undefined && text.trim() !== '');
  return said.map((text) => quotedLabel(text ?? '')).join(', ');
}
