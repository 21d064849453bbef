// A draw.io file by an XML parser, with what draw.io asks of cells: ids once, parents and ends that are there.
import { elementsOf, readXml } from './xml-reader.ts';

export interface ReadCell {
  readonly id: string;
  readonly parent: string | null;
  readonly label: string | null;
  readonly source: string | null;
  readonly target: string | null;
  readonly isEdge: boolean;
  readonly data: Readonly<Record<string, string>>;
}

export function readCells(text: string): ReadCell[] {
  const root = readXml(text);
  return elementsOf(root, 'mxCell').map((cell) => {
    const object = cell.parentNode as Element;
    const isObject = object.nodeName === 'UserObject';
    const attribute = (name: string) => (cell.hasAttribute(name) ? cell.getAttribute(name) : null);
    return {
      id: (isObject ? object : cell).getAttribute('id') ?? '',
      parent: attribute('parent'),
      label: isObject ? object.getAttribute('label') : null,
      source: attribute('source'),
      target: attribute('target'),
      isEdge: attribute('edge') === '1',
      data: isObject ? Object.fromEntries(Array.from(object.attributes, ({ name, value }) => [name, value])) : {},
    };
  });
}

export function cellFaults(text: string): string[] {
  const cells = readCells(text);
  const ids = new Set(cells.map(({ id }) => id));
  const twice = ids.size === cells.length ? [] : ['an id stands twice'];
  return [
    ...twice,
    ...cells.flatMap(({ id, parent, source, target, isEdge }) => [
      ...(id === '0' || ids.has(parent ?? '') ? [] : [`${id} has no parent`]),
      ...(isEdge && !(ids.has(source ?? '') && ids.has(target ?? '')) ? [`${id} leads nowhere`] : []),
    ]),
  ];
}
