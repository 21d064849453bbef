// The rows of the results tables, and their order.
import type { ComponentFigures, ConnectionFigures, Result } from '../../../src/simulation/result.ts';
import type { Choice } from '../fields/references.ts';

export interface ComponentRow {
  readonly id: string;
  readonly name: string;
  readonly figures: ComponentFigures;
}

export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly figures: ConnectionFigures;
}

export interface SortOrder<K extends string> {
  readonly by: K | 'name';
  readonly descending: boolean;
}

/** A row for each component of the result; one that has left the design since keeps its id as its name. */
export function componentRows(names: readonly Choice[], result: Result): ComponentRow[] {
  const nameById = new Map(names.map(({ value, label }) => [value, label]));
  return Object.entries(result.components).map(([id, figures]) => ({ id, name: nameById.get(id) ?? id, figures }));
}

export function connectionRows(names: readonly Choice[], result: Result): ConnectionRow[] {
  const nameById = new Map(names.map(({ value, label }) => [value, label]));
  return Object.entries(result.connections).map(([id, figures]) => ({ id, name: nameById.get(id) ?? id, figures }));
}

/** In the given order; what has no value goes last either way, and equal rows keep their order. */
export function sortRows<R extends { readonly name: string }, K extends string>(
  rows: readonly R[],
  order: SortOrder<K>,
  valueOf: (row: R, by: K) => number | null,
): R[] {
  const { by, descending } = order;
  const sign = descending ? -1 : 1;
  if (by === 'name') return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name));
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, by), valueOf(b, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** The share of requests that failed here, of all that came; null where nothing came. */
export function errorShare({ arrivalsPerSecond, failedPerSecond, rejectedPerSecond }: ComponentFigures): number | null {
  const came = arrivalsPerSecond.mean;
  if (came === null || came === 0) return null;
  return ((failedPerSecond.mean ?? 0) + (rejectedPerSecond.mean ?? 0)) / came;
}

/** The component with the highest utilisation; null where there is none. */
export function busiestId(result: Result): string | null {
  const entries = Object.entries(result.components);
  const mean = (figures: ComponentFigures): number => figures.utilisation.mean ?? -1;
  return (
    entries.reduce<(typeof entries)[number] | null>(
      (best, entry) => (best === null || mean(entry[1]) > mean(best[1]) ? entry : best),
      null,
    )?.[0] ?? null
  );
}
