// XML as objects and their text: elements, attributes and children, each value escaped so that it comes back as it was.
import { showable } from '../../model/showable.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlElement[];
}

/** Line ends and tabs too, since a parser makes a space of each in an attribute; U+2028 is a line end to some. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\u2028': '&#8232;',
};

/** A whole document, one element a line. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;
}

function elementText({ name, attributes = {}, children = [] }: XmlElement, indent: string): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const start = `${indent}<${name}${said.join('')}`;
  if (children.length === 0) return `${start}/>\n`;
  return `${start}>\n${children.map((child) => elementText(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return showable(text).replace(/[&<>"\n\t\u2028]/g, (character) => ESCAPES[character] ?? character);
}
