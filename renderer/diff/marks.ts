// The marks of a comparison on the canvas: what came, went or changed gets a class for its colour and its line, and a
// sign; what went is drawn as a ghost where it stood. Nothing of it belongs to the design.
import { CARD, GRID } from '../../src/layout/card.ts';
import type { Design } from '../../src/model/design.ts';
import { componentNodes, connectionEdges, groupNodes, type CanvasEdge, type CanvasNode } from '../canvas/derive.ts';
import { placeGroups } from '../canvas/geometry.ts';
import type { Point } from '../state/canvas.ts';
import { t } from '../texts.ts';
import { differencesBetween, marksIn, type Mark } from './differences.ts';

const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '~' };

interface Elements {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
}

const GHOST = 'ghost:';
const NOTHING = { components: [], connections: [], groups: [], notes: [] };

type Marked = { readonly className?: string | undefined; readonly domAttributes?: object | undefined };

function withMark<T extends Marked>(element: T, mark: Mark | undefined): T {
  if (!mark) return element;
  const spoken = (element.domAttributes as { 'aria-description'?: string } | undefined)?.['aria-description'];
  const description = [t(`versions.${mark}`), spoken].filter(Boolean).join(', ');
  return {
    ...element,
    className: `${element.className ?? ''} diff-${mark}`.trim(),
    // The hint about the keys would be read instead of it.
    domAttributes: { ...element.domAttributes, 'aria-description': description, 'aria-describedby': undefined },
  };
}

/** Where things stood; what never had a place stands in a row below the others. */
function placesThen(other: Design, now: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const lowest = Math.max(0, ...[...now.values()].map(({ y }) => y + CARD.height));
  let column = 0;
  return new Map(
    other.components.map(({ id, view }) => {
      const place = view ?? now.get(id) ?? { x: (CARD.width + GRID) * column++, y: lowest + 2 * GRID };
      return [id, place];
    }),
  );
}

function ghostNodes(other: Design, then: ReadonlyMap<string, Point>, gone: ReadonlySet<string>): CanvasNode[] {
  const ghosts: Design = { ...other, components: other.components.filter(({ id }) => gone.has(id)), groups: [] };
  const sources = { design: ghosts, places: then, selection: NOTHING, result: null, findings: [], renaming: null };
  return componentNodes(sources).map((node) =>
    withMark({ ...node, id: GHOST + node.id, ...untouchable, zIndex: -1 }, 'removed'),
  );
}

const untouchable = { selectable: false, draggable: false, connectable: false, selected: false } as const;

function idsWith(marks: ReadonlyMap<string, Mark>, mark: Mark): ReadonlySet<string> {
  return new Set([...marks].filter(([, one]) => one === mark).map(([id]) => id));
}

/** The connections that went, between ghosts and what is still there. */
function ghostEdges(
  other: Design,
  places: ReadonlyMap<string, Point>,
  gone: { readonly components: ReadonlySet<string>; readonly connections: ReadonlySet<string> },
): CanvasEdge[] {
  const connections = (other.connections ?? []).filter(({ id }) => gone.connections.has(id));
  const sources = { design: { ...other, connections }, selection: NOTHING, result: null, findings: [], renaming: null };
  const node = (id: string): string => (gone.components.has(id) ? GHOST + id : id);
  return connectionEdges({ ...sources, places }).map((edge) =>
    withMark(
      { ...edge, id: GHOST + edge.id, source: node(edge.source), target: node(edge.target), selectable: false },
      'removed',
    ),
  );
}

function ghostGroups(other: Design, then: ReadonlyMap<string, Point>, gone: ReadonlySet<string>): CanvasNode[] {
  return groupNodes({ selection: NOTHING }, placeGroups(other, then))
    .filter(({ data }) => gone.has(data.group.id))
    .map((node) => withMark({ ...node, id: GHOST + node.id, ...untouchable }, 'removed'));
}

function withSign(edge: CanvasEdge, mark: Mark | undefined): CanvasEdge {
  if (!mark || !edge.data) return edge;
  return withMark({ ...edge, data: { ...edge.data, sign: SIGNS[mark] } }, mark);
}

/** The elements of now with the marks of what is different from `other`. */
export function withMarks(
  { nodes, edges }: Elements,
  design: Design,
  other: Design,
  places: ReadonlyMap<string, Point>,
): Elements {
  const differences = differencesBetween(other, design);
  const components = marksIn(differences, 'components');
  const connections = marksIn(differences, 'connections');
  const groups = marksIn(differences, 'groups');
  const then = placesThen(other, places);
  const gone = { components: idsWith(components, 'removed'), connections: idsWith(connections, 'removed') };
  const marked = nodes.map((node) =>
    withMark(node, node.type === 'area' ? groups.get(node.data.group.id) : components.get(node.id)),
  );
  const seen = new Map(
    [...then].map(([id, place]) => [id, gone.components.has(id) ? place : (places.get(id) ?? place)]),
  );
  return {
    nodes: [
      ...ghostGroups(other, then, idsWith(groups, 'removed')),
      ...marked,
      ...ghostNodes(other, then, gone.components),
    ],
    edges: [
      ...edges.map((edge) => withSign(edge, connections.get(edge.id))),
      ...ghostEdges(other, seen, gone).map((edge) => withSign(edge, 'removed')),
    ],
  };
}
