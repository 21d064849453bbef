// Design, places, selection and run → the nodes and edges that React Flow draws. Nothing here is kept beside the design;
// a node that says the same as before stays the same object, so that only what changed is drawn again.
import type { Edge, Node } from '@xyflow/react';
import { kindByKey } from '../../src/catalogue/index.ts';
import { nameOf } from '../../src/model/graph.ts';
import type { SelectionValue } from '../../src/commands/command.ts';
import { noteTitle } from '../../src/model/notes.ts';
import type { Component, Connection, Design, Group, Note } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Result } from '../../src/simulation/result.ts';
import type { Point } from '../state/canvas.ts';
import { t } from '../texts.ts';
import { formatShare } from '../theme/format.ts';
import { cardFigures, edgeFigures, edgeWidth, type CardFigures, type EdgeFigures } from './figures.ts';
import { CARD } from '../../src/layout/card.ts';
import type { PlacedGroup } from './geometry.ts';
import { routeConnections, type Route } from './routes.ts';

export type ComponentNodeData = {
  readonly component: Component;
  readonly name: string;
  readonly kindTitle: string;
  readonly figures: CardFigures | null;
  readonly problem: Finding['severity'] | null;
  readonly isRenaming: boolean;
};
export type GroupNodeData = {
  readonly group: Group;
  readonly name: string;
  readonly isCollapsed: boolean;
  readonly count: number;
};
export type NoteNodeData = { readonly note: Note };
export type ConnectionEdgeData = {
  readonly connection: Connection;
  readonly route: Route;
  readonly figures: EdgeFigures | null;
  readonly width: number;
  /** In a comparison: whether it came, went or changed. */
  readonly sign?: string;
};

export type ComponentNodeType = Node<ComponentNodeData, 'component'>;
export type GroupNodeType = Node<GroupNodeData, 'area'>;
export type NoteNodeType = Node<NoteNodeData, 'note'>;
export type CanvasNode = ComponentNodeType | GroupNodeType | NoteNodeType;
export type CanvasEdge = Edge<ConnectionEdgeData, 'connection'>;

const GROUP_PREFIX = 'group:';
const NOTE_PREFIX = 'note:';

export function groupNodeId(id: string): string {
  return GROUP_PREFIX + id;
}

/** The id of the group behind a node, or null where the node is a component. */
export function groupIdOf(nodeId: string): string | null {
  return nodeId.startsWith(GROUP_PREFIX) ? nodeId.slice(GROUP_PREFIX.length) : null;
}

export function noteNodeId(id: string): string {
  return NOTE_PREFIX + id;
}

/** The id of the note behind a node, or null where the node is no note. */
export function noteIdOf(nodeId: string): string | null {
  return nodeId.startsWith(NOTE_PREFIX) ? nodeId.slice(NOTE_PREFIX.length) : null;
}

interface NodeSources {
  readonly design: Design;
  readonly places: ReadonlyMap<string, Point>;
  readonly selection: SelectionValue;
  readonly result: Result | null;
  readonly findings: readonly Finding[];
  readonly renaming: string | null;
}

const WEIGHT: Readonly<Record<Finding['severity'], number>> = { error: 3, warning: 2, advice: 1 };

/** The worst finding of each component, by its id. Advice is for the list, not for the canvas. */
function problems(findings: readonly Finding[]): ReadonlyMap<string, Finding['severity']> {
  const worst = new Map<string, Finding['severity']>();
  for (const { path, severity } of findings) {
    const id = /^components\.([^.]+)/.exec(path)?.[1];
    if (id === undefined || severity === 'advice') continue;
    const known = worst.get(id);
    if (known === undefined || WEIGHT[severity] > WEIGHT[known]) worst.set(id, severity);
  }
  return worst;
}

function spokenState(name: string, kindTitle: string, figures: CardFigures | null): string {
  if (!figures) return kindTitle;
  const { utilisation, waiting, rate, p95 } = figures;
  const busy =
    utilisation === null ? (waiting === null ? '' : `, ${waiting}`) : `, ${formatShare(utilisation)} utilised`;
  return `${kindTitle}${busy}, ${rate}, p95 ${p95}`;
}

function spokenFlow({ mode, protocol, label }: Connection, figures: EdgeFigures | null): string {
  const parts = [
    mode === 'async' ? 'asynchronous' : 'synchronous',
    label ?? protocol,
    figures?.rate,
    figures?.failed && `${figures.failed} failed`,
    figures?.retries && `${figures.retries} retries`,
  ];
  return parts.filter(Boolean).join(', ');
}

