import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate, WarmupFinder } from './mser.ts';

/** By the definition, without anything clever. */
function naive(means: readonly number[]): number {
  const most = Math.floor(means.length / 2);
  const errors = Array.from({ length: means.length === 0 ? 1 : most + 1 }, (_, first) => {
    const rest = means.slice(first);
    const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
    return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
  });
  return errors.indexOf(Math.min(...errors));
}

describe('MSER-5', () => {
  it('finds the least standard error, as by its definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 60 }), (means) => {
        const { batches } = truncate(means);
        const error = (first: number): number => {
          const rest = means.slice(first);
          const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
          return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
        };
        expect(error(batches)).toBeCloseTo(error(naive(means)), 6);
      }),
    );
  });

  it('leaves out a start that is unlike the rest, and nothing of a series without one', () => {
    const noise = (i: number): number => 10 + ((i * 7919) % 13) / 13;
    const step = Array.from({ length: 200 }, (_, i) => (i < 30 ? 2 : 0) + noise(i));
    expect(truncate(step)).toEqual({ batches: 30, isSettled: true });
    const flat = Array.from({ length: 200 }, (_, i) => noise(i));
    expect(truncate(flat).batches).toBeLessThan(14);
    expect(truncate([])).toEqual({ batches: 0, isSettled: true });
  });

  it('says that what only grows has not settled', () => {
    const ramp = Array.from({ length: 200 }, (_, i) => i);
    expect(truncate(ramp)).toEqual({ batches: 100, isSettled: false });
  });

  it('tells the time at which the warm-up ends, also of more responses than it keeps', () => {
    for (const perBatch of [1, 10]) {
      const finder = new WarmupFinder();
      for (let i = 0; i < 10_000 * perBatch; i++) finder.add(i / perBatch, (i < 1500 * perBatch ? 50 : 10) + (i % 3));
      expect(finder.find().isSettled).toBe(true);
      expect(Math.abs(finder.find().warmupMs - 1500)).toBeLessThan(50);
    }
  });
});
