// Text → Design. Parsed with positions, migrated, held against the schema. The tree itself is kept, so that keys which
// this version does not know survive; what the design means is asked afterwards, of the catalogue.
import { findNodeAtLocation, parse, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { checkShape } from './check.ts';
import type { Design } from './design.ts';
import { fail, type Finding, type Outcome, type Position, succeed } from './finding.ts';
import { migrate } from './migrations.ts';
import { keysOf } from './path.ts';

/** Larger texts are not read: a design is written by hand and by tools, not by sensors. */
export const MAX_DESIGN_BYTES = 32 * 1024 * 1024;
/** Far deeper than any design; deep nesting is how hostile files exhaust the stack. */
const MAX_DEPTH = 100;
const MOST_DUPLICATES = 20;

const [QUOTE, BACKSLASH, COLON] = [34, 92, 58];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93];

const JSON_ONLY = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Offset into a text as line and column, both from 1. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/** Where in the text the value at a PATH stands, or null where it cannot be found. */
export function positionOf(text: string, design: unknown, path: string): Position | null {
  const tree = parseTree(text);
  const keys = keysOf(design, path);
  const node = tree && keys ? findNodeAtLocation(tree, [...keys]) : undefined;
  return node ? positionAt(text, node.offset) : null;
}

/** The finding for a file that is too large; hosts ask before they read it. */
export function tooLarge(bytes: number): Finding {
  const limit = MAX_DESIGN_BYTES / 1024 / 1024;
  return {
    rule: 'file-too-large',
    severity: 'error',
    path: '',
    message: `the file has ${(bytes / 1024 / 1024).toFixed(0)} MiB, and a design has at most ${limit} MiB`,
    mend: 'name the design file itself; measured data belongs in files of its own',
  };
}

function syntaxFinding(text: string, offset: number, message: string, mend: string): Finding {
  return { rule: 'syntax', severity: 'error', path: '', message, mend, position: positionAt(text, offset) };
}

const MESSAGES: Readonly<Record<string, readonly [message: string, mend: string]>> = {
  InvalidSymbol: [
    'this is not JSON',
    'write a value here: a text in quotes, a number, true, false, null, [ … ] or { … }',
  ],
  InvalidNumberFormat: ['this is not a number of JSON', 'write digits with at most one point, without leading zeros'],
  PropertyNameExpected: ['a key in double quotes is expected', 'write "key": value, or remove the comma before'],
  ValueExpected: ['a value is expected', 'write a value, or remove the comma or key before'],
  ColonExpected: ['a colon is expected after the key', 'write "key": value'],
  CommaExpected: ['a comma is expected', 'put a comma between the entries'],
  CloseBraceExpected: ['a closing brace } is expected', 'close the object'],
  CloseBracketExpected: ['a closing bracket ] is expected', 'close the list'],
  EndOfFileExpected: ['the design ends before this', 'remove what follows the last }'],
  InvalidCommentToken: ['JSON has no comments', 'remove the comment'],
  UnexpectedEndOfString: ['the text in quotes does not end', 'close it with a double quote'],
  InvalidEscapeCharacter: ['an unknown escape in the text', 'write \\\\ for a backslash'],
  InvalidCharacter: ['a control character stands in the text', 'write it as an escape, such as \\n or \\t'],
};

/** One finding for a text that is not JSON: the first place where it goes wrong. */
function syntaxProblem(text: string): Finding {
  const errors: ParseError[] = [];
  parse(text, errors, JSON_ONLY);
  const first = errors[0];
  const end = text.trimEnd().length;
  if (!first) return syntaxFinding(text, 0, 'this is not JSON', 'name a *.spandrel.json file');
  if (marksOf(text).open > 0 && first.offset + first.length >= end) {
    return syntaxFinding(
      text,
      end,
      'the file ends in the middle of the design',
      'restore it from the last good version; it was cut off',
    );
  }
  const [message, mend] = MESSAGES[printParseErrorCode(first.error)] ?? ['this is not JSON', 'write valid JSON'];
  return syntaxFinding(text, first.offset, message, mend);
}

