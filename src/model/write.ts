// Design → text in its stable order: the keys of the schema in the order of their declaration, then unknown keys in
// their own; two spaces; a line end at the end. So a change of one value is a change of one line.
import type { z } from 'zod';
import { type Design, designSchema } from './design.ts';
import { entrySchema, recordValueSchema, shapeOf } from './schema.ts';

function ordered(value: unknown, schema: z.ZodType | null): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => ordered(entry, schema && entrySchema(schema, index)));
  if (typeof value !== 'object' || value === null || schema === null) return value;
  const shape = shapeOf(schema, value);
  const values = recordValueSchema(schema);
  const entries = Object.entries(value);
  if (shape === null) return fromEntries(entries.map(([key, inner]) => [key, ordered(inner, values)]));
  const known = Object.keys(shape).filter((key) => Object.hasOwn(value, key));
  const own = value as Record<string, unknown>;
  return fromEntries([
    ...known.map((key): [string, unknown] => [key, ordered(own[key], shape[key] ?? null)]),
    ...entries.filter(([key]) => !Object.hasOwn(shape, key)),
  ]);
}

/** `Object.fromEntries` defines `__proto__` as a key like any other. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries);
}

/** The text of the design file; reading it gives the same design. */
export function writeDesign(design: Design): string {
  return `${JSON.stringify(ordered(design, designSchema), null, 2)}\n`;
}
