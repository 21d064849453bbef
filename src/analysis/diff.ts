// What changed between two designs, as a person would tell it, keyed by path. Entries are followed by their ids, so an
// order that changed is no change.
import type { z } from 'zod';
import { kindByKey } from '../catalogue/index.ts';
import { designSchema, type Design } from '../model/design.ts';
import { componentName, nameOf } from '../model/graph.ts';
import { entrySchema, recordValueSchema, shapeOf } from '../model/schema.ts';
import { fill } from '../texts/fill.ts';
import { texts, translators, type Language } from '../texts/index.ts';
import { wordsOfKey } from '../texts/key-words.ts';
import type { Texts } from '../texts/texts.ts';
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

const LISTS = ['groups', 'components', 'connections', 'objectives', 'scenarios', 'notes'] as const;
type List = (typeof LISTS)[number];
type Entry = NonNullable<Design[List]>[number];

/** What the sentences are made of, in one language. */
interface Words {
  readonly language: Language;
  readonly said: Texts['diff'];
}

/** In the order of the file: the design's own keys, then groups, components, connections, objectives, scenarios, notes. */
export function diffDesigns(before: Design, after: Design, language: Language = 'en'): Change[] {
  const words: Words = { language, said: texts[language].diff };
  const own = Object.keys({ ...before, ...after }).filter((key) => !(LISTS as readonly string[]).includes(key));
  const aligned = { ...after, groupLatencies: alignedLatencies(before.groupLatencies, after.groupLatencies) };
  return [
    ...own.flatMap((key) =>
      below(
        { path: key, title: within('', key, ['design'], words), subject: '', words },
        shape[key] ?? null,
        valueOf(before, key),
        valueOf(aligned, key),
      ),
    ),
    ...LISTS.flatMap((list) => entries(list, before, after, words)),
  ];
}

const shape = designSchema.shape as Readonly<Record<string, z.ZodType>>;

/** In the order that they had before, so that another order is no change: a pair of groups has one latency. */
function alignedLatencies(
  before: Design['groupLatencies'] = [],
  after: Design['groupLatencies'],
): Design['groupLatencies'] {
  const rank = ({ from, to }: { readonly from: string; readonly to: string }): number => {
    const place = before.findIndex((old) => old.from === from && old.to === to);
    return place < 0 ? before.length : place;
  };
  return after && [...after].sort((a, b) => rank(a) - rank(b));
}

function entries(list: List, before: Design, after: Design, words: Words): Change[] {
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
              text: fill(words.said.removed, { what: called(list, entry, before, words) }),
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
            text: fill(words.said.added, { what: called(list, entry, after, words) }),
          },
        ];
      return old === entry
        ? []
        : below(
            { path: `${list}.${id}`, title: '', subject: subjectOf(list, entry, after, words), words },
            schema,
            old,
            entry,
          );
    }),
  ];
}

/** "service Orders", "connection Orders to Database". */
function called(list: List, entry: Entry, design: Design, words: Words): string {
  const { language, said } = words;
  const kind = list === 'components' && 'kind' in entry ? kindByKey(entry.kind ?? '')?.title : undefined;
  const noun =
    kind === undefined ? said.nouns[list] : language === 'en' ? kind.toLowerCase() : translators[language](kind);
  return `${noun} ${subjectOf(list, entry, design, words)}`;
}

function subjectOf(list: List, entry: Entry, design: Design, { said }: Words): string {
  if (list !== 'connections' || !('from' in entry)) return nameOf(entry);
  return fill(said.fromTo, { from: componentName(design, entry.from), to: componentName(design, entry.to) });
}

interface Place {
  readonly path: string;
  /** The titles on the way from the entry. */
  readonly title: string;
  readonly subject: string;
  readonly words: Words;
}

/** What differs at a place and below it. */
function below(place: Place, schema: z.ZodType | null, before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  if (place.path.endsWith('.view'))
    return [
      { kind: 'moved', path: place.path, before, after, text: fill(place.words.said.moved, { what: place.subject }) },
    ];
  if (isBox(before) && isBox(after) && isSameForm(before, after)) {
    const inner = schema && shapeOf(schema, after);
    const values = schema && recordValueSchema(schema);
    return Object.keys({ ...before, ...after }).flatMap((key) => {
      const next = inner?.[key] ?? values ?? null;
      return below(inside(place, key), next, valueOf(before, key), valueOf(after, key));
    });
  }
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].some(isBox))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).flatMap((at) => {
      const title = `${singular(place.title, place.words.language)} ${String(at + 1)}`;
      return below(
        { ...place, path: `${place.path}.${String(at)}`, title },
        schema && entrySchema(schema, at),
        before[at],
        after[at],
      );
    });
  return [leaf(place, schema, before, after)];
}

function inside(place: Place, key: string): Place {
  return {
    ...place,
    path: `${place.path}.${key}`,
    title: within(place.title, key, place.path.split('.'), place.words),
  };
}

/** The titles on the way to a key. "capacity, replicas" says no more than "replicas": what only holds others is left out. */
function within(title: string, key: string, path: readonly string[], { language }: Words): string {
  const own = titleOfKey(key, path, language);
  const isHolder = ['Capacity', 'Place'].includes(titleOfKey(key, path, 'en'));
  return [title, isHolder ? '' : small(own, language)].filter((word) => word !== '').join(', ');
}

function leaf(
  { path, title, subject, words }: Place,
  schema: z.ZodType | null,
  before: unknown,
  after: unknown,
): Change {
  const meta = schema ? metaOf(schema) : {};
  const unit = meta.unit ?? unitOfKey(path.split('.').at(-1) ?? '');
  const said = (value: unknown): string => {
    const shown =
      value === undefined
        ? (meta.default ??
          wordsOfKey(path.split('.').at(-1) ?? '', path.split('.').slice(0, -1), words.language)?.missing)
        : value;
    return valueText(shown, unit, words.language);
  };
  const what = [title, said(before), '→', said(after)].join(' ');
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { kind, path, before, after, text: subject === '' ? what : `${subject}: ${what}` };
}

/** Within a sentence; German nouns keep their capital, and so do names such as CPU. */
function small(title: string, language: Language): string {
  if (language !== 'en') return title;
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function singular(title: string, language: Language): string {
  return language === 'en' ? title.replace(/s$/, '') : title;
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
