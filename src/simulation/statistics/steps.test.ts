import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSteps } from './steps.ts';

describe('the steps of a series', () => {
  it.each([
    [600_000, 5000, 120],
    [60_000, 500, 120],
    [1000, 5, 200],
    [1, 0.005, 200],
    [3_600_000, 20_000, 180],
    [700, 5, 140],
  ])('of %i ms are %d ms wide, %i of them', (durationMs, stepMs, steps) => {
    expect(chooseSteps(durationMs)).toEqual({ stepMs, steps });
  });

  it('are 80 to 200 and cover the run', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e11, noNaN: true }), (durationMs) => {
        const { stepMs, steps } = chooseSteps(durationMs);
        expect(steps).toBeGreaterThanOrEqual(79);
        expect(steps).toBeLessThanOrEqual(200);
        expect(steps * stepMs).toBeGreaterThanOrEqual(durationMs * (1 - 1e-9));
        expect((steps - 1) * stepMs).toBeLessThan(durationMs);
      }),
    );
  });
});
