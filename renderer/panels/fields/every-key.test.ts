import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { designSchema } from '../../../src/model/design.ts';
import { languages, texts } from '../../../src/texts/index.ts';
import { describeFields, type FieldDescription, type Shape } from './describe.ts';

/** Every key of the design file by its path, read from the schema alone: lists and variants add no word. */
function keysOf(schema: z.ZodType, path = ''): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return keysOf(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType as z.ZodType, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysOf(option as z.ZodType, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>)
    .filter(([, value]) => !(value instanceof z.ZodLiteral))
    .flatMap(([key, value]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return [own, ...keysOf(value, own)];
    });
}

type Shown = readonly [path: string, field: FieldDescription];

function shownIn(shape: Shape, path: string): Shown[] {
  switch (shape.type) {
    case 'object':
      return shown(shape.fields, path);
    case 'variant':
      return shape.variants.flatMap(({ fields }) => shown(fields, path));
    case 'number-or-variant':
      return shownIn(shape.variant, path);
    case 'list':
      return shownIn(shape.item, path);
    case 'record':
      return shownIn(shape.value, path);
    default:
      return [];
  }
}

function shown(fields: readonly FieldDescription[], path = ''): Shown[] {
  return fields.flatMap((field) => {
    const own = path === '' ? field.key : `${path}.${field.key}`;
    return [[own, field] as const, ...shownIn(field.shape, own)];
  });
}

const all = shown(describeFields(designSchema.omit({ spandrel: true }), 'design'));

/** The unit that a key names at its end. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/[a-z]Ms$/, 'ms'],
  [/[a-z]S$/, 's'],
  [/PerSecond$|^perSecond$/, '/s'],
  [/KiB$/, 'KiB'],
  [/MiB$/, 'MiB'],
  [/Mbps$/, 'Mbps'],
];

describe('every key of the design file', () => {
  it('has a field', () => {
    expect([...new Set(all.map(([path]) => path))].sort()).toEqual([...new Set(keysOf(designSchema))].sort());
    expect(all.length).toBeGreaterThan(150);
  });

  it('has a title, and a sentence of help', () => {
    const poor = all.filter(([, { key, title, help }]) => title === key || !/^\S.*[.…]$/.test(help ?? ''));
    expect(poor.map(([path]) => path)).toEqual([]);
  });

  it('shows the unit that its name says', () => {
    const wrong = all.filter(([, { key, unit }]) => UNITS.some(([name, said]) => name.test(key) && unit !== said));
    expect(wrong.map(([path, { unit }]) => [path, unit])).toEqual([]);
  });

  it('says what it means where it is missing, if that is one value or can be said', () => {
    const numbers = all.filter(
      ([, { required, shape }]) => !required && ['number', 'choice', 'switch'].includes(shape.type),
    );
    const silent = numbers.filter(
      ([, { default: standard, defaultText }]) => standard === undefined && defaultText === undefined,
    );
    // Where a missing key means just that it is not there.
    expect([...new Set(silent.map(([path]) => path))].sort()).toEqual([
      'components.resources.cpu',
      'components.resources.memoryMiB',
      'components.runtime.port',
      'groups.view.height',
      'groups.view.width',
      'groups.view.x',
      'groups.view.y',
      'objectives.above',
      'objectives.below',
      'scenarios.rollouts.version.capacity.speed',
    ]);
  });
});

it.each(languages)('the words of the keys in %s lie under keys that there are, none unused', (language) => {
  const known = new Set(
    all.map(([path]) => path.split('.').at(-1)).concat(['title', 'help', 'missing', ...Object.keys(texts.en.keys)]),
  );
  const variants = new Set(['hyperexponential', 'pareto', 'weibull']);
  const words: string[] = [];
  JSON.stringify(texts[language].keys, (key, value: unknown) => {
    if (key !== '') words.push(key);
    return value;
  });
  expect(words.filter((word) => !known.has(word) && !variants.has(word))).toEqual([]);
});
