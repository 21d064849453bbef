import { expect, it } from 'vitest';
import { BURNS, burnsOf, minutesOf, thresholdOf, windowsOf } from './slo.ts';

it('spends 2, 5, 10 and 10 per cent of the budget of 30 days within the long windows', () => {
  const spent = BURNS.map(({ factor, long }) => (factor * minutesOf(long)) / minutesOf('30d'));
  expect(spent.map((share) => Number(share.toFixed(6)))).toEqual([0.02, 0.05, 0.1, 0.1]);
});

it('asks a twelfth of the long window as well', () => {
  expect(BURNS.map(({ long, short }) => minutesOf(long) / minutesOf(short))).toEqual([12, 12, 12, 12]);
});

it('leaves out burns that no rate of errors reaches', () => {
  expect(burnsOf(0.01).map((burn) => thresholdOf(0.01, burn))).toEqual([0.144, 0.06, 0.03, 0.01]);
  expect(burnsOf(0.1).map(({ factor }) => factor)).toEqual([6, 3, 1]);
  expect(burnsOf(0.5).map(({ factor }) => factor)).toEqual([1]);
});

it('records each window once, from short to long', () => {
  expect(windowsOf(0.01)).toEqual(['5m', '30m', '1h', '2h', '6h', '1d', '3d']);
  expect(windowsOf(0.5)).toEqual(['6h', '3d']);
});
