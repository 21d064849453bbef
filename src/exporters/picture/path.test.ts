import { expect, it } from 'vitest';
import { ICONS } from './icons.ts';
import { spelledOut } from './path.ts';

it('spells out flags, signs, points and repeated figures', () => {
  expect(spelledOut('M10 2v7.751a.25.25 0 00.407.195l2.28-1.834z')).toBe(
    'M 10 2 v 7.751 a .25 .25 0 0 0 .407 .195 l 2.28 -1.834 z',
  );
  expect(spelledOut('m9,15 6-6 1e1.5M0 0 5 5')).toBe('m 9 15 l 6 -6 l 1e1 .5 M 0 0 L 5 5');
  expect(spelledOut('M0 0a1 1 0 01-1-1 1 1 0 0 1 1 1')).toBe('M 0 0 a 1 1 0 0 1 -1 -1 a 1 1 0 0 1 1 1');
});

it('every icon has the figures that its commands need', () => {
  const figures = (path: string) => path.match(/[-+]?(?:\d+\.?\d*|\.\d+)/g)?.length ?? 0;
  const faulty = Object.entries(ICONS).filter(([, path]) => {
    const commands = path.replace(/[^a-z]/gi, '').length;
    return spelledOut(path).replace(/[^a-z]/gi, '').length < commands || figures(path) === 0;
  });
  expect(faulty.map(([name]) => name)).toEqual([]);
});
