import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENT, figureParts, formatFigure, formatNumber, formatStatistic, formatTimeLeft } from './format.ts';

describe('formatNumber', () => {
  it('keeps three significant digits in plain notation', () => {
    const shown = [0, 0.000123456, 0.0421, 0.5, 1, 5.678, 31, 88.44, 120.3, 999.6, 12_345, 1_234_567].map((value) =>
      formatNumber(value),
    );
    expect(shown).toEqual([
      '0',
      '0.000123',
      '0.0421',
      '0.5',
      '1',
      '5.68',
      '31',
      '88.4',
      '120',
      '1,000',
      '12,300',
      '1,230,000',
    ]);
  });

  it('shows a dash for what does not apply', () => {
    expect([null, undefined, NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(
      Array.from({ length: 5 }, () => ABSENT),
    );
  });

  it('reads back as the number rounded to three digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatNumber(value).replaceAll(',', ''))).toBe(Number(value.toPrecision(3)) || 0);
      }),
    );
  });
});

describe('figures', () => {
  it('carry the unit of their kind', () => {
    expect([
      formatFigure('share', 0.6234),
      formatFigure('rate', 120.31),
      formatFigure('ms', 48),
      formatFigure('ms', 12_345),
      formatFigure('count', 2),
      formatFigure('money', 0.42, 'EUR'),
      formatFigure('ms', null),
    ]).toEqual(['62.3 %', '120/s', '48 ms', '12.3 s', '2', '0.42 EUR', ABSENT]);
  });

  it('give the interval in the unit of the value', () => {
    expect(figureParts('share', 0.5, 0.0123)).toEqual({ value: '50', unit: '%', interval: '1.2' });
    expect(formatStatistic('rate', { mean: 120.31, ci95: 0.412 })).toBe('120/s ±0.41');
    expect(formatStatistic('rate', { mean: null, ci95: null })).toBe(ABSENT);
    expect(formatStatistic('ms', { mean: 1, ci95: 6.9e-17 })).toBe('1 ms ±0');
  });
});

describe('formatTimeLeft', () => {
  it('speaks of seconds, then of minutes', () => {
    expect([null, 200, 61_000, 150_000].map(formatTimeLeft)).toEqual(['', '1 s left', '61 s left', '3 min left']);
  });
});
