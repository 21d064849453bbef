// What a design says of a thing beyond its picture, as names and texts, for formats that carry properties along.

/** Values of these may be secrets; their names are enough. */
const VALUES_LEFT_OUT = /(?:^|\.)env$/;

/**
 * Every value below an object under its path, `capacity.replicas`, without the keys that the format says by itself.
 * Lists stand as JSON; of environment variables only the names.
 */
export function factsOf(thing: object, saidAlready: readonly string[]): readonly (readonly [string, string])[] {
  const rest = Object.entries(thing).filter(([key]) => !saidAlready.includes(key));
  return rest.flatMap(([key, value]) => leaves(key, value));
}

function leaves(path: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  if (VALUES_LEFT_OUT.test(path)) return [[path, JSON.stringify(Object.keys(value))]];
  if (Array.isArray(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${path}.${key}`, inner));
}
