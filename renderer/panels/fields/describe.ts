// What a form draws, read from the schema of the design file: one description for each key, with its unit, default and
// range, so that a new key of the schema is a new field without a line of the form. Its words come from the catalogue of
// texts, where they lie as the key lies in the schema, and in the language that is spoken when they are read.
import { z } from 'zod';
import { texts } from '../../../src/texts/index.ts';
import { t } from '../../texts.ts';
import type { FieldMeta } from '../../../src/model/quantity.ts';

export interface NumberShape {
  readonly type: 'number';
  readonly min: number | null;
  readonly max: number | null;
  /** The value must be greater than this. */
  readonly above: number | null;
  readonly whole: boolean;
  /** null is a value of its own and means what a missing key means. */
  readonly nullable: boolean;
  /** A word that may stand instead of a number: "auto", "all". */
  readonly word: string | null;
}

export interface ObjectShape {
  readonly type: 'object';
  readonly fields: readonly FieldDescription[];
}

export interface VariantShape {
  readonly type: 'variant';
  /** The key that tells the variants apart: "distribution", "process". */
  readonly by: string;
  readonly variants: readonly { readonly name: string; readonly fields: readonly FieldDescription[] }[];
}

export type Shape =
  | NumberShape
  | ObjectShape
  | VariantShape
  | { readonly type: 'text' }
  /** A count, or a text such as "25%". */
  | { readonly type: 'number-or-text'; readonly number: NumberShape }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'switch' }
  | { readonly type: 'list'; readonly item: Shape }
  | { readonly type: 'pair'; readonly items: readonly [NumberShape, NumberShape] }
  | { readonly type: 'record'; readonly value: Shape }
  /** A plain number, or one of the variants: a latency. */
  | { readonly type: 'number-or-variant'; readonly number: NumberShape; readonly variant: VariantShape };

export interface FieldDescription extends FieldMeta {
  readonly key: string;
  readonly title: string;
  /** One sentence. */
  readonly help?: string | undefined;
  /** What a missing key means, where it is not one value. */
  readonly defaultText?: string | undefined;
  readonly required: boolean;
  readonly shape: Shape;
}

const ANY_NUMBER: NumberShape = {
  type: 'number',
  min: null,
  max: null,
  above: null,
  whole: false,
  nullable: false,
  word: null,
};

interface ComparisonDef {
  readonly check: string;
  readonly value: number;
  readonly inclusive: boolean;
}

function describeNumber(schema: z.ZodNumber): NumberShape {
  let shape = ANY_NUMBER;
  for (const check of schema.def.checks ?? []) {
    const { check: name, value, inclusive } = check._zod.def as unknown as ComparisonDef;
    if (name === 'greater_than') shape = inclusive ? { ...shape, min: value } : { ...shape, above: value };
    if (name === 'less_than') shape = { ...shape, max: value };
    if (name === 'multiple_of') shape = { ...shape, whole: true };
  }
  return shape;
}

/** Distributions stand in many places and are called the same in all of them. */
function placeOfWords(by: string, within: string): string {
  return by === 'distribution' ? by : within;
}

function describeVariants(schema: z.ZodDiscriminatedUnion, within: string): VariantShape {
  const by = schema.def.discriminator;
  const place = placeOfWords(by, within);
  const variants = (schema.options as readonly z.ZodObject[]).map((option) => {
    const [name] = (option.shape[by] as z.ZodLiteral<string>).def.values;
    return { name: String(name), fields: describeFields(option, place, { by, name: String(name) }) };
  });
  return { type: 'variant', by, variants };
}

/** A union without discriminator is a number and one other thing. */
function describeUnion(schema: z.ZodUnion, within: string): Shape {
  const [first, second] = schema.options as readonly z.ZodType[];
  if (!(first instanceof z.ZodNumber)) throw new Error('A union of the design file starts with a number');
  const number = describeNumber(first);
  if (second instanceof z.ZodLiteral) return { ...number, word: String(second.def.values[0]) };
  if (second instanceof z.ZodDiscriminatedUnion)
    return { type: 'number-or-variant', number, variant: describeVariants(second, within) };
  return { type: 'number-or-text', number };
}

