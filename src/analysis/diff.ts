// What changed between two designs, as a person would tell it, keyed by path. Entries are followed by their ids, so an
// order that changed is no change.
import type { z } from 'zod';
import { kindByKey } from '../catalogue/index.ts';
import { designSchema, type Design } from '../model/design.ts';
import { nameOf } from '../model/graph.ts';
import { entrySchema, recordValueSchema, shapeOf } from '../model/schema.ts';
import { wordsOfKey } from '../texts/key-words.ts';
import { metaOf, titleOfKey, unitOfKey, valueText } from './describe.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** In the PATH language: `components.api.capacity.replicas`. */
  readonly path: string;
  /** Undefined where it was not there. */
  readonly before: unknown;
  readonly after: unknown;
  /** "API: replicas 2 → 4". */
  readonly text: string;
}

const LISTS = ['groups', 'components', 'connections', 'objectives', 'scenarios'] as const;
type List = (typeof LISTS)[number];
type Entry = NonNullable<Design[List]>[number];

const NOUNS: Readonly<Record<Exclude<List, 'components'>, string>> = {
  groups: 'group',
  connections: 'connection',
  objectives: 'objective',
  scenarios: 'scenario',
};

/** In the order of the file: the design's own keys, then groups, components, connections, objectives, scenarios. */
export function diffDesigns(before: Design, after: Design): Change[] {
  const own = Object.keys({ ...before, ...after }).filter((key) => !(LISTS as readonly string[]).includes(key));
  return [
    ...own.flatMap((key) =>
      below(
        { path: key, title: lower(titleOfKey(key, ['design'])), subject: '' },
        shape[key] ?? null,
        valueOf(before, key),
        valueOf(after, key),
      ),
    ),
    ...LISTS.flatMap((list) => entries(list, before, after)),
  ];
}

const shape = designSchema.shape as Readonly<Record<string, z.ZodType>>;

function entries(list: List, before: Design, after: Design): Change[] {
  const was = new Map((before[list] ?? []).map((entry) => [entry.id, entry]));
  const is = new Map((after[list] ?? []).map((entry) => [entry.id, entry]));
  const schema = entrySchema(shape[list] as z.ZodType, 0);
  return [
    ...[...was].flatMap(([id, entry]) =>
      is.has(id)
        ? []
        : [
            {
              kind: 'removed',
              path: `${list}.${id}`,
              before: entry,
              after: undefined,
              text: `removed ${called(list, entry, before)}`,
            } as const,
          ],
    ),
    ...[...is].flatMap(([id, entry]): Change[] => {
      const old = was.get(id);
      if (old === undefined)
        return [
          {
            kind: 'added',
            path: `${list}.${id}`,
            before: undefined,
            after: entry,
            text: `added ${called(list, entry, after)}`,
          },
        ];
      return old === entry
        ? []
        : below({ path: `${list}.${id}`, title: '', subject: subjectOf(list, entry, after) }, schema, old, entry);
    }),
  ];
}

/** "service Orders", "connection Orders to Database". */
function called(list: List, entry: Entry, design: Design): string {
  const noun =
    list === 'components' && 'kind' in entry
      ? (kindByKey(entry.kind ?? '')?.title.toLowerCase() ?? 'component')
      : NOUNS[list as keyof typeof NOUNS];
  return `${noun} ${subjectOf(list, entry, design)}`;
}

function subjectOf(list: List, entry: Entry, design: Design): string {
  if (list !== 'connections' || !('from' in entry)) return nameOf(entry);
  const end = (id: string): string => nameOf(design.components.find((component) => component.id === id) ?? { id });
  return `${end(entry.from)} to ${end(entry.to)}`;
}

interface Place {
  readonly path: string;
  /** The titles on the way from the entry. */
  readonly title: string;
  readonly subject: string;
}

/** What differs at a place and below it. */
function below(place: Place, schema: z.ZodType | null, before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  if (place.path.endsWith('.view'))
    return [{ kind: 'moved', path: place.path, before, after, text: `${place.subject} moved` }];
  if (isBox(before) && isBox(after) && isSameForm(before, after)) {
    const inner = schema && shapeOf(schema, after);
    const values = schema && recordValueSchema(schema);
    return Object.keys({ ...before, ...after }).flatMap((key) => {
      const next = inner?.[key] ?? values ?? null;
      return below(
        within(place, key, titleOfKey(key, place.path.split('.'))),
        next,
        valueOf(before, key),
        valueOf(after, key),
      );
    });
  }
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].some(isBox))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).flatMap((at) => {
      const title = `${singular(place.title)} ${String(at + 1)}`;
      return below(
        { ...place, path: `${place.path}.${String(at)}`, title },
        schema && entrySchema(schema, at),
        before[at],
        after[at],
      );
    });
  return [leaf(place, schema, before, after)];
}

function within(place: Place, key: string, title: string): Place {
  const words = [place.title, lower(title)].filter((word) => word !== '');
  return { ...place, path: `${place.path}.${key}`, title: words.join(', ') };
}

function leaf({ path, title, subject }: Place, schema: z.ZodType | null, before: unknown, after: unknown): Change {
  const meta = schema ? metaOf(schema) : {};
  const unit = meta.unit ?? unitOfKey(path.split('.').at(-1) ?? '');
  const said = (value: unknown): string => {
    const shown =
      value === undefined
        ? (meta.default ?? wordsOfKey(path.split('.').at(-1) ?? '', path.split('.').slice(0, -1))?.missing)
        : value;
    return valueText(shown, unit);
  };
  const what = [title, said(before), '→', said(after)].join(' ');
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { kind, path, before, after, text: subject === '' ? what : `${subject}: ${what}` };
}

/** "capacity, replicas" says no more than "replicas": what only holds others together is left out by the title. */
function lower(title: string): string {
  if (title === 'Capacity' || title === 'Place') return '';
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function singular(title: string): string {
  return title.replace(/s$/, '');
}

type Box = Readonly<Record<string, unknown>>;

function isBox(value: unknown): value is Box {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Another distribution, process or kind of fault is told as a whole. */
function isSameForm(before: Box, after: Box): boolean {
  return (
    ['distribution', 'process', 'strategy'].every((key) => before[key] === after[key]) &&
    (!('at' in before) || before['kind'] === after['kind'])
  );
}

function valueOf(box: object, key: string): unknown {
  return Object.hasOwn(box, key) ? (box as Box)[key] : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, at) => same(entry, b[at]));
  if (!isBox(a) || !isBox(b)) return false;
  const keys = Object.keys({ ...a, ...b });
  return keys.every((key) => same(valueOf(a, key), valueOf(b, key)));
}
