import { describe, expect, it } from 'vitest';
import type { NumberShape } from './describe.ts';
import { readNumberFor } from './read-number.ts';

const SHAPE: NumberShape = { type: 'number', min: 0, max: 100, above: null, whole: false, nullable: false, word: null };
const FIELD = { title: 'Timeout', unit: 'ms', default: 4 };

function read(text: string, before: readonly unknown[], shape: Partial<NumberShape> = {}, takesText = false) {
  const reading = readNumberFor(text, before, { field: FIELD, shape: { ...SHAPE, ...shape }, takesText });
  return reading.ok ? reading.values : reading.message;
}

describe('what is typed for several entries', () => {
  it.each([
    ['7', [7, 7, 7]],
    ['2x', [20, 40, 8]],
    ['*2', [20, 40, 8]],
    ['+10%', [11, 22, 4.4]],
    ['-2', [8, 18, 2]],
    ['/2', [5, 10, 2]],
    ['0.01s', [10, 10, 10]],
  ])('%j gives each its own value, a missing one from its default', (text, values) =>
    expect(read(text, [10, 20, undefined])).toEqual(values),
  );

  it('is refused for all where one cannot take it', () => {
    expect(read('-15', [10, 20])).toBe('Timeout cannot be -5');
    expect(read('5x', [10, 30])).toBe('Timeout cannot be 150');
    expect(read('soon', [10, 20])).toBe('"soon" is not a number');
    expect(read(' ', [10])).toBe('Timeout is needed');
  });

  it('may be the word or the share that the field takes', () => {
    expect(read('auto', [10, 20], { word: 'auto' })).toEqual(['auto', 'auto']);
    expect(read('25%', [1], {}, true)).toEqual(['25%']);
  });
});