/** Keys that stand twice in one object, which a parsed tree no longer shows; the first ones of many. */
function duplicateKeys(text: string): readonly Finding[] {
  const keys: Set<string>[] = [];
  const duplicates: Finding[] = [];
  visit(
    text,
    {
      onObjectBegin: () => {
        keys.push(new Set());
      },
      onObjectEnd: () => {
        keys.pop();
      },
      onObjectProperty: (key, _offset, _length, line, column) => {
        const seen = keys.at(-1);
        if (seen?.has(key) && duplicates.length < MOST_DUPLICATES)
          duplicates.push(duplicateKey(key, { line: line + 1, column: column + 1 }));
        seen?.add(key);
      },
    },
    JSON_ONLY,
  );
  return duplicates;
}

function duplicateKey(key: string, position: Position): Finding {
  return {
    rule: 'duplicate-key',
    severity: 'warning',
    path: '',
    message: `the key "${key}" stands twice in one object; the last one counts`,
    mend: 'remove one of them',
    position,
  };
}

/** All keys in a tree of the depth that `marks` lets through. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const entry of value) count += countKeys(entry);
    return count;
  }
  for (const key of Object.keys(value)) count += 1 + countKeys((value as Record<string, unknown>)[key]);
  return count;
}

interface Marks {
  /** Opened at once, at the deepest place. */
  readonly deepest: number;
  readonly deepestOffset: number;
  /** Never closed. */
  readonly open: number;
  /** One for each key that is written. */
  readonly colons: number;
}

/** Counts marks without a parser's stack, which hostile nesting would exhaust; stops where it is too deep anyway. */
function marksOf(text: string): Marks {
  let open = 0;
  let deepest = 0;
  let deepestOffset = 0;
  let colons = 0;
  let inText = false;
  for (let i = 0; i < text.length && deepest <= MAX_DEPTH; i++) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) inText = false;
    } else if (code === QUOTE) inText = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      open += 1;
      if (open > deepest) [deepest, deepestOffset] = [open, i];
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) open -= 1;
    else if (code === COLON) colons += 1;
  }
  return { deepest, deepestOffset, open, colons };
}

function parseJson(text: string): Outcome<unknown> {
  const { deepest, deepestOffset, colons } = marksOf(text);
  if (deepest > MAX_DEPTH) {
    return fail([
      syntaxFinding(
        text,
        deepestOffset,
        `the nesting is deeper than ${MAX_DEPTH}`,
        'name a design file; no design nests so deep',
      ),
    ]);
  }
  try {
    const value: unknown = JSON.parse(text);
    // Each key is written once, or there are more colons than keys; only then the places are worth a second look.
    return succeed(value, countKeys(value) === colons ? [] : duplicateKeys(text));
  } catch {
    return fail([syntaxProblem(text)]);
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a design. Fails with findings that name line and column for what cannot be parsed, and the PATH for the rest.
 * The notes are unknown keys, keys that stand twice, and values out of their range: the design can be opened and mended.
 */
export function readDesign(source: string): Outcome<Design> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > MAX_DESIGN_BYTES) return fail([tooLarge(text.length)]);
  if (text.trim() === '') {
    return fail([
      syntaxFinding(text, 0, 'the file is empty', 'start one with "spandrel new TEMPLATE --out FILE", or restore it'),
    ]);
  }
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (!isTree(parsed.value)) {
    return fail([syntaxFinding(text, 0, 'a design is an object: { … }', 'name a *.spandrel.json file')]);
  }
  const migrated = migrate(parsed.value);
  if (!migrated.ok) return migrated;
  const shape = checkShape(migrated.value);
  if (shape.structural.length > 0) return fail(shape.structural);
  // The schema has no transforms, so the tree that passed is the design; what zod would drop is kept.
  return succeed(migrated.value as unknown as Design, [...parsed.notes, ...shape.limits, ...shape.unknown]);
}
