// A design as the graph that ELK lays out, and the places that it finds.
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Component, Design } from '../model/design.ts';
import { groupForest, type GroupNode } from '../model/group-tree.ts';
import { CARD, FRAME, GRID, type Place, snapped } from './card.ts';

/** Cards are a little higher for ELK, a multiple of the grid, so that snapping brings none onto another. */
const NODE_HEIGHT = Math.ceil(CARD.height / GRID) * GRID;
/** The label of a connection needs the room between two layers. */
const BETWEEN_LAYERS = 120;
const BETWEEN_NODES = 60;
/** From so many components on, each group is laid out by itself, which takes a small part of the time. */
const MANY = 100;

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
  const groups = forest.roots.filter(hasMembers);
  const isLarge = design.components.length >= MANY;
  const options = optionsFor(layers.size > 0);
  const root: ElkNode = {
    id: 'root',
    layoutOptions: { ...options, ...(isLarge ? {} : AS_ONE) },
    children: [
      ...groups.map((group) => groupNode(group, numbering, options)),
      ...forest.loose.map((component) => componentNode(component, numbering)),
    ],
    edges: bandEdges(
      groups.filter(({ id }) => layers.has(id)),
      numbering,
    ),
  };
  const calls = connectionEdges(design, numbering);
  if (isLarge) liftEdges(root, calls);
  else root.edges?.push(...calls);
  return root;
}

/** Own ids for ELK: those of a file may stand twice. The first one counts. */
function numbered(entries: readonly { readonly id: string }[], prefix: string): ReadonlyMap<string, string> {
  return new Map(entries.map(({ id }, index) => [id, `${prefix}${String(index)}`] as const).reverse());
}

/** All groups at once, so that calls between them count, with the order of the file where nothing speaks against it. */
const AS_ONE: LayoutOptions = {
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

/** For the whole and for each group: ELK hands few of them on. */
function optionsFor(layered: boolean): LayoutOptions {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': layered ? 'DOWN' : 'RIGHT',
    'elk.randomSeed': '1',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(layered ? BETWEEN_NODES : BETWEEN_LAYERS),
    'elk.spacing.nodeNode': String(BETWEEN_NODES),
    'elk.spacing.componentComponent': String(BETWEEN_LAYERS),
    'elk.aspectRatio': '1.6',
  };
}

function hasMembers(group: GroupNode): boolean {
  return group.components.length > 0 || group.children.some(hasMembers);
}

function groupNode(group: GroupNode, numbering: Numbering, options: LayoutOptions): ElkNode {
  const { top, side, bottom } = FRAME;
  return {
    id: numbering.groups.get(group.id) ?? group.id,
    layoutOptions: {
      ...options,
      'elk.padding': `[top=${String(top)},left=${String(side)},bottom=${String(bottom)},right=${String(side)}]`,
    },
    children: [
      ...group.components.map((component) => componentNode(component, numbering)),
      ...group.children.filter(hasMembers).map((child) => groupNode(child, numbering, options)),
    ],
  };
}

function componentNode({ id }: Component, { components }: Numbering): ElkNode {
  return { id: components.get(id) ?? id, width: CARD.width, height: NODE_HEIGHT };
}

function connectionEdges(design: Design, { components }: Numbering): ElkExtendedEdge[] {
  return (design.connections ?? []).flatMap(({ from, to }, index) => {
    const source = components.get(from);
    const target = components.get(to);
    if (source === undefined || target === undefined || source === target) return [];
    return { id: `e${String(index)}`, sources: [source], targets: [target] };
  });
}

/** Each edge goes to the innermost box around both its ends, between the parts of that box where they lie; once. */
function liftEdges(root: ElkNode, edges: readonly ElkExtendedEdge[]): void {
  const boxes = new Map<string, readonly ElkNode[]>();
  const walk = (node: ElkNode, above: readonly ElkNode[]): void => {
    const within = [...above, node];
    boxes.set(node.id, within);
    for (const child of node.children ?? []) walk(child, within);
  };
  walk(root, []);
  const known = new Set<string>();
  for (const { id, sources, targets } of edges) {
    const from = boxes.get(sources[0] ?? '') ?? [];
    const to = boxes.get(targets[0] ?? '') ?? [];
    const parting = from.findIndex((node, depth) => node !== to[depth]);
    const [box, source, target] = [from[parting - 1], from[parting], to[parting]];
    if (box === undefined || source === undefined || target === undefined) continue;
    const key = `${source.id} ${target.id}`;
    if (known.has(key)) continue;
    known.add(key);
    (box.edges ??= []).push({ id, sources: [source.id], targets: [target.id] });
  }
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
