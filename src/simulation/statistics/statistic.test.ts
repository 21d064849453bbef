import { describe, expect, it } from 'vitest';
import { summarise } from './statistic.ts';
import { studentT95 } from './student.ts';

describe("Student's t", () => {
  it.each([
    // The 97.5 % column of the usual table.
    [1, 12.7062],
    [2, 4.30265],
    [4, 2.77645],
    [9, 2.26216],
    [20, 2.08596],
    [29, 2.04523],
    [120, 1.97993],
    [9999, 1.9602],
  ])('with %i degrees of freedom is %f', (degrees, expected) => {
    expect(studentT95(degrees)).toBeCloseTo(expected, 4);
  });
});

describe('a statistic', () => {
  it('is the mean and its interval: 1, 2, 3, 4, 5 are 3 ± 1.963', () => {
    const { mean, ci95 } = summarise([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(ci95).toBeCloseTo(2.776445 * Math.sqrt(2.5 / 5), 5);
  });

  it('leaves out what has no value', () => {
    expect(summarise([2, null, 4])).toEqual(summarise([2, 4]));
  });

  it('has no interval for one value, and nothing for none', () => {
    expect(summarise([7])).toEqual({ mean: 7, ci95: null });
    expect(summarise([null, null])).toEqual({ mean: null, ci95: null });
  });
});
