// Elements as objects, and their text as XML: the one place that escapes.
import { showable } from '../../model/showable.ts';

export interface XmlElement {
  readonly name: string;
  /** Those that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children };
}

/** One element to a line, so that a small change is a small diff; text stays on the line of its element. */
export function xmlText(root: XmlElement): string {
  return `${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes, children }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return [`${open}/>`];
  const texts = children.filter((child) => typeof child === 'string');
  if (texts.length === children.length) return [`${open}>${texts.map(escaped).join('')}</${name}>`];
  const inner = children.flatMap((child) =>
    typeof child === 'string' ? [`${indent}  ${escaped(child)}`] : linesOf(child, `${indent}  `),
  );
  return [`${open}>`, ...inner, `${indent}</${name}>`];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
};

/** Line ends and tabs are written as references, as a reader would make spaces of them in an attribute. */
function escaped(text: string): string {
  return showable(text).replace(/[&<>"\n\t\u2028\u2029]/g, (character) => ENTITIES[character] ?? character);
}
