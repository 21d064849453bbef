import { expect, it } from 'vitest';
import { axisTicks } from './axis.ts';
import { inWords, stepTimes, toColumn } from './columns.ts';

it('a series without gaps is a typed array, one with gaps keeps them', () => {
  expect(toColumn([1, 2])).toEqual(Float64Array.of(1, 2));
  expect(toColumn([1, null])).toEqual([1, null]);
});

it('a step is plotted at its middle', () => {
  expect(stepTimes(10, 5, 3)).toEqual(Float64Array.of(12.5, 17.5, 22.5));
});

it('a line in words says its range and its end', () => {
  const ms = (value: number): string => `${value} ms`;
  expect(inWords([null, 3, 1, 2, null], ms)).toBe('from 1 ms to 3 ms, at the end 2 ms');
  expect(inWords([null], ms)).toBeNull();
});

it('an axis has round times', () => {
  expect([axisTicks(30, 4), axisTicks(508, 5), axisTicks(0.9, 3), axisTicks(0, 4)]).toEqual([
    [0, 10, 20, 30],
    [0, 200, 400],
    [0, 0.5],
    [0],
  ]);
});
