// XML as objects and its text: elements, attributes and children, each text escaped so that a reader has it as it was.
import { showable } from '../model/showable.ts';

export interface XmlElement {
  readonly name: string;
  /** Those that are undefined are left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children };
}

/** A whole document, one element to a line, so that a small change is a small diff; text stays on the line of its element. */
export function xmlText(root: XmlElement): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...linesOf(root, '')].join('\n')}\n`;
}

function linesOf({ name, attributes = {}, children = [] }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlEscaped(String(value))}"`],
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return [`${open}/>`];
  const texts = children.filter((child) => typeof child === 'string');
  if (texts.length === children.length) return [`${open}>${texts.map(xmlEscaped).join('')}</${name}>`];
  const inner = children.flatMap((child) =>
    typeof child === 'string' ? [`${indent}  ${xmlEscaped(child)}`] : linesOf(child, `${indent}  `),
  );
  return [`${open}>`, ...inner, `${indent}</${name}>`];
}

/** Line ends and tabs too, since a reader makes a space of each in an attribute; U+2028 and U+2029 end a line for some. */
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

/** For a text or an attribute in double quotes; what XML 1.0 has no way to write becomes U+FFFD. */
export function xmlEscaped(text: string): string {
  return showable(text).replace(/[&<>"\n\t\u2028\u2029]/g, (character) => ENTITIES[character] ?? character);
}
