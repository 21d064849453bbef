// Values of a design as a person reads them, from the titles and units that the fields declare.
import type { z } from 'zod';
import type { FieldMeta } from '../model/quantity.ts';
import { entrySchema, recordValueSchema, shapeOf, unwrap } from '../model/schema.ts';
import { texts, type Language } from '../texts/index.ts';
import { wordsOfKey } from '../texts/key-words.ts';

export interface DescribedField {
  /** "Service time, mean": the titles on the way, the outermost first. */
  readonly title: string;
  readonly text: string;
}

/** Of the schema itself, or of what it wraps. */
export function metaOf(schema: z.ZodType): FieldMeta {
  return { ...unwrap(schema).meta(), ...schema.meta() } as FieldMeta;
}

/** What a key is called below a path; one without a title by its own words: `meanMs` is "mean", as its unit stands behind the value. */
export function titleOfKey(key: string, path: readonly string[], language: Language = 'en'): string {
  return wordsOfKey(key, path, language)?.title ?? plainKey(key);
}

function plainKey(key: string): string {
  return key.replace(/(Ms|S)$/, '').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

/** `300 ms`, `round-robin`, `none`. */
export function valueText(value: unknown, unit: string | undefined, language: Language = 'en'): string {
  const { none, yes, no } = texts[language].diff;
  if (value === null || value === undefined) return none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return unit === undefined ? String(value) : `${String(value)}${spaced(unit)}`;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((entry) => valueText(entry, undefined, language)).join(', ');
  return Object.entries(value)
    .map(([key, inner]) =>
      key === 'distribution'
        ? valueText(inner, undefined, language)
        : `${plainKey(key)} ${valueText(inner, unitOfKey(key), language)}`,
    )
    .join(' ');
}

function spaced(unit: string): string {
  return unit.startsWith('/') ? unit : ` ${unit}`;
}

/** Units stand last in the names of quantities. */
export function unitOfKey(key: string): string | undefined {
  if (key.endsWith('PerSecond')) return '/s';
  if (key.endsWith('Ms')) return 'ms';
  return /[a-z]S$/.test(key) ? 's' : undefined;
}

/** Every value below, each on a line of its own; a distribution is one value. */
export function describeFields(
  value: unknown,
  schema: z.ZodType,
  path: readonly string[],
  before: readonly string[] = [],
): DescribedField[] {
  if (!isObject(value) || 'distribution' in value) {
    const { unit } = metaOf(schema);
    return [{ title: before.join(', '), text: valueText(value, unit) }];
  }
  const shape = shapeOf(schema, value);
  const values = recordValueSchema(schema);
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = shape?.[key] ?? values;
    const title = [...before, titleOfKey(key, path)];
    if (below === null) return [{ title: title.join(', '), text: valueText(inner, unitOfKey(key)) }];
    if (Array.isArray(inner) && inner.some(isObject))
      return inner.flatMap((entry, at) =>
        describeFields(
          entry,
          entrySchema(below, at) ?? below,
          [...path, key],
          [...title.slice(0, -1), `${title.at(-1) ?? ''} ${String(at + 1)}`],
        ),
      );
    return describeFields(inner, below, [...path, key], title);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
