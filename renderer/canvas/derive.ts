// Design, places, selection and run → the nodes and edges that React Flow draws. Nothing here is kept beside the design;
// a node that says the same as before stays the same object, so that only what changed is drawn again.
import { kindTitle } from '../kind-words.ts';
import type { Edge, Node } from '@xyflow/react';
import { kindByKey } from '../../src/catalogue/index.ts';
import { nameOf } from '../../src/model/graph.ts';
import type { SelectionValue } from '../../src/commands/command.ts';
import { noteTitle } from '../../src/model/notes.ts';
import type { Component, Connection, Design, Group, Note } from '../../src/model/design.ts';
import { bendsOf } from '../../src/model/connections.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Result } from '../../src/simulation/result.ts';
import type { Point } from '../state/canvas.ts';
import { t } from '../texts.ts';
import { formatShare } from '../theme/format.ts';
import { cardFigures, edgeFigures, edgeWidth, type CardFigures, type EdgeFigures } from './figures.ts';
import { CARD } from '../../src/layout/card.ts';
import type { PlacedGroup } from './geometry.ts';
import { HANDLES } from './handles.ts';
import { labelSize } from '../../src/layout/routing/labels.ts';
import { Router, type Route, type Wanted } from '../../src/layout/routing/router.ts';
import { protocolLevel, type Tone, type ToneLevel } from './views.ts';

