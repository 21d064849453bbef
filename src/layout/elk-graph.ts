// A design as the graph that ELK lays out, and the places that it finds.
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Component, Design } from '../model/design.ts';
import { groupForest, type GroupNode } from '../model/group-tree.ts';
import { CARD, FRAME, GRID, type Place, snapped } from './card.ts';

/** Cards are a little higher for ELK, a multiple of the grid, so that snapping brings none onto another. */
const NODE_HEIGHT = Math.ceil(CARD.height / GRID) * GRID;
/** Room for the label of a connection. */
const BETWEEN_LAYERS = 120;
const BETWEEN_NODES = 60;
/** A label is some seven pixels a letter. */
const LABEL = { letter: 7, height: 20, longest: 160 } as const;

interface Numbering {
  readonly components: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

/** Flows to the right, but for layers, which lie as bands below one another in the order of the file. */
export function elkGraph(design: Design): ElkNode {
  const forest = groupForest(design);
  const layers = new Set((design.groups ?? []).filter(({ kind }) => kind === 'layer').map(({ id }) => id));
  const numbering: Numbering = {
    components: numbered(design.components, 'c'),
    groups: numbered(design.groups ?? [], 'g'),
  };
  const bands = forest.roots.filter((group) => layers.has(group.id) && hasMembers(group));
  return {
    id: 'root',
    layoutOptions: rootOptions(layers.size > 0),
    children: [
      ...forest.roots.filter(hasMembers).map((group) => groupNode(group, numbering)),
      ...forest.loose.map((component) => componentNode(component, numbering)),
    ],
    edges: [...connectionEdges(design, numbering), ...bandEdges(bands, numbering)],
  };
}

/** Own ids for ELK: those of a file may stand twice. The first one counts. */
function numbered(entries: readonly { readonly id: string }[], prefix: string): ReadonlyMap<string, string> {
  return new Map(entries.map(({ id }, index) => [id, `${prefix}${String(index)}`] as const).reverse());
}

function rootOptions(layered: boolean): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': layered ? 'DOWN' : 'RIGHT',
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.randomSeed': '1',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(layered ? BETWEEN_NODES : BETWEEN_LAYERS),
    'elk.spacing.nodeNode': String(BETWEEN_NODES),
    'elk.spacing.componentComponent': String(BETWEEN_LAYERS),
    'elk.aspectRatio': '1.6',
  };
}

function hasMembers(group: GroupNode): boolean {
  return group.components.length > 0 || group.children.some(hasMembers);
}

function groupNode(group: GroupNode, numbering: Numbering): ElkNode {
  const { top, side, bottom } = FRAME;
  return {
    id: numbering.groups.get(group.id) ?? group.id,
    layoutOptions: {
      'elk.padding': `[top=${String(top)},left=${String(side)},bottom=${String(bottom)},right=${String(side)}]`,
    },
    children: [
      ...group.components.map((component) => componentNode(component, numbering)),
      ...group.children.filter(hasMembers).map((child) => groupNode(child, numbering)),
    ],
  };
}

function componentNode({ id }: Component, { components }: Numbering): ElkNode {
  return { id: components.get(id) ?? id, width: CARD.width, height: NODE_HEIGHT };
}

function connectionEdges(design: Design, { components }: Numbering): ElkExtendedEdge[] {
  return (design.connections ?? []).flatMap(({ from, to, label, protocol }, index) => {
    const source = components.get(from);
    const target = components.get(to);
    if (source === undefined || target === undefined || source === target) return [];
    const text = label ?? protocol ?? '';
    const width = Math.min(LABEL.longest, text.length * LABEL.letter);
    const labels = text === '' ? [] : [{ text, width, height: LABEL.height }];
    return { id: `e${String(index)}`, sources: [source], targets: [target], labels };
  });
}

/** Each band lies above the next, whatever way the calls go. */
function bandEdges(bands: readonly GroupNode[], { groups }: Numbering): ElkExtendedEdge[] {
  return bands.slice(1).flatMap((below, index) => {
    const source = groups.get(bands[index]?.id ?? '');
    const target = groups.get(below.id);
    if (source === undefined || target === undefined) return [];
    const layoutOptions = { 'elk.layered.priority.direction': '1000' };
    return { id: `b${String(index)}`, sources: [source], targets: [target], layoutOptions };
  });
}

/** The place of each component by its id, on the grid, the topmost and leftmost of all at 0. */
export function placesFrom(graph: ElkNode, design: Design): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const walk = (node: ElkNode, x: number, y: number): void => {
    for (const child of node.children ?? []) {
      const place = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
      places.set(child.id, place);
      walk(child, place.x, place.y);
    }
  };
  walk(graph, 0, 0);
  const found = [...numbered(design.components, 'c')].flatMap(([id, node]) => {
    const place = places.get(node);
    return place === undefined ? [] : [[id, place] as const];
  });
  const left = Math.min(...found.map(([, { x }]) => x));
  const top = Math.min(...found.map(([, { y }]) => y));
  return new Map(found.map(([id, { x, y }]) => [id, { x: snapped(x - left), y: snapped(y - top) }]));
}
