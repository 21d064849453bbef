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

function idOf(entry: unknown): string | null {
  if (!isBox(entry) || Array.isArray(entry) || !Object.hasOwn(entry, 'id')) return null;
  const { id } = entry as { id: unknown };
  return typeof id === 'string' && id !== '' && !id.includes('.') ? id : null;
}

/** How a list's entry is named: by its id, unless another before or after it has the same. */
function nameOfEntry(list: readonly unknown[], index: number): string {
  const id = idOf(list[index]);
  const isUnique = id !== null && list.every((entry, other) => other === index || idOf(entry) !== id);
  return isUnique ? id : String(index);
}

/** Keys into the tree as a PATH: `['components', 0, 'id']` is `components.api.id`. */
export function pathOf(root: unknown, keys: readonly PropertyKey[]): string {
  const words: string[] = [];
  let at = root;
  for (const key of keys) {
    words.push(Array.isArray(at) && typeof key === 'number' ? nameOfEntry(at, key) : String(key));
    at = isBox(at) ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return words.join('.');
}

function placeInList(list: readonly unknown[], word: string): number {
  const byId = list.findIndex((entry) => idOf(entry) === word);
  if (byId >= 0) return byId;
  return /^\d+$/.test(word) && Number(word) < list.length ? Number(word) : -1;
}

/** A PATH as keys into the tree as far as it leads; null where a list has no such entry. */
export function keysOf(root: unknown, path: string): readonly Key[] | null {
  const keys: Key[] = [];
  let at: unknown = root;
  for (const word of path === '' ? [] : path.split('.')) {
    const key = Array.isArray(at) ? placeInList(at, word) : word;
    if (key === -1) return null;
    keys.push(key);
    at = isBox(at) && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return keys;
}

/** The value at the path, or undefined where there is none. */
export function getAt(design: Design, path: string): unknown {
  const keys = keysOf(design, path);
  if (keys === null) return undefined;
  return keys.reduce<unknown>(
    (at, key) => (isBox(at) && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    design,
  );
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
      const names = at.map((_, place) => nameOfEntry(at, place));
      return problem(path, `there is no entry "${word}"`, suggestion(word, names));
    }
    const inner = replaced(at[index], below, rest, value, path);
    return inner.ok ? succeed(at.with(index, inner.value)) : inner;
  }
  const values = recordValueSchema(schema);
  if (values !== null) return succeed(withKey(at, [word, ...rest].join('.'), value));
  const shape = shapeOf(schema, at);
  if (shape === null || !Object.hasOwn(shape, word)) {
    const keys = Object.keys(shape ?? {});
    const mend = keys.length === 0 ? 'nothing can be set below this' : suggestion(word, keys);
    return problem(path, `there is no key "${word}"`, mend);
  }
  const current = isBox(at) && Object.hasOwn(at, word) ? (at as Record<string, unknown>)[word] : undefined;
  const inner = replaced(current, shape[word] as z.ZodType, rest, value, path);
  return inner.ok ? succeed(withKey(at, word, inner.value)) : inner;
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
