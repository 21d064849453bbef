import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileArgument, isVerbCall, ownArguments } from './arguments.ts';

describe('the arguments of the desktop app', () => {
  it('follow the program, or the folder that a checkout runs from', () => {
    expect(ownArguments(['spandrel', 'validate', '--json', 'a'], true)).toEqual(['validate', '--json', 'a']);
    expect(ownArguments(['electron', '--inspect=0', '/checkout', '--no-sandbox', 'a'], false)).toEqual([
      '--no-sandbox',
      'a',
    ]);
    expect(ownArguments(['electron'], false)).toEqual([]);
  });

  it('are a call of the command where they begin with a verb', () => {
    expect([['validate', 'a'], ['--no-sandbox'], ['a.json'], []].map(isVerbCall)).toEqual([true, false, false, false]);
  });

  it('may name a file, relative to the folder of the start', () => {
    expect(fileArgument(['--no-sandbox', 'a.json'], '/work')).toBe(resolve('/work', 'a.json'));
    expect(fileArgument(['--no-sandbox'], '/work')).toBe(null);
  });
});
