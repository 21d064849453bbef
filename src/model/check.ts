// Whether a value has the shape of a design. Told apart: what keeps it from being one at all, what is only out of its
// range (so that it can be opened and mended), and keys that this version does not know (kept, and said).
import type { z } from 'zod';
import { designSchema } from './design.ts';
import type { Finding } from './finding.ts';
import { nearest, suggestion } from './nearest.ts';
import { pathWriter } from './path.ts';
import { entrySchema, recordValueSchema, shapeOf } from './schema.ts';

export interface Shape {
  readonly structural: readonly Finding[];
  readonly limits: readonly Finding[];
  readonly unknown: readonly Finding[];
}

type Issue = z.core.$ZodIssue;

function nounOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'a text in quotes',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  tuple: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
};

function valueAt(root: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    root,
  );
}

function lastWord(path: string): string {
  return path.split('.').at(-1) ?? path;
}

function limitSentence(issue: Issue, found: string): { message: string; mend: string } | null {
  switch (issue.code) {
    case 'too_small': {
      if (issue.origin === 'array')
        return { message: 'the list is too short', mend: `give at least ${String(issue.minimum)}` };
      const bound = issue.inclusive === false ? `above ${String(issue.minimum)}` : `at least ${String(issue.minimum)}`;
      return { message: `must be ${bound}, but it is ${found}`, mend: `give a number ${bound}` };
    }
    case 'too_big': {
      const bound = issue.inclusive === false ? `below ${String(issue.maximum)}` : `at most ${String(issue.maximum)}`;
      return { message: `must be ${bound}, but it is ${found}`, mend: `give a number ${bound}` };
    }
    case 'not_multiple_of':
      return { message: `must be a whole number, but it is ${found}`, mend: 'give a whole number' };
    case 'invalid_format':
      return { message: `is no good id: ${found}`, mend: 'start with a letter; then up to 62 letters, digits, _ or -' };
    default:
      return null;
  }
}

function structuralSentence(issue: Issue, value: unknown, key: string): { message: string; mend: string } {
  const found = nounOf(value);
  if (issue.code === 'invalid_type') {
    const expected = EXPECTED[issue.expected] ?? issue.expected;
    if (value === undefined) return { message: `${key} is missing`, mend: `add ${key}: ${expected}` };
    return { message: `must be ${expected}, but it is ${found}`, mend: `write ${expected}` };
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    if (value === undefined) return { message: `${key} is missing`, mend: `add ${key}: ${choices.join(', ')}` };
    return { message: `cannot be ${found}`, mend: suggestion(String(value), choices) };
  }
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    if (options.length > 0 && value === undefined)
      return { message: `${key} is missing`, mend: `add ${key}: ${options.join(', ')}` };
    if (options.length > 0) return { message: `cannot be ${found}`, mend: suggestion(String(value), options) };
    return {
      message: `must be one of several forms, but it is ${found}`,
      mend: 'write a number, or an object as the format describes it',
    };
  }
  return { message: issue.message, mend: 'write it as the format describes it' };
}

/** A union that fails on one member only is told by that member's own issues, with the whole path. */
function flattened(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deeper = issue.errors.find((issues) => issues.every((inner) => inner.path.length > 0));
  return deeper
    ? deeper.flatMap((inner) => flattened({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
    : [issue];
}

/** The keys that the schema knows for the object at `keys`. */
function knownKeys(root: unknown, keys: readonly PropertyKey[]): readonly string[] {
  let schema: z.ZodType | null = designSchema;
  let at = root;
  for (const key of keys) {
    if (schema === null) return [];
    schema = Array.isArray(at)
      ? entrySchema(schema, Number(key))
      : (recordValueSchema(schema) ?? shapeOf(schema, at)?.[String(key)] ?? null);
    at = valueAt(at, [key]);
  }
  return Object.keys((schema && shapeOf(schema, at)) ?? {});
}

function unknownKeys(
  root: unknown,
  issue: Issue & { code: 'unrecognized_keys' },
  pathOf: (keys: readonly PropertyKey[]) => string,
): Finding[] {
  const known = knownKeys(root, issue.path);
  return issue.keys.map((key) => {
    const near = nearest(key, known);
    return {
      rule: 'unknown-key',
      severity: 'advice',
      path: pathOf([...issue.path, key]),
      message: `"${key}" is not a key of the format; it is kept as it is`,
      mend: near === null ? 'remove it, unless another program needs it' : `did you mean ${near}?`,
    };
  });
}

/** The lists of a design with the schemas of their entries. */
const LISTS: readonly (readonly [list: string, entry: z.ZodType])[] = Object.entries(designSchema.shape).flatMap(
  ([key, schema]) => {
    const entry = entrySchema(schema, 0);
    return entry === null ? [] : [[key, entry] as const];
  },
);
const KEYS = Object.keys(designSchema.shape);

/**
 * Entries that the schema took. An edit makes a new design that shares all entries but the changed one with the last,
 * frozen as a whole; what cannot have changed is not read again, which is most of the time that a check takes.
 */
const sound = new WeakSet();

function issuesOfEntry(entry: unknown, schema: z.ZodType): readonly Issue[] {
  const isFixed = typeof entry === 'object' && entry !== null && Object.isFrozen(entry);
  if (isFixed && sound.has(entry)) return [];
  const parsed = schema.safeParse(entry);
  if (parsed.success && isFixed) sound.add(entry);
  return parsed.error?.issues ?? [];
}

/** What the schema says of the whole, asked entry by entry, in the order of its keys. */
function issuesOf(value: unknown): readonly Issue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return designSchema.safeParse(value).error?.issues ?? [];
  const around: Record<string, unknown> = { ...value };
  const within: Issue[] = [];
  for (const [list, schema] of LISTS) {
    const entries = around[list];
    if (!Array.isArray(entries)) continue;
    around[list] = [];
    entries.forEach((entry, index) => {
      for (const issue of issuesOfEntry(entry, schema))
        within.push({ ...issue, path: [list, index, ...issue.path] } as Issue);
    });
  }
  const rank = ({ path: [key] }: Issue): number => (key === undefined ? KEYS.length : KEYS.indexOf(String(key)));
  return [...(designSchema.safeParse(around).error?.issues ?? []), ...within].sort((a, b) => rank(a) - rank(b));
}

/** Every complaint of the schema as findings. Numbers that JSON cannot hold do not pass. */
export function checkShape(value: unknown): Shape {
  const issues = issuesOf(value);
  if (issues.length === 0) return { structural: [], limits: [], unknown: [] };
  const pathOf = pathWriter(value);
  const structural: Finding[] = [];
  const limits: Finding[] = [];
  const unknown: Finding[] = [];
  for (const issue of issues.flatMap(flattened)) {
    if (issue.code === 'unrecognized_keys') {
      unknown.push(...unknownKeys(value, issue, pathOf));
      continue;
    }
    const path = pathOf(issue.path);
    const found = valueAt(value, issue.path);
    const limit = limitSentence(issue, nounOf(found));
    if (limit)
      limits.push({
        rule: issue.code === 'invalid_format' ? 'bad-id' : 'out-of-range',
        severity: 'error',
        path,
        ...limit,
      });
    else
      structural.push({
        rule: 'wrong-type',
        severity: 'error',
        path,
        ...structuralSentence(issue, found, lastWord(path)),
      });
  }
  return { structural, limits, unknown };
}
