import { expect, it } from 'vitest';
import { kinds } from '../../src/catalogue/index.ts';
import { icons } from './KindIcon.tsx';

it('every kind has its icon in the bundle', () => {
  expect(kinds.filter(({ look }) => !(look.icon in icons)).map(({ key }) => key)).toEqual([]);
});
