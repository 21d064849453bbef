// XML as a conforming parser reads it; any complaint of the parser is thrown.
import { DOMParser } from '@xmldom/xmldom';

function strict(complaint: string): never {
  throw new Error(complaint);
}

/** The outermost element. */
export function readXml(text: string): Element {
  const parser = new DOMParser({ errorHandler: { warning: strict, error: strict, fatalError: strict } });
  return parser.parseFromString(text, 'text/xml').documentElement;
}

/** Elements of that name, however deep. */
export function elementsOf(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name));
}
