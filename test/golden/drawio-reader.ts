// A draw.io file as an XML parser reads it, held against the rules of its model: each id once, each parent and end known.
import { readXml } from './xml-reader.ts';

export interface Shape {
  readonly id: string;
  readonly label: string;
  readonly parent: string;
  readonly data: Readonly<Record<string, string>>;
  /** From the corner of the page, whatever it lies in. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Line {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly data: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [number, number])[];
}

export interface Drawing {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
}

const STYLE = /^(?:[A-Za-z]\w*(?:=[\w#.]+)?;)+$/;

const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

function only(element: Element, name: string): Element {
  const [child, ...others] = childrenOf(element);
  if (child?.nodeName !== name || others.length > 0) throw new Error(`${element.nodeName} needs one ${name}`);
  return child;
}

function number(element: Element, name: string): number {
  const value = Number(element.getAttribute(name));
  if (element.getAttribute(name) === '' || !Number.isFinite(value)) throw new Error(`${name} is no number`);
  return value;
}

function dataOf(element: Element): Record<string, string> {
  const all = Array.from(element.attributes).map(({ name, value }) => [name, value] as const);
  return Object.fromEntries(all.filter(([name]) => name !== 'id' && name !== 'label'));
}

/** Throws where the text is not well-formed, or no drawing. */
export function readDrawing(text: string): Drawing {
  const file = readXml(text);
  if (file.nodeName !== 'mxfile') throw new Error(`${file.nodeName} is no drawing`);
  const diagram = only(file, 'diagram');
  const objects = childrenOf(only(only(diagram, 'mxGraphModel'), 'root'));
  const ids = new Set<string>();
  const corners = new Map<string, { readonly x: number; readonly y: number }>([['1', { x: 0, y: 0 }]]);
  const shapes: Shape[] = [];
  const lines: Line[] = [];
  for (const object of objects) {
    const id = object.getAttribute('id') ?? '';
    if (id === '' || ids.has(id)) throw new Error(`twice or none: ${id}`);
    ids.add(id);
    if (id === '0' || id === '1') continue;
    const cell = only(object, 'mxCell');
    const label = object.getAttribute('label') ?? '';
    const parent = cell.getAttribute('parent') ?? '';
    const corner = corners.get(parent);
    if (corner === undefined) throw new Error(`${id} lies in ${parent}, which is not before it`);
    if (!STYLE.test(cell.getAttribute('style') ?? '')) throw new Error(`no style: ${cell.getAttribute('style') ?? ''}`);
    const geometry = only(cell, 'mxGeometry');
    if (geometry.getAttribute('as') !== 'geometry') throw new Error('a geometry that is none');
    if (cell.getAttribute('vertex') === '1') {
      const [x, y] = [corner.x + number(geometry, 'x'), corner.y + number(geometry, 'y')];
      const box = { x, y, width: number(geometry, 'width'), height: number(geometry, 'height') };
      corners.set(id, { x, y });
      shapes.push({ id, label, parent, data: dataOf(object), box });
    } else {
      const [from = '', to = ''] = ['source', 'target'].map((end) => cell.getAttribute(end) ?? '');
      if (!corners.has(from) || !corners.has(to)) throw new Error(`${id} joins ${from} and ${to}`);
      const points = childrenOf(geometry).flatMap(childrenOf);
      const bends = points.map((point) => [number(point, 'x'), number(point, 'y')] as const);
      lines.push({ id, label, from, to, data: dataOf(object), points: bends });
    }
  }
  return { name: diagram.getAttribute('name') ?? '', shapes, lines };
}
