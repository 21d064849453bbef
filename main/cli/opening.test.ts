import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withOpening } from './opening.ts';

const folder = mkdtempSync(join(tmpdir(), 'spandrel-opening-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(join(folder, 'shop.spandrel.json'), '{}');
writeFileSync(join(folder, 'validate'), '{}');
mkdirSync(join(folder, 'folder.d'));

it('opens a file that is named without a verb', () => {
  expect(withOpening(['shop.spandrel.json'], folder)).toEqual(['serve', 'shop.spandrel.json', '--open']);
  expect(withOpening([join(folder, 'shop.spandrel.json')], '/')[0]).toBe('serve');
});

it.each([
  [['validate']],
  [['missing.spandrel.json']],
  [['folder.d']],
  [['--help']],
  [[]],
  [['shop.spandrel.json', '--json']],
])('leaves %j as they are: a verb, or wrong usage', (args) => {
  expect(withOpening(args, folder)).toBe(args);
});
