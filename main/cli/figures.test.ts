import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figure, statistic, table } from './figures.ts';

describe('figure', () => {
  it('has three significant digits and no exponent', () => {
    const values = [0, 1234567, 1234, 999.6, 123.4, 12.34, 1.234, 0.1234, 0.001234, 9.996, -4.567, 0.0009];
    expect(values.map(figure)).toEqual([
      '0',
      '1234567',
      '1234',
      '1000',
      '123',
      '12.3',
      '1.23',
      '0.123',
      '0.00123',
      '10.0',
      '-4.57',
      '<0.001',
    ]);
    expect(figure(null)).toBe('—');
  });

  it('is within half a percent of the value', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (value) => {
        expect(Math.abs(Number(figure(value)) - value)).toBeLessThanOrEqual(value * 0.00501);
      }),
    );
  });
});

describe('statistic', () => {
  it('carries its interval where it has one', () => {
    expect(statistic({ mean: 0.6214, ci95: 0.01234 }, 100)).toBe('62.1 ±1.2');
    expect(statistic({ mean: 120.4, ci95: null })).toBe('120');
    expect(statistic({ mean: 2, ci95: 0 })).toBe('2.00');
    expect(statistic({ mean: 1e-6, ci95: 1e-6 })).toBe('<0.001');
    expect(statistic({ mean: null, ci95: null })).toBe('—');
  });
});

describe('table', () => {
  it('lines up its columns', () => {
    const rows = [
      { name: 'Ä', value: '1' },
      { name: 'Gateway', value: '12.5' },
    ];
    expect(
      table(
        [
          { title: 'Name', align: 'left', cell: (row) => row.name },
          { title: 'Rate', align: 'right', cell: (row) => row.value },
        ],
        rows,
      ),
    ).toEqual(['Name     Rate', 'Ä           1', 'Gateway  12.5']);
  });
});
