import { describe, expect, it } from 'vitest';
import type { Breakdown, Result } from '../simulation/result.ts';
import { breakdownRows, partTotals } from './breakdown.ts';

function parts(wait: number | null, work: number, blocked = 0, network = 0, retries = 0): Breakdown {
  const s = (mean: number | null) => ({ mean, ci95: null });
  return { wait: s(wait), work: s(work), blocked: s(blocked), network: s(network), retries: s(retries) };
}

const NAMES = new Map([
  ['api', 'API'],
  ['db', 'Database'],
]);

const RESULT = {
  components: {
    api: { breakdownMs: parts(1, 6, 2, 1), breakdownSlowestMs: parts(10, 8, 20, 1, 5) },
    db: { breakdownMs: parts(null, 5), breakdownSlowestMs: parts(30, 6) },
    idle: { breakdownMs: parts(0, 0), breakdownSlowestMs: parts(0, 0) },
  },
} as unknown as Result;

describe('where the time goes', () => {
  it('is told for each component that requests spent time at, for all of them or for the slowest', () => {
    const said = (sample: 'mean' | 'slowest') =>
      breakdownRows(NAMES, RESULT, sample)?.map(({ name, totalMs }) => [name, totalMs]);
    expect(said('mean')).toEqual([
      ['API', 10],
      ['Database', 5],
    ]);
    expect(said('slowest')).toEqual([
      ['API', 44],
      ['Database', 36],
    ]);
  });

  it('adds up by part, which together are the whole response', () => {
    const totals = partTotals(breakdownRows(NAMES, RESULT, 'mean') ?? []);
    expect(totals).toEqual({ wait: 1, work: 11, blocked: 2, network: 1, retries: 0 });
  });

  it('is unknown where the run kept no breakdown', () => {
    expect(breakdownRows(NAMES, { components: { api: {} } } as unknown as Result, 'mean')).toBeNull();
  });
});
