// Where the response time goes: the share of each component in it, split into what the request did there.
import type { Breakdown, Result } from '../simulation/result.ts';
import { PARTS, type Part } from './charts/palette.ts';

/** Over all requests, or over the slowest 1 % of them. */
export type Sample = 'mean' | 'slowest';

export interface BreakdownRow {
  readonly id: string;
  readonly name: string;
  readonly parts: Breakdown;
  readonly totalMs: number;
}

export function sumOf(parts: Breakdown): number {
  return PARTS.reduce((sum, part) => sum + (parts[part].mean ?? 0), 0);
}

/** A row for each component that the requests spent time at; null where the run kept no breakdown. */
export function breakdownRows(
  nameById: ReadonlyMap<string, string>,
  result: Result,
  sample: Sample,
): BreakdownRow[] | null {
  const kept = Object.entries(result.components).flatMap(([id, { breakdownMs, breakdownSlowestMs }]) => {
    const parts = sample === 'mean' ? breakdownMs : breakdownSlowestMs;
    return parts ? [{ id, name: nameById.get(id) ?? id, parts, totalMs: sumOf(parts) }] : [];
  });
  return kept.length === 0 ? null : kept.filter(({ totalMs }) => totalMs > 0);
}

/** Each part over all components, in ms. */
export function partTotals(rows: readonly BreakdownRow[]): Readonly<Record<Part, number>> {
  const total = (part: Part): number => rows.reduce((sum, row) => sum + (row.parts[part].mean ?? 0), 0);
  return {
    wait: total('wait'),
    work: total('work'),
    blocked: total('blocked'),
    network: total('network'),
    retries: total('retries'),
  };
}
