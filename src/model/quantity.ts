// Fields that explain themselves: each carries its unit and default, from which forms are drawn; what it is called and
// means lies in the catalogue of texts, under its key. Ranges are zod checks, so that they are declared once.
import { z } from 'zod';

/** What a form needs to know of a field. */
export interface FieldMeta {
  /** Standard short form: ms, s, /s, KiB, Mbps, cores, MiB. */
  readonly unit?: string;
  /** What a missing key means, where it is one value; in words it stands among the texts. */
  readonly default?: unknown;
  /** A text that names something of the design: a component, a component or group, a group, a connection. */
  readonly refersTo?: 'component' | 'component-or-group' | 'group' | 'connection' | 'kind';
  /** The field takes several lines. */
  readonly multiline?: boolean;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater than this. */
  readonly above?: number;
}

/**
 * A new number with all its checks and its meta at once: each step of zod's chains makes one more schema, and there are
 * hundreds of fields, which a command that runs for moments would wait for.
 */
function number(meta: FieldMeta, { min, max, above }: Range, isWhole = false): z.ZodNumber {
  const checks = [
    ...(min === undefined ? [] : [z.gte(min)]),
    ...(max === undefined ? [] : [z.lte(max)]),
    ...(above === undefined ? [] : [z.gt(above)]),
    ...(isWhole ? [z.multipleOf(1)] : []),
  ];
  return new z.ZodNumber({ type: 'number', checks }).register(z.globalRegistry, meta as Record<string, unknown>);
}

/** A finite number with its unit; at least 0 unless the range says otherwise. */
export function quantity(meta: FieldMeta & Range): z.ZodNumber {
  return number(meta, { min: meta.above === undefined ? 0 : undefined, ...meta });
}

/** A whole number; at least 0 unless the range says otherwise. */
export function count(meta: FieldMeta & Range): z.ZodNumber {
  return number(meta, { min: 0, ...meta }, true);
}

/** A probability or share, 0 to 1. */
export function share(meta: FieldMeta): z.ZodNumber {
  return quantity({ min: 0, max: 1, ...meta });
}

/** Any schema with what a form needs to know of it. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  return schema.meta(meta as Record<string, unknown>) as S;
}
