// The things of a design that a field may name, by their ids and names.
import { kinds } from '../../../src/catalogue/index.ts';
import type { Design } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';
import type { FieldMeta } from '../../../src/model/quantity.ts';
import { currentLanguage, said, t, type Language } from '../../texts.ts';
import type { FieldDescription } from './describe.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Referable = NonNullable<FieldMeta['refersTo']>;
type Entry = Parameters<typeof nameOf>[0];

/** "Web to API": a connection has no name of its own. */
function connectionEntries(design: Design): readonly Entry[] {
  const nameById = new Map(design.components.map((component) => [component.id, nameOf(component)]));
  return (design.connections ?? []).map(({ id, from, to }) => ({
    id,
    name: t('inspector.fromTo', { from: nameById.get(from) ?? from, to: nameById.get(to) ?? to }),
  }));
}

function entriesOf(design: Design, refersTo: Exclude<Referable, 'kind'>): readonly Entry[] {
  switch (refersTo) {
    case 'component':
      return design.components;
    case 'group':
      return design.groups ?? [];
    case 'component-or-group':
      return [...design.components, ...(design.groups ?? [])];
    case 'connection':
      return connectionEntries(design);
  }
}

/** Names that stand twice carry their id. */
function choicesOf(entries: readonly Entry[]): readonly Choice[] {
  const times = new Map<string, number>();
  for (const entry of entries) times.set(nameOf(entry), (times.get(nameOf(entry)) ?? 0) + 1);
  return entries.map((entry) => {
    const name = nameOf(entry);
    return { value: entry.id, label: (times.get(name) ?? 0) > 1 ? `${name} (${entry.id})` : name };
  });
}

function sameChoices(a: readonly Choice[], b: readonly Choice[]): boolean {
  return a.length === b.length && a.every(({ value, label }, at) => value === b[at]?.value && label === b[at].label);
}

const kindChoices = new Map<Language, readonly Choice[]>();

/** The same list as long as the language is the same. */
function allKinds(): readonly Choice[] {
  const language = currentLanguage();
  const known = kindChoices.get(language) ?? kinds.map(({ key, title }) => ({ value: key, label: said(title) }));
  kindChoices.set(language, known);
  return known;
}

const kept = new Map<Referable, { design: Design; choices: readonly Choice[] }>();

/** What a field with this `refersTo` may name; the same list until one of its names changes. */
export function namesToReferTo(design: Design, refersTo: Referable): readonly Choice[] {
  if (refersTo === 'kind') return allKinds();
  const before = kept.get(refersTo);
  if (before?.design === design) return before.choices;
  const fresh = choicesOf(entriesOf(design, refersTo));
  const choices = before && sameChoices(before.choices, fresh) ? before.choices : fresh;
  kept.set(refersTo, { design, choices });
  return choices;
}

/** The value with its empty references leading to the first thing that they may name. */
export function withReferences(
  value: Readonly<Record<string, unknown>>,
  fields: readonly FieldDescription[],
  design: Design,
): Record<string, unknown> {
  const filled = fields.flatMap(({ key, refersTo }) => {
    const first = refersTo && value[key] === '' ? namesToReferTo(design, refersTo)[0] : undefined;
    return first ? [[key, first.value] as const] : [];
  });
  return { ...value, ...Object.fromEntries(filled) };
}
