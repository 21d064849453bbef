// How the files of an export are listed.
import { describe, expect, it } from 'vitest';
import type { Compared, Comparison } from './comparison.ts';
import { findIn, foldedAtFirst, lineCount, listFiles, needsTree, treeRows } from './listed.ts';

const files = ['README.md', 'api/src/main.ts', 'api/package.json', 'web/index.html'].map((path) => ({
  path,
  text: 'a\nb\n',
}));
const gone: Compared = { path: 'api/old.ts', state: 'gone', text: 'a\n', hash: 'f' };
const comparison: Comparison = {
  folder: 'out',
  byPath: new Map(
    [gone, { path: 'README.md', state: 'edited', text: 'b\n', hash: 'f' } as const].map((c) => [c.path, c]),
  ),
  findings: [],
};

describe('the list', () => {
  it('has what is exported with what stands there, then what is left over', () => {
    expect(
      listFiles(files, comparison).map(({ path, file, old }) => [path, file !== null, old?.state ?? null]),
    ).toEqual([
      ['README.md', true, 'edited'],
      ['api/src/main.ts', true, null],
      ['api/package.json', true, null],
      ['web/index.html', true, null],
      ['api/old.ts', false, 'gone'],
    ]);
  });

  it('becomes a tree with more than one level of folders, folders first', () => {
    const listed = listFiles(files, comparison);
    expect(needsTree(listed)).toBe(true);
    expect(needsTree(listFiles(files.slice(2), null))).toBe(false);
    const shown = (folded: string[]): string[] =>
      treeRows(listed, new Set(folded)).map(({ name, depth }) => `${' '.repeat(depth)}${name}`);
    expect(shown([])).toEqual([
      'api',
      ' src',
      '  main.ts',
      ' old.ts',
      ' package.json',
      'web',
      ' index.html',
      'README.md',
    ]);
    expect(shown(['api'])).toEqual(['api', 'web', ' index.html', 'README.md']);
  });

  it('opens only the way to the chosen file where there are many', () => {
    const listed = listFiles(files, null);
    expect(foldedAtFirst(listed, 'api/src/main.ts', 3)).toEqual(new Set(['web']));
    expect(foldedAtFirst(listed, 'api/src/main.ts', 4)).toEqual(new Set());
  });

  it('is searched by words in any order', () => {
    expect(findIn(listFiles(files, null), 'TS api').map(({ path }) => path)).toEqual(['api/src/main.ts']);
  });

  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
  ])('counts the lines of %j', (text, lines) => {
    expect(lineCount(text)).toBe(lines);
  });
});