export type ComponentNodeData = {
  readonly component: Component;
  readonly name: string;
  readonly kindTitle: string;
  readonly figures: CardFigures | null;
  readonly problem: Finding['severity'] | null;
  readonly isRenaming: boolean;
  /** What its colour tells; null in the view by family. */
  readonly tone: Tone | null;
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
  /** What its colour tells; null where it tells nothing. */
  readonly level: ToneLevel | null;
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

/** Marks on nodes that are there for a while: out of focus, not to be connected, found. */
export interface Marks {
  readonly faded: (componentId: string) => boolean;
  readonly refused: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

interface NodeSources {
  readonly design: Design;
  readonly places: ReadonlyMap<string, Point>;
  readonly selection: SelectionValue;
  readonly result: Result | null;
  readonly findings: readonly Finding[];
  readonly renaming: string | null;
  readonly marks?: Marks;
  readonly tones?: ((component: Component) => Tone) | null;
  /** Bends as a gesture has them for now. */
  readonly bending?: { readonly connection: string; readonly points: readonly Point[] } | null;
  /** Of the view by protocol. */
  readonly protocols?: readonly string[] | null;
}

/** What was derived for each id, and from what: the same sources give the same object. */
export type Memory<T> = Map<string, { readonly from: readonly unknown[]; readonly value: T }>;

function remembered<T>(memory: Memory<T>, id: string, from: readonly unknown[], make: () => T): T {
  const known = memory.get(id);
  if (known && known.from.every((source, index) => Object.is(source, from[index]))) return known.value;
  const value = make();
  memory.set(id, { from, value });
  return value;
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
    utilisation === null
      ? waiting === null
        ? ''
        : `, ${waiting}`
      : `, ${t('canvas.utilised', { share: formatShare(utilisation) })}`;
  return `${kindTitle}${busy}, ${rate}, p95 ${p95}`;
}

function spokenFlow({ mode, protocol, label }: Connection, figures: EdgeFigures | null): string {
  const parts = [
    t(mode === 'async' ? 'canvas.asynchronous' : 'canvas.synchronous'),
    label ?? protocol,
    figures?.rate,
    figures?.failed && t('canvas.failed', { share: figures.failed }),
    figures?.retries && t('canvas.retries', { rate: figures.retries }),
  ];
  return parts.filter(Boolean).join(', ');
}

function markClass(id: string, marks: Marks | undefined): string {
  if (!marks) return '';
  const names = [marks.faded(id) && 'faded', marks.refused.has(id) && 'refused', marks.found.has(id) && 'found'];
  return names.flatMap((name) => (name === false ? [] : [`canvas-node-${name}`])).join(' ');
}

export function componentNodes(
  sources: NodeSources,
  memory: Memory<ComponentNodeType> = new Map(),
): ComponentNodeType[] {
  const { design, places, selection, result, findings, renaming, marks, tones } = sources;
  const selected = new Set(selection.components);
  const worst = problems(findings);
  return design.components.map((component) => {
    const { id, kind } = component;
    const place = places.get(id) ?? { x: 0, y: 0 };
    const measured = result?.components[id];
    const problem = worst.get(id) ?? null;
    const isSelected = selected.has(id);
    const className = markClass(id, marks);
    const tone = tones?.(component) ?? null;
    const state = [component, place.x, place.y, measured, problem, isSelected, renaming === id, className];
    return remembered(memory, id, [...state, tone?.level, tone?.figure], () => {
      const name = nameOf(component);
      const title = kindTitle(kind);
      const figures = cardFigures(measured, kindByKey(kind)?.behaviour.station === 'broker');
      const said = spokenState(name, title, figures);
      return {
        id,
        type: 'component',
        position: { x: place.x, y: place.y },
        ...CARD,
        measured: CARD,
        handles: HANDLES,
        selected: isSelected,
        className,
        ariaLabel: name,
        domAttributes: { 'aria-description': tone?.figure ? `${tone.figure}, ${said}` : said },
        data: { component, name, kindTitle: title, figures, problem, isRenaming: renaming === id, tone },
      };
    });
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
    const kind = t(`canvas.groupKinds.${group.kind ?? 'boundary'}`);
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

interface Line {
  readonly wanted: Wanted;
  readonly figures: EdgeFigures | null;
}

export interface EdgeMemory {
  readonly router: Router;
  readonly lines: Memory<Line>;
  readonly edges: Memory<CanvasEdge>;
}

export function edgeMemory(): EdgeMemory {
  return { router: new Router(), lines: new Map(), edges: new Map() };
}

function labelLines({ label, protocol }: Connection, figures: EdgeFigures | null): readonly string[] {
  const lines = [label ?? protocol, figures?.rate, figures?.failed, figures?.retries];
  return lines.flatMap((line) => line ?? []);
}

function lineOf(connection: Connection, figures: EdgeFigures | null, points: readonly Point[]): Line {
  const { id, from, to } = connection;
  const lines = labelLines(connection, figures);
  return { wanted: { id, from, to, points, label: lines.length > 0 ? labelSize(lines) : null }, figures };
}

export function connectionEdges(sources: NodeSources, memory: EdgeMemory = edgeMemory()): CanvasEdge[] {
  const { design, places, selection, result, marks, bending, protocols } = sources;
  const connections = design.connections ?? [];
  const lines = connections.map((connection) => {
    const { id } = connection;
    const measured = result?.connections[id];
    const points = bending?.connection === id ? bending.points : bendsOf(connection);
    return remembered(memory.lines, id, [connection, measured, points], () =>
      lineOf(connection, edgeFigures(measured), points),
    );
  });
  const routes = memory.router.routes(
    lines.map(({ wanted }) => wanted),
    places,
  );
  const names = new Map(design.components.map((component) => [component.id, nameOf(component)]));
  const selected = new Set(selection.connections);
  const most = lines.reduce((top, { figures }) => Math.max(top, figures?.callsPerSecond ?? 0), 0);
  return connections.flatMap((connection, index) => {
    const { id, from, to } = connection;
    const route = routes.get(id);
    const line = lines[index];
    if (!route || !line) return [];
    const [caller, callee] = [names.get(from) ?? from, names.get(to) ?? to];
    const isSelected = selected.has(id);
    const isFaded = marks !== undefined && (marks.faded(from) || marks.faded(to));
    const level = protocols ? protocolLevel(protocols, connection.protocol) : null;
    const edge = remembered(
      memory.edges,
      id,
      [line, route, isSelected, caller, callee, most, isFaded, level],
      (): CanvasEdge => ({
        id,
        type: 'connection',
        source: from,
        target: to,
        selected: isSelected,
        // Above the others, so that the line that can be bent is the one that is taken hold of.
        zIndex: isSelected ? 1 : 0,
        className: isFaded ? 'canvas-node-faded' : '',
        ariaLabel: t('canvas.fromTo', { from: caller, to: callee }),
        domAttributes: { 'aria-description': spokenFlow(connection, line.figures) },
        data: {
          connection,
          route,
          figures: line.figures,
          width: line.figures ? edgeWidth(line.figures.callsPerSecond, most) : 1.5,
          level,
        },
      }),
    );
    return [edge];
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
