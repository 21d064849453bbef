// A design as the cells of a draw.io page: groups with what they hold inside, cards, notes, and connections over them.
import { CARD, type Box, type Place } from '../../layout/card.ts';
import type { Component, Connection, Design, Note } from '../../model/design.ts';
import { groupForest, type GroupNode } from '../../model/group-tree.ts';
import { frames } from './frames.ts';
import { componentStyle, connectionStyle, groupStyle, noteStyle } from './style.ts';
import type { XmlElement } from '../xml.ts';

const ROOT = '0';
const LAYER = '1';
/** The place of the whole page. */
const ORIGIN: Place = { x: 0, y: 0 };
/** What draw.io reads by itself of an object, and what stands in its label, style and geometry. */
const SAID = new Set([
  'id',
  'name',
  'label',
  'view',
  'group',
  'parent',
  'from',
  'to',
  'components',
  'connections',
  'groups',
  'notes',
]);
const RESERVED = new Set(['placeholders', 'tooltip', 'tags', 'link']);

/** The elements within `root`. Every component must have a place; connections that lead nowhere are left out. */
export function cells(design: Design): readonly XmlElement[] {
  const { roots, loose } = groupForest(design);
  const boxes = frames(design);
  const groups = new Map((design.groups ?? []).map((group) => [group.id, group]));
  const draw = (node: GroupNode, parent: string, origin: Place): XmlElement[] => {
    const box = boxes.get(node.id) ?? { ...ORIGIN, ...CARD };
    const group = groups.get(node.id) ?? { id: node.id };
    const id = `group-${node.id}`;
    return [
      vertex(
        { id, label: shown(group.name, group.id), facts: factsOf(group), style: groupStyle(group) },
        parent,
        box,
        origin,
      ),
      ...node.components.map((component) => card(component, id, box)),
      ...node.children.flatMap((child) => draw(child, id, box)),
    ];
  };
  return [
    object(ROOT, '', factsOf(design), { name: 'mxCell' }),
    { name: 'mxCell', attributes: { id: LAYER, parent: ROOT } },
    ...roots.flatMap((group) => draw(group, LAYER, ORIGIN)),
    ...loose.map((component) => card(component, LAYER, ORIGIN)),
    ...(design.notes ?? []).map(note),
    ...joined(design).map(edge),
  ];
}

/** The connections of which both ends are in the design. */
export function joined(design: Design): readonly Connection[] {
  const ids = new Set(design.components.map(({ id }) => id));
  return (design.connections ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
}

function card(component: Component, parent: string, origin: Place): XmlElement {
  const { id, name, kind, view = ORIGIN } = component;
  const look = {
    id: `component-${id}`,
    label: shown(name, id),
    facts: factsOf(component),
    style: componentStyle(kind),
  };
  return vertex(look, parent, { x: view.x, y: view.y, ...CARD }, origin);
}

function note({ id, text, view }: Note): XmlElement {
  return vertex({ id: `note-${id}`, label: text, facts: {}, style: noteStyle() }, LAYER, view, ORIGIN);
}

interface Look {
  readonly id: string;
  readonly label: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly style: string;
}

/** Places are told from the corner of what a cell lies in. */
function vertex({ id, label, facts, style }: Look, parent: string, box: Box, origin: Place): XmlElement {
  const { width, height } = box;
  const geometry = { x: box.x - origin.x, y: box.y - origin.y, width, height, as: 'geometry' };
  return object(id, label, facts, {
    name: 'mxCell',
    attributes: { style, vertex: 1, parent },
    children: [{ name: 'mxGeometry', attributes: geometry }],
  });
}

function edge(connection: Connection): XmlElement {
  const { id, from, to, label, protocol, view } = connection;
  const points = (view?.points ?? []).map(({ x, y }) => ({ name: 'mxPoint', attributes: { x, y } }));
  const bends = points.length === 0 ? [] : [{ name: 'Array', attributes: { as: 'points' }, children: points }];
  const ends = { source: `component-${from}`, target: `component-${to}` };
  return object(`connection-${id}`, shown(label, shown(protocol, '')), factsOf(connection), {
    name: 'mxCell',
    attributes: { style: connectionStyle(connection), edge: 1, parent: LAYER, ...ends },
    children: [{ name: 'mxGeometry', attributes: { relative: 1, as: 'geometry' }, children: bends }],
  });
}

function object(id: string, label: string, facts: Look['facts'], cell: XmlElement): XmlElement {
  return { name: 'UserObject', attributes: { ...facts, label, id }, children: [cell] };
}

/** Everything else that is known of a thing, as JSON where it is more than a text; of environments only the names. */
function factsOf(thing: object): Readonly<Record<string, string>> {
  const known = Object.entries(thing).filter(([key, value]) => isAttribute(key) && value !== undefined);
  return Object.fromEntries(
    known.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value, withoutValues)]),
  );
}

function isAttribute(key: string): boolean {
  return /^(?!xml)[A-Za-z_][\w-]*$/i.test(key) && !SAID.has(key) && !RESERVED.has(key);
}

function withoutValues(key: string, value: unknown): unknown {
  return key === 'env' && typeof value === 'object' && value !== null ? Object.keys(value) : value;
}

function shown(text: string | undefined, otherwise: string): string {
  return text === undefined || text.trim() === '' ? otherwise : text;
}
