import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, calmIntervalMs, spanOf, speedsFor, stepAt, usualSpeed, within } from './clock.ts';

const SPAN = spanOf({ fromS: 0, stepS: 5 }, 120, 600);

describe('the clock of a replay', () => {
  it('goes so many simulated seconds a second', () => {
    expect(advance(10, 500, 16, SPAN)).toEqual({ timeS: 18, isPlaying: true });
  });

  it('stops at the end', () => {
    expect(advance(599, 1000, 4, SPAN)).toEqual({ timeS: 600, isPlaying: false });
  });

  it('never leaves the run, and never goes back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 600, noNaN: true }),
        fc.nat(100_000),
        fc.constantFrom(1, 64, 4096),
        (at, ms, speed) => {
          const { timeS } = advance(at, ms, speed, SPAN);
          expect(timeS).toBeGreaterThanOrEqual(at);
          expect(timeS).toBeLessThanOrEqual(600);
        },
      ),
    );
    expect([within(-3, SPAN), within(900, SPAN)]).toEqual([0, 600]);
  });

  it('knows the step of a time, the first at the start and the last at the end', () => {
    expect([0, 4.99, 5, 299.9, 600, -1].map((timeS) => stepAt(timeS, SPAN))).toEqual([0, 0, 1, 59, 119, 0]);
    expect(stepAt(0.3, { fromS: 0, endS: 1, stepS: 0.1, steps: 10 })).toBe(3);
  });

  it('ends with the run where the last step is shorter', () => {
    expect(spanOf({ fromS: 0, stepS: 5 }, 3, 12).endS).toBe(12);
  });

  it('goes from step to step where nothing is to move, and not too often', () => {
    expect([calmIntervalMs(1, SPAN), calmIntervalMs(64, SPAN)]).toEqual([5000, 500]);
  });
});

describe('the speeds', () => {
  it('reach from real time to where the run is over in a few seconds', () => {
    expect(speedsFor(SPAN)).toEqual([1, 4, 16, 64]);
    expect(speedsFor({ ...SPAN, endS: 86_400 })).toEqual([1, 4, 16, 64, 256, 1024, 4096, 16_384]);
    expect(speedsFor({ ...SPAN, endS: 10 })).toEqual([1, 4, 16, 64]);
  });

  it('start with one at which the run can be watched', () => {
    expect([10, 600, 3600, 1e9].map((endS) => usualSpeed({ ...SPAN, endS }))).toEqual([1, 64, 256, 16_384]);
  });
});
