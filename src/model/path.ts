// The PATH language of findings, --set and --vary: `components.api.capacity.replicas`. Entries of a list are named by
// their id where they have one that is theirs alone, else by their place.
import type { z } from 'zod';
import { type Design, designSchema } from './design.ts';
import { fail, type Finding, type Outcome, succeed } from './finding.ts';
import { suggestion } from './nearest.ts';
import { entrySchema, recordValueSchema, shapeOf } from './schema.ts';

type Key = string | number;
type Box = Readonly<Record<string, unknown>> | readonly unknown[];

function isBox(value: unknown): value is Box {
  return typeof value === 'object' && value !== null;
}

const WHOLE_NUMBER = /^\d+$/;

/** The id by which a path can name an entry; one that reads as a place, or as two words of the path, is no name. */
function idOf(entry: unknown): string | null {
  if (!isBox(entry) || Array.isArray(entry) || !Object.hasOwn(entry, 'id')) return null;
  const { id } = entry as { id: unknown };
  return typeof id === 'string' && id !== '' && !id.includes('.') && !WHOLE_NUMBER.test(id) ? id : null;
}

/** How the entries of a list are named: each by its id, or by its place where it has none of its own. */
export function namesOf(list: readonly unknown[]): readonly string[] {
  const ids = list.map(idOf);
  const counts = new Map<string | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ids.map((id, index) => (id !== null && counts.get(id) === 1 ? id : String(index)));
}

/** Writes keys into one tree as paths; the names of its lists are found once, as there may be many findings. */
export function pathWriter(root: unknown): (keys: readonly PropertyKey[]) => string {
  const names = new Map<readonly unknown[], readonly string[]>();
  const nameIn = (list: readonly unknown[], index: number): string => {
    const known = names.get(list) ?? namesOf(list);
    names.set(list, known);
    return known[index] ?? String(index);
  };
  return (keys) => {
    const words: string[] = [];
    let at = root;
    for (const key of keys) {
      words.push(Array.isArray(at) && typeof key === 'number' ? nameIn(at, key) : String(key));
      at = childOf(at, key);
    }
    return words.join('.');
  };
}

/** Keys into the tree as a PATH: `['components', 0, 'id']` is `components.api.id`. */
export function pathOf(root: unknown, keys: readonly PropertyKey[]): string {
  return pathWriter(root)(keys);
}

function childOf(box: unknown, key: PropertyKey): unknown {
  return isBox(box) && Object.hasOwn(box, key) ? (box as Record<PropertyKey, unknown>)[key] : undefined;
}

function placeInList(list: readonly unknown[], word: string): number {
  if (WHOLE_NUMBER.test(word)) return Number(word) < list.length ? Number(word) : -1;
  return list.findIndex((entry) => idOf(entry) === word);
}

/** How many words make the key of an object: more than one only where a key of it has a point in its name. */
function wordsOfKey(box: unknown, words: readonly string[]): number {
  for (let count = 1; count <= words.length; count++) {
    if (isBox(box) && Object.hasOwn(box, words.slice(0, count).join('.'))) return count;
  }
  return 1;
}

/** A PATH as keys into the tree as far as it leads; null where a list has no such entry. */
export function keysOf(root: unknown, path: string): readonly Key[] | null {
  const keys: Key[] = [];
  let words: readonly string[] = path === '' ? [] : path.split('.');
  let at: unknown = root;
  while (words.length > 0) {
    const count = Array.isArray(at) ? 1 : wordsOfKey(at, words);
    const word = words.slice(0, count).join('.');
    const key = Array.isArray(at) ? placeInList(at, word) : word;
    if (key === -1) return null;
    keys.push(key);
    at = childOf(at, key);
    words = words.slice(count);
  }
  return keys;
}

/** The value at the path, or undefined where there is none. */
export function getAt(design: Design, path: string): unknown {
  const keys = keysOf(design, path);
  return keys === null ? undefined : keys.reduce<unknown>(childOf, design);
}

function problem(
  path: string,
  message: string,
  mend: string,
): { readonly ok: false; readonly findings: readonly Finding[] } {
  return fail([{ rule: 'unknown-path', severity: 'error', path, message, mend }]);
}

/** Replaces what stands below `words` of `at`; boxes that are missing but known to the schema are made. */
function replaced(
  at: unknown,
  schema: z.ZodType,
  words: readonly string[],
  value: unknown,
  path: string,
): Outcome<unknown> {
  const [word, ...rest] = words;
  if (word === undefined) return succeed(value);
  if (Array.isArray(at)) {
    const index = placeInList(at, word);
    const below = entrySchema(schema, Math.max(index, 0));
    if (index < 0 || below === null) {
      return problem(path, `there is no entry "${word}"`, suggestion(word, namesOf(at)));
    }
    const inner = replaced(at[index], below, rest, value, path);
    return inner.ok ? succeed(at.with(index, inner.value)) : inner;
  }
  const values = recordValueSchema(schema);
  if (values !== null) return replacedInRecord(at, values, words, value, path);
  const shape = shapeOf(schema, at);
  if (shape === null || !Object.hasOwn(shape, word)) {
    const keys = Object.keys(shape ?? {});
    const mend = keys.length === 0 ? 'nothing can be set below this' : suggestion(word, keys);
    return problem(path, `there is no key "${word}"`, mend);
  }
  const inner = replaced(childOf(at, word), shape[word] as z.ZodType, rest, value, path);
  return inner.ok ? succeed(withKey(at, word, inner.value)) : inner;
}

/** A record takes any key: of plain values all words are the key, of objects those that name one, or the first. */
function replacedInRecord(
  at: unknown,
  values: z.ZodType,
  words: readonly string[],
  value: unknown,
  path: string,
): Outcome<unknown> {
  const count = shapeOf(values, null) === null ? words.length : wordsOfKey(at, words);
  const key = words.slice(0, count).join('.');
  const inner = replaced(childOf(at, key), values, words.slice(count), value, path);
  return inner.ok ? succeed(withKey(at, key, inner.value)) : inner;
}

function withKey(at: unknown, key: string, value: unknown): unknown {
  const entries = isBox(at) && !Array.isArray(at) ? Object.entries(at) : [];
  const place = entries.findIndex(([name]) => name === key);
  return Object.fromEntries(place < 0 ? [...entries, [key, value]] : entries.with(place, [key, value]));
}

/**
 * The design with the value at the path; the design given stays as it is. Fails with the nearest right name where the
 * path leads nowhere. Whether the value is good is asked afterwards, as of any design.
 */
export function setAt(design: Design, path: string, value: unknown): Outcome<Design> {
  if (path === '') return problem(path, 'the path is empty', 'name a place, such as components.api.capacity.replicas');
  return replaced(design, designSchema, path.split('.'), value, path) as Outcome<Design>;
}

/** The text after `=` of --set: JSON where it is JSON (a number, true, null, an object), else the text itself. */
export function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
