// TypeScript's parser for k6, Python's own for Locust where Python is there, Marked for the README.
import { spawnSync } from 'node:child_process';
import { marked } from 'marked';
import ts from 'typescript';
import { expect } from 'vitest';
import type { Reader } from './reader.ts';

export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What Python says against any of the texts, read in one start of it. */
export function pythonFaults(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const program = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
  return spawnSync('python3', ['-c', program], { input: JSON.stringify(texts), encoding: 'utf8' }).stderr;
}

export const loadtest: Reader = (files) => {
  const textOf = (ending: string) => files.filter(({ path }) => path.endsWith(ending)).map(({ text }) => text);
  for (const text of textOf('.js')) {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, fileName: 'loadtest.js' });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  }
  if (hasPython) expect(pythonFaults(textOf('.py'))).toBe('');
  expect(marked.lexer(textOf('.md').join('\n')).length).toBeGreaterThan(0);
  return Promise.resolve();
};
