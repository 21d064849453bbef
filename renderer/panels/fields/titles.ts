// The keys of a path as the form calls them: `capacity.replicas` is "Replicas", `arrivals.0.ratePerSecond` is "Arrivals 1,
// Rate".
import type { FieldDescription, Shape } from './describe.ts';

/** Boxes whose fields stand among the others, without a title of their own. */
const UNTITLED = new Set(['capacity', 'runtime', 'cost', 'resources', 'view']);

function fieldsWithin(shape: Shape): readonly FieldDescription[] {
  switch (shape.type) {
    case 'object':
      return shape.fields;
    case 'variant':
      return shape.variants.flatMap((variant) => variant.fields);
    case 'number-or-variant':
      return shape.variant.variants.flatMap((variant) => variant.fields);
    case 'list':
      return fieldsWithin(shape.item);
    default:
      return [];
  }
}

/** The titles along the keys; a key that the schema does not know stays as it is. */
export function titlesOf(fields: readonly FieldDescription[], keys: readonly string[]): string {
  const titles: string[] = [];
  let within = fields;
  for (const key of keys) {
    const field = within.find((candidate) => candidate.key === key);
    const last = titles.length - 1;
    if (/^\d+$/.test(key) && last >= 0) titles[last] = `${titles[last] ?? ''} ${Number(key) + 1}`;
    else if (!(field && UNTITLED.has(key))) titles.push(field?.title ?? key);
    if (field) within = fieldsWithin(field.shape);
  }
  return titles.join(', ');
}

/** The field that the keys lead to, of whatever variant has it; null where the schema knows none. */
export function fieldAlong(fields: readonly FieldDescription[], keys: readonly string[]): FieldDescription | null {
  let found: FieldDescription | null = null;
  for (const key of keys) {
    if (/^\d+$/.test(key)) continue;
    const within: readonly FieldDescription[] = found === null ? fields : fieldsWithin(found.shape);
    found = within.find((candidate) => candidate.key === key) ?? null;
    if (found === null) return null;
  }
  return found;
}
