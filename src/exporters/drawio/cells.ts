// The cells of a draw.io file: groups hold their members, and what lies in a group is placed from its corner.
import type { Box, Place } from '../../layout/card.ts';
import type { PlacedGroup } from '../../layout/place-groups.ts';
import type { Group, Note } from '../../model/design.ts';
import type { Card, Diagram, Line } from '../picture/diagram.ts';
import { element, type XmlElement } from '../picture/xml.ts';
import { dataOf } from './data.ts';
import { cardStyle, edgeStyle, groupStyle, NOTE_STYLE } from './styles.ts';

const LAYER = '1';
const MARGIN = 40;

interface Holders {
  /** Of each group that is drawn, its corner on the page. */
  readonly corners: ReadonlyMap<string, Place>;
  readonly origin: Place;
  readonly hasData: boolean;
}

export function mxfileOf(name: string, diagram: Diagram, hasData: boolean): XmlElement {
  const { groups, lines, cards, notes, bounds, hidden } = diagram;
  const holders: Holders = {
    corners: new Map(groups.map(({ group, rect }) => [group.id, rect])),
    origin: { x: bounds.x - MARGIN, y: bounds.y - MARGIN },
    hasData,
  };
  const cells = [
    element('mxCell', { id: '0' }),
    element('mxCell', { id: LAYER, parent: '0' }),
    ...groups.map((group, at) =>
      groupCell({ ...group, group: withParentAmong(group.group, groups.slice(0, at)) }, holders),
    ),
    ...cards.map((card) => cardCell(card, holders)),
    ...notes.map((note) => noteCell(note, holders)),
    ...lines.map((line) => lineCell(line, hidden, holders)),
  ];
  const size = { pageWidth: Math.ceil(bounds.width + 2 * MARGIN), pageHeight: Math.ceil(bounds.height + 2 * MARGIN) };
  const model = element('mxGraphModel', { grid: 1, gridSize: 10, page: 1, ...size, math: 0 }, [
    element('root', {}, cells),
  ]);
  return element('mxfile', { host: 'Spandrel' }, [element('diagram', { id: 'architecture', name }, [model])]);
}

/** Groups that hold one another in a circle stand side by side: draw.io reads no circle. */
function withParentAmong(group: Group, before: readonly PlacedGroup[]): Group {
  const isBefore = before.some((other) => other.group.id === group.parent);
  return isBefore ? group : { ...group, parent: undefined };
}

function groupCell({ group, rect, isCollapsed }: PlacedGroup, holders: Holders): XmlElement {
  const cell = element(
    'mxCell',
    { style: groupStyle(group.kind ?? 'boundary', isCollapsed), vertex: 1, ...parentOf(group.parent, holders) },
    [geometry(rect, group.parent, holders)],
  );
  return labelled(`g-${group.id}`, titled(group.name, group.id), holders.hasData ? dataOf(group) : {}, cell);
}

function cardCell({ component, name, kind, family, box }: Card, holders: Holders): XmlElement {
  const cell = element('mxCell', { style: cardStyle(kind, family), vertex: 1, ...parentOf(component.group, holders) }, [
    geometry(box, component.group, holders),
  ]);
  return labelled(`c-${component.id}`, name, holders.hasData ? dataOf(component) : {}, cell);
}

function noteCell({ id, text, view }: Note, holders: Holders): XmlElement {
  const cell = element('mxCell', { style: NOTE_STYLE, vertex: 1, parent: LAYER }, [geometry(view, undefined, holders)]);
  return labelled(`n-${id}`, text, {}, cell);
}

/** The corners between the ends are kept, so that the line runs as on the canvas; its ends follow the cards. */
function lineCell({ connection, label, route }: Line, hidden: Diagram['hidden'], holders: Holders): XmlElement {
  const { origin } = holders;
  const end = (id: string): string => (hidden.has(id) ? `g-${hidden.get(id) ?? ''}` : `c-${id}`);
  const corners = route.points.slice(1, -1).map(({ x, y }) => element('mxPoint', { x: x - origin.x, y: y - origin.y }));
  const points = corners.length === 0 ? [] : [element('Array', { as: 'points' }, corners)];
  const cell = element(
    'mxCell',
    {
      style: edgeStyle(connection.mode === 'async'),
      edge: 1,
      parent: LAYER,
      source: end(connection.from),
      target: end(connection.to),
    },
    [element('mxGeometry', { relative: 1, as: 'geometry' }, points)],
  );
  return labelled(`e-${connection.id}`, label, holders.hasData ? dataOf(connection) : {}, cell);
}

/** An object of draw.io: its label, any data, and the cell that draws it. */
function labelled(id: string, label: string, data: Readonly<Record<string, string>>, cell: XmlElement): XmlElement {
  return element('UserObject', { label, ...data, id }, [cell]);
}

function parentOf(group: string | undefined, { corners }: Holders): { parent: string } {
  return { parent: group !== undefined && corners.has(group) ? `g-${group}` : LAYER };
}

function geometry({ x, y, width, height }: Box, group: string | undefined, { corners, origin }: Holders): XmlElement {
  const from = corners.get(group ?? '') ?? origin;
  return element('mxGeometry', { x: x - from.x, y: y - from.y, width, height, as: 'geometry' });
}

function titled(name: string | undefined, id: string): string {
  return name === undefined || name.trim() === '' ? id : name;
}
