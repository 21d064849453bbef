import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberShape } from './describe.ts';
import { readQuantity, stepQuantity, writeQuantity } from './quantity-text.ts';

const ANY: NumberShape = { type: 'number', min: 0, max: null, above: null, whole: false, nullable: false, word: null };
const COUNT: NumberShape = { ...ANY, whole: true, max: 100_000 };
const SHARE: NumberShape = { ...ANY, max: 1 };
const POSITIVE: NumberShape = { ...ANY, min: null, above: 0 };

function read(text: string, unit?: string, shape: NumberShape = ANY, current: number | null = null): unknown {
  const reading = readQuantity(text, { title: 'Value', unit, shape, current });
  return reading.ok ? reading.value : reading.message;
}

describe('reading a number', () => {
  it.each([
    ['5', 5],
    [' 5.25 ', 5.25],
    ['.5', 0.5],
    ['1e3', 1000],
    ['12 000', 12_000],
    ['12_000', 12_000],
    ['+7', 7],
  ])('takes %j as it is written', (text, value) => expect(read(text)).toBe(value));

  it.each([
    ['2s', 'ms', 2000],
    ['2 S', 'ms', 2000],
    ['1.5 min', 'ms', 90_000],
    ['250us', 'ms', 0.25],
    ['500ms', 's', 0.5],
    ['2h', 's', 7200],
    ['60/min', '/s', 1],
    ['1 MiB', 'KiB', 1024],
    ['2GiB', 'MiB', 2048],
    ['1 Gbps', 'Mbps', 1000],
    ['500m', 'cores', 0.5],
    ['3m', 's', 180],
    ['10k', '/s', 10_000],
    ['5 ms', 'ms', 5],
  ])('turns %j in a field of %s into its own unit', (text, unit, value) => expect(read(text, unit)).toBe(value));

  it('takes a share in per cent', () => {
    expect(read('50%', undefined, SHARE)).toBe(0.5);
    expect(read('12.5 %', undefined, SHARE)).toBe(0.125);
  });

  it('works out small formulas from the value that stands there', () => {
    expect(read('2x', 'ms', ANY, 5)).toBe(10);
    expect(read('x1.5', 'ms', ANY, 4)).toBe(6);
    expect(read('+10%', 'ms', ANY, 0.1)).toBe(0.11);
    expect(read('-50%', undefined, COUNT, 5)).toBe(3);
    expect(read('2x')).toBe('There is no value yet to start from');
  });

  it.each([
    ['*2', 5, 10],
    ['/2', 5, 2.5],
    ['÷ 4', 10, 2.5],
    ['-5', 12, 7],
    ['− 5', 12, 7],
    ['+5', 12, 17],
    ['+2s', 500, 2500],
    ['-0.5s', 1500, 1000],
    ['1.5k', 12, 1500],
    ['5*2', 12, 10],
    ['12 + 3', 12, 15],
    ['12-3', 12, 9],
    ['9/2', 12, 4.5],
    ['-20', 12, 'Value cannot be -8'],
    ['/0', 12, 'Value cannot be Infinity'],
  ])('%j from %d', (text, current, value) => expect(read(text, 'ms', ANY, current)).toBe(value));

  it('keeps the sign for itself where a number may be negative', () => {
    const signed = { ...ANY, min: null };
    expect(read('-5', undefined, signed, 12)).toBe(-5);
    expect(read('/-2', undefined, signed, 12)).toBe(-6);
  });

  it.each([
    ['abc', undefined, ANY, '"abc" is not a number'],
    ['', undefined, ANY, '"" is not a number'],
    ['1,5', undefined, ANY, '"1,5" has a comma'],
    ['5 parsecs', 'ms', ANY, '"parsecs" is not a unit of this field'],
    ['5s', undefined, COUNT, '"s" is not a unit of this field'],
    ['-1', undefined, ANY, 'Value cannot be -1'],
    ['2.5', undefined, COUNT, 'Value cannot be 2.5'],
    ['200%', undefined, SHARE, 'Value cannot be 2'],
    ['0', undefined, POSITIVE, 'Value cannot be 0'],
    ['1e999', undefined, ANY, 'Value cannot be Infinity'],
    ['NaN', undefined, ANY, '"NaN" is not a number'],
    ['1 2 3 x', undefined, ANY, 'There is no value yet to start from'],
  ])('refuses %j with a reason', (text, unit, shape, message) => expect(read(text, unit, shape)).toBe(message));

  it('says how to mend what it refuses', () => {
    expect(readQuantity('x', { title: 'Replicas', unit: undefined, shape: COUNT, current: 1 })).toEqual({
      ok: false,
      message: '"x" is not a number',
      mend: 'Give a whole number from 0 to 100000',
    });
    expect(readQuantity('x', { title: 'Timeout', unit: 'ms', shape: POSITIVE, current: null })).toMatchObject({
      mend: 'Give a number above 0 in ms, or with its unit, such as 2 s',
    });
  });

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (value) => {
        const written = writeQuantity(value);
        expect(read(written)).toBe(Number(written));
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(1e-11 * value);
      }),
    );
  });

  it('never throws, and what it takes is in the range', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(ANY, COUNT, SHARE, POSITIVE), (text, shape) => {
        const reading = readQuantity(text, { title: 'Value', unit: 'ms', shape, current: 3 });
        if (!reading.ok) return reading.message !== '' && reading.mend !== '';
        const { value } = reading;
        return (
          Number.isFinite(value) &&
          value >= (shape.min ?? -Infinity) &&
          value <= (shape.max ?? Infinity) &&
          value > (shape.above ?? -Infinity) &&
          (!shape.whole || Number.isInteger(value))
        );
      }),
    );
  });
});

describe('stepping a number', () => {
  it('goes by ones, by tens, and stays in the range', () => {
    expect(stepQuantity(5, 1, COUNT)).toBe(6);
    expect(stepQuantity(5, -10, COUNT)).toBe(0);
    expect(stepQuantity(100_000, 1, COUNT)).toBe(100_000);
    expect(stepQuantity(null, 1, COUNT)).toBe(1);
  });

  it('goes by hundredths in a share, and by its own size below 1', () => {
    expect(stepQuantity(0.9, 1, SHARE)).toBe(0.91);
    expect(stepQuantity(0.95, 10, SHARE)).toBe(1);
    expect(stepQuantity(0.4, 1, ANY)).toBe(0.5);
    expect(stepQuantity(0.3, -1, ANY)).toBe(0.2);
  });

  it('never reaches an exclusive limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), fc.integer({ min: -20, max: 20 }), (from, steps) => {
        expect(stepQuantity(from, steps, POSITIVE)).toBeGreaterThan(0);
      }),
    );
  });
});
