// Ranges and grids, over many of them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt, sizeOf } from './grid.ts';
import { readRange } from './range.ts';

const valuesOf = (text: string): readonly unknown[] | null => {
  const range = readRange(text);
  return range.ok ? range.value : null;
};

describe('ranges', () => {
  it.each([
    ['1..4', [1, 2, 3, 4]],
    ['1..9:2', [1, 3, 5, 7, 9]],
    ['1..8:3', [1, 4, 7]],
    ['0.1..0.5:0.1', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['-1..1', [-1, 0, 1]],
    ['5..5', [5]],
    ['random, shared-queue', ['random', 'shared-queue']],
    ['8,2,null,true', [8, 2, null, true]],
    ['7', [7]],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it.each(['', '1..', '..3', '3..1', '1..3:0', '1..3:-1', 'a..b', '1,1', '1,', '1..1e9', '0..1:1e-9', '1e999..2'])(
    'refuses "%s"',
    (text) => {
      expect(valuesOf(text)).toBeNull();
    },
  );

  it('has both ends, equal steps and all that lies between', () => {
    const numbers = fc.record({
      from: fc.integer({ min: -500, max: 500 }),
      steps: fc.nat(200),
      step: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(numbers, fc.constantFrom(1, 10, 1000), ({ from, steps, step }, scale) => {
        const text = `${String(from / scale)}..${String((from + steps * step) / scale)}:${String(step / scale)}`;
        expect(valuesOf(text)).toEqual(Array.from({ length: steps + 1 }, (_, index) => (from + index * step) / scale));
      }),
    );
  });
});

it('a grid has every combination once, in the order of an odometer', () => {
  const sides = fc.array(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sides, (lists) => {
      const varies = lists.map((values, index) => ({ path: `p${String(index)}`, values }));
      const points = Array.from({ length: sizeOf(varies) }, (_, number) => Object.values(pointAt(varies, number)));
      const odometer = lists.reduce<number[][]>(
        (before, list) => before.flatMap((row) => list.map((value) => [...row, value])),
        [[]],
      );
      expect(points).toEqual(odometer);
    }),
  );
});
