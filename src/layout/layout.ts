// Places for components that have none, by ELK's layered method: callers before callees, groups kept together, layers as
// bands in their order. What has a place never moves unless it is named.
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs';
import type { Component, Design } from '../model/design.ts';
import { type GroupNode, groupForest } from '../model/group-tree.ts';

/** A component's card on the canvas, in pixels at 100 %. */
export const CARD = { width: 180, height: 64 } as const;
const GRID = 20;
/** Room for a group's name above its members, and around them. */
const GROUP_PADDING = '[top=48,left=40,bottom=40,right=40]';

interface Place {
  readonly x: number;
  readonly y: number;
}

const SPACING = {
  'elk.algorithm': 'layered',
  'elk.spacing.nodeNode': '48',
  'elk.spacing.componentComponent': '80',
  'elk.layered.spacing.nodeNodeBetweenLayers': '110',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

function cardOf({ id }: Component): ElkNode {
  return { id: `c:${id}`, ...CARD };
}

function boxOf(group: GroupNode): ElkNode {
  return {
    id: `g:${group.id}`,
    layoutOptions: { 'elk.padding': GROUP_PADDING },
    children: [...group.components.map(cardOf), ...group.children.map(boxOf)],
  };
}

function edgesOf(design: Design): ElkExtendedEdge[] {
  const ids = new Set(design.components.map(({ id }) => id));
  return (design.connections ?? [])
    .filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)
    .map(({ id, from, to }, index) => ({ id: `k:${index}:${id}`, sources: [`c:${from}`], targets: [`c:${to}`] }));
}

/** Groups as boxes within boxes. */
function nestedGraph(design: Design): ElkNode {
  const forest = groupForest(design);
  return {
    id: 'root',
    layoutOptions: { ...SPACING, 'elk.direction': 'RIGHT', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: [...forest.roots.filter(isInhabited).map(boxOf), ...forest.loose.map(cardOf)],
    edges: edgesOf(design),
  };
}

function isInhabited(group: GroupNode): boolean {
  return group.components.length > 0 || group.children.some(isInhabited);
}

/** Layers as partitions from top to bottom: no component of a lower layer stands above one of a higher. */
function bandedGraph(design: Design): ElkNode {
  const bands = new Map<string, number>();
  groupForest(design).roots.forEach((group, band) => forEachMember(group, ({ id }) => bands.set(id, band)));
  return {
    id: 'root',
    layoutOptions: {
      ...SPACING,
      'elk.direction': 'DOWN',
      'elk.partitioning.activate': 'true',
      'elk.separateConnectedComponents': 'false',
    },
    children: design.components.map((component) => {
      const band = bands.get(component.id);
      const card = cardOf(component);
      return band === undefined ? card : { ...card, layoutOptions: { 'elk.partitioning.partition': String(band) } };
    }),
    edges: edgesOf(design),
  };
}

function forEachMember(group: GroupNode, visit: (component: Component) => void): void {
  group.components.forEach(visit);
  group.children.forEach((child) => forEachMember(child, visit));
}

function hasLayers(design: Design): boolean {
  return (design.groups ?? []).filter((group) => group.kind === 'layer' && group.parent === undefined).length > 1;
}

/** Absolute places, on the grid: ELK counts from the box around. */
function collectPlaces(node: ElkNode, from: Place, places: Map<string, Place>): void {
  const at = { x: from.x + (node.x ?? 0), y: from.y + (node.y ?? 0) };
  if (node.id.startsWith('c:')) places.set(node.id.slice(2), { x: snapped(at.x), y: snapped(at.y) });
  for (const child of node.children ?? []) collectPlaces(child, at, places);
}

function snapped(value: number): number {
  return Math.round(value / GRID) * GRID;
}

let elk: Promise<ELK> | null = null;

/** Loaded when it is first needed: it is large. */
function loadElk(): Promise<ELK> {
  elk ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new Elk());
  return elk;
}

/** Newcomers as a block below what has a place, with its left edge. */
function below(placed: readonly Place[], newcomers: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  if (placed.length === 0) return newcomers;
  const left = Math.min(...placed.map(({ x }) => x));
  const bottom = Math.max(...placed.map(({ y }) => y + CARD.height));
  const corner = {
    x: Math.min(...[...newcomers.values()].map(({ x }) => x)),
    y: Math.min(...[...newcomers.values()].map(({ y }) => y)),
  };
  const shift = { x: snapped(left - corner.x), y: snapped(bottom + 100 - corner.y) };
  return new Map([...newcomers].map(([id, { x, y }]) => [id, { x: x + shift.x, y: y + shift.y }]));
}

/**
 * Places for the components named, or for those without one, in pixels of the canvas at 100 %. Others are not in the
 * answer. All components named together are laid out anew from the origin; a part is set below what stands already.
 */
export async function layoutPlaces(design: Design, only?: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const wanted = new Set(only ?? design.components.filter(({ view }) => view === undefined).map(({ id }) => id));
  if (wanted.size === 0) return new Map();
  const part: Design = { ...design, components: design.components.filter(({ id }) => wanted.has(id)) };
  const graph = hasLayers(design) ? bandedGraph(part) : nestedGraph(part);
  const places = new Map<string, Place>();
  collectPlaces(await (await loadElk()).layout(graph), { x: 0, y: 0 }, places);
  const standing = design.components.flatMap(({ id, view }) => (view && !wanted.has(id) ? [view] : []));
  return below(standing, places);
}