/** The shape of a schema, however it is wrapped. Throws on one that no form can draw: a defect of the schema. */
export function describeShape(schema: z.ZodType, within: string): Shape {
  if (schema instanceof z.ZodOptional) return describeShape(schema.def.innerType as z.ZodType, within);
  if (schema instanceof z.ZodNullable) {
    const inner = describeShape(schema.def.innerType as z.ZodType, within);
    return inner.type === 'number' ? { ...inner, nullable: true } : inner;
  }
  if (schema instanceof z.ZodNumber) return describeNumber(schema);
  if (schema instanceof z.ZodString) return { type: 'text' };
  if (schema instanceof z.ZodBoolean) return { type: 'switch' };
  if (schema instanceof z.ZodEnum) return { type: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodObject) return { type: 'object', fields: describeFields(schema, within) };
  if (schema instanceof z.ZodArray)
    return { type: 'list', item: describeShape(schema.def.element as z.ZodType, entriesWithin(within)) };
  if (schema instanceof z.ZodRecord)
    return { type: 'record', value: describeShape(schema.def.valueType as z.ZodType, within) };
  if (schema instanceof z.ZodTuple) return describePair(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return describeVariants(schema, within);
  if (schema instanceof z.ZodUnion) return describeUnion(schema, within);
  throw new Error(`No form draws a schema of type ${schema.def.type}`);
}

/** The lists of a design and a scenario: the words of an entry lie by themselves. */
const ENTRIES: Readonly<Record<string, string>> = {
  'design.groups': 'group',
  'design.groupLatencies': 'groupLatency',
  'design.components': 'component',
  'design.connections': 'connection',
  'design.notes': 'note',
  'design.objectives': 'objective',
  'design.scenarios': 'scenario',
  'scenario.arrivals': 'arrival',
  'scenario.faults': 'fault',
  'scenario.rollouts': 'rollout',
};

function entriesWithin(list: string): string {
  return ENTRIES[list] ?? list;
}

function describePair(schema: z.ZodTuple): Shape {
  const [first, second] = schema.def.items as readonly z.ZodNumber[];
  if (!first || !second) throw new Error('A tuple of the design file is a pair of numbers');
  return { type: 'pair', items: [describeNumber(first), describeNumber(second)] };
}

/** What a form must know of the schema, however it is wrapped: the outermost that says anything. */
function metaOf(schema: z.ZodType): FieldMeta {
  const meta = (schema.meta() ?? {}) as FieldMeta;
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.def.innerType : null;
  return Object.keys(meta).length === 0 && inner ? metaOf(inner as z.ZodType) : meta;
}

/** A variant has words of its own where a key means something else in it. */
interface Variant {
  /** The key that tells variants apart; it is no field. */
  readonly by: string;
  readonly name: string;
}

/** A field for each key of an object, in the order of the schema; `within` is where its words lie in the catalogue. */
export function describeFields(schema: z.ZodObject, within: string, variant?: Variant): FieldDescription[] {
  return Object.entries(schema.shape)
    .filter(([key]) => key !== variant?.by)
    .map(([key, value]) => {
      const own = variant ? `${within}.${variant.name}.${key}` : '';
      return describeField(key, value as z.ZodType, isInCatalogue(own) ? own : `${within}.${key}`);
    });
}

function isInCatalogue(path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>((at, word) => (at as Record<string, unknown> | undefined)?.[word], texts.en.keys);
  return found !== undefined;
}

function wordsAt(path: string): string | undefined {
  return isInCatalogue(path) ? (t(`keys.${path}` as never) as string) : undefined;
}

export function describeField(key: string, schema: z.ZodType, path: string): FieldDescription {
  const { unit, default: standard, refersTo, multiline } = metaOf(schema);
  return {
    key,
    unit,
    default: standard,
    refersTo,
    multiline,
    required: !(schema instanceof z.ZodOptional),
    shape: describeShape(schema, path),
    get title() {
      return wordsAt(`${path}.title`) ?? key;
    },
    get help() {
      return wordsAt(`${path}.help`);
    },
    get defaultText() {
      return wordsAt(`${path}.missing`);
    },
  };
}

/** "Service time (ms)": the label of a field, title and unit. */
export function labelOf(field: { readonly title: string; readonly unit?: string | undefined }): string {
  return field.unit === undefined ? field.title : `${field.title} (${field.unit})`;
}

/** What stands in an empty field: what a missing key means. */
export function placeholderOf(field: Omit<FieldDescription, 'shape'>): string {
  if (field.defaultText !== undefined) return field.defaultText;
  const standard = field.default;
  if (typeof standard === 'string' || typeof standard === 'number' || typeof standard === 'boolean')
    return String(standard);
  return '';
}
