// Questions asked of a zod schema: what stands below a key. Reading, writing, paths and forms walk the one declaration
// of the design file instead of repeating it.
import { z } from 'zod';

/** An object's keys and their schemas, in the order of the declaration. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The schema without `optional` and `nullable` around it. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the literal fields of an object's shape are those of the value: which member of a union it is. */
function matches(shape: Shape, value: Record<string, unknown>): boolean {
  return Object.entries(shape).every(
    ([key, field]) => !(field instanceof z.ZodLiteral) || field.values.has(value[key] as never),
  );
}

/**
 * The shape that an object value has by the schema, or null where the schema is not an object there. Of a union it is
 * the member whose literals fit the value, else the first object among the members.
 */
export function shapeOf(schema: z.ZodType, value: unknown): Shape | null {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return bare.shape as Shape;
  if (!(bare instanceof z.ZodUnion)) return null;
  const shapes = bare.options.map((option) => shapeOf(option as z.ZodType, value)).filter((shape) => shape !== null);
  return shapes.find((shape) => isRecord(value) && matches(shape, value)) ?? shapes[0] ?? null;
}

/** The schema of an array's entry at `index`, or null where it is no array. */
export function entrySchema(schema: z.ZodType, index: number): z.ZodType | null {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodArray) return bare.element as z.ZodType;
  if (bare instanceof z.ZodTuple) return (bare.def.items[index] as z.ZodType | undefined) ?? null;
  return null;
}

/** The schema of a record's values, or null where it is no record. */
export function recordValueSchema(schema: z.ZodType): z.ZodType | null {
  const bare = unwrap(schema);
  return bare instanceof z.ZodRecord ? (bare.valueType as z.ZodType) : null;
}