export function componentNodes(sources: NodeSources): ComponentNodeType[] {
  const { design, places, selection, result, findings, renaming } = sources;
  const selected = new Set(selection.components);
  const worst = problems(findings);
  return design.components.map((component) => {
    const { id, kind } = component;
    const name = nameOf(component);
    const kindTitle = kindByKey(kind)?.title ?? kind;
    const figures = cardFigures(result?.components[id], kindByKey(kind)?.behaviour.station === 'broker');
    return {
      id,
      type: 'component',
      position: places.get(id) ?? { x: 0, y: 0 },
      ...CARD,
      measured: CARD,
      selected: selected.has(id),
      ariaLabel: name,
      domAttributes: { 'aria-description': spokenState(name, kindTitle, figures) },
      data: { component, name, kindTitle, figures, problem: worst.get(id) ?? null, isRenaming: renaming === id },
    };
  });
}

export function groupNodes(
  { selection }: Pick<NodeSources, 'selection'>,
  placed: readonly PlacedGroup[],
): GroupNodeType[] {
  const selected = new Set(selection.groups);
  return placed.map(({ group, rect, depth, isCollapsed, count }) => {
    const size = { width: rect.width, height: rect.height };
    const name = nameOf(group);
    const kind = group.kind ?? 'boundary';
    return {
      id: groupNodeId(group.id),
      type: 'area',
      position: { x: rect.x, y: rect.y },
      ...size,
      measured: size,
      zIndex: isCollapsed ? 0 : depth - 1000,
      selected: selected.has(group.id),
      connectable: false,
      ...(!isCollapsed && { dragHandle: '.canvas-group-name' }),
      ariaRole: 'figure',
      ariaLabel: isCollapsed ? `${name}, ${kind}, ${t('nodes.collapsed', { count })}` : `${name}, ${kind}`,
      data: { group, name, isCollapsed, count },
    };
  });
}

export function noteNodes({ design, selection }: Pick<NodeSources, 'design' | 'selection'>): NoteNodeType[] {
  const selected = new Set(selection.notes);
  return (design.notes ?? []).map((note) => {
    const { x, y, width, height } = note.view;
    return {
      id: noteNodeId(note.id),
      type: 'note',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      zIndex: -1,
      selected: selected.has(note.id),
      connectable: false,
      ariaRole: 'note',
      ariaLabel: t('nodes.note', { what: noteTitle(note) }),
      data: { note },
    };
  });
}

export function connectionEdges({ design, places, selection, result }: NodeSources): CanvasEdge[] {
  const connections = design.connections ?? [];
  const routes = routeConnections(connections, places);
  const names = new Map(design.components.map((component) => [component.id, nameOf(component)]));
  const selected = new Set(selection.connections);
  const figures = new Map(connections.map(({ id }) => [id, edgeFigures(result?.connections[id])]));
  const most = Math.max(0, ...[...figures.values()].map((entry) => entry?.callsPerSecond ?? 0));
  return connections.flatMap((connection) => {
    const route = routes.get(connection.id);
    if (!route) return [];
    const measured = figures.get(connection.id) ?? null;
    return [
      {
        id: connection.id,
        type: 'connection',
        source: connection.from,
        target: connection.to,
        selected: selected.has(connection.id),
        ariaLabel: `${names.get(connection.from) ?? connection.from} to ${names.get(connection.to) ?? connection.to}`,
        domAttributes: { 'aria-description': spokenFlow(connection, measured) },
        data: {
          connection,
          route,
          figures: measured,
          width: measured ? edgeWidth(measured.callsPerSecond, most) : 1.5,
        },
      } satisfies CanvasEdge,
    ];
  });
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keysA, keysB] = [Object.keys(a), Object.keys(b)];
  const [recordA, recordB] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keysA.length === keysB.length && keysA.every((key) => isSame(recordA[key], recordB[key]));
}

/** Gives back the earlier objects wherever the new ones say the same. */
export function reuse<T extends { readonly id: string }>(earlier: readonly T[], next: readonly T[]): T[] {
  const known = new Map(earlier.map((entry) => [entry.id, entry]));
  return next.map((entry) => {
    const before = known.get(entry.id);
    return before && isSame(before, entry) ? before : entry;
  });
}
