// Any text as a Mermaid label that shows exactly this text: no markup, no entity, no directive can hide in it.
import { showable } from '../../model/showable.ts';

/** ASCII characters that mean nothing to Mermaid's lexer, to Markdown or to HTML, wherever they stand in a label. */
const PLAIN_ASCII = /[A-Za-z0-9 .,/()'!?=@_+-]/;

/** Mermaid's own stand-ins for `&` and `;` while it parses (in a name they would turn into an entity); line separators. */
const NOT_PLAIN = /[\uFB02\u00B6\u2028\u2029]/;

/**
 * What has a meaning only at some place, as the last character of each match: white space at the ends (it is trimmed),
 * list marks at the start of a line, underscores beside a word (emphasis), and the space of `direction TB`, which the
 * lexer takes for a statement wherever it stands.
 */
const MEANT_BY_PLACE = [
  /^\s/gu,
  /\s$/gu,
  /^\s*(?:[-+]|\d+[.)])(?=\s|$)/gu,
  /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g,
  /direction\s(?=\s*(?:TB|BT|RL|LR|TD))/g,
];

/** A text as the quoted label of a node, an edge or a subgraph, quotes included. */
export function quotedLabel(text: string): string {
  return `"${plainLabel(text)}"`;
}

/** A text as a label that goes on to the end of the line; its own lines are parted by `<br/>`. */
export function plainLabel(text: string): string {
  return showable(text).split('\n').map(escapeLine).join('<br/>');
}

function escapeLine(line: string): string {
  const meant = new Set(
    MEANT_BY_PLACE.flatMap((pattern) => [...line.matchAll(pattern)].map((match) => match.index + match[0].length - 1)),
  );
  let escaped = '';
  let at = 0;
  for (const character of line) {
    escaped += isPlain(character) && !meant.has(at) ? character : `#${character.codePointAt(0) ?? 0};`;
    at += character.length;
  }
  return escaped;
}

function isPlain(character: string): boolean {
  return character <= '\x7f' ? PLAIN_ASCII.test(character) : !NOT_PLAIN.test(character);
}
