import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf } from './text-file.ts';
import { createWatcher, type Watcher } from './watcher.ts';

let folder: string;
let watcher: Watcher;
let told: string[];
const at = (name: string): string => join(folder, name);
const hash = (text: string): string => hashOf(Buffer.from(text));
const watching = (text = 'one') => [{ name: 'a', path: at('a'), hash: hash(text) }];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-watch-'));
  told = [];
  watcher = createWatcher((name, standing) => told.push(`${name} ${standing}`), 30);
  writeFileSync(at('a'), 'one');
});
afterEach(() => {
  watcher.close();
  rmSync(folder, { recursive: true, force: true });
});

const soon = (expected: string[]): Promise<void> => expect.poll(() => told, { timeout: 5000 }).toEqual(expected);

it('tells a change in place, a rename in place, and that it is as before again, each once', async () => {
  await watcher.watch(watching());
  writeFileSync(at('a'), 'two');
  await soon(['a changed']);
  writeFileSync(at('b'), 'one');
  renameSync(at('b'), at('a'));
  await soon(['a changed', 'a same']);
  utimesSync(at('a'), 1, 1);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(told).toHaveLength(2);
});

it('tells at once what changed before it was watched', async () => {
  await watcher.watch(watching('earlier'));
  expect(told).toEqual(['a changed']);
});

it('tells that a file is gone, that its folder is gone, and that it became a folder', async () => {
  await watcher.watch(watching());
  rmSync(at('a'));
  await soon(['a removed']);
  mkdirSync(at('a'));
  await soon(['a removed', 'a folder']);
  renameSync(folder, `${folder}-gone`);
  await soon(['a removed', 'a folder', 'a removed']);
  renameSync(`${folder}-gone`, folder);
});

it('says nothing of what the window writes itself', async () => {
  await watcher.watch(watching());
  watcher.expect(at('a'), hash('mine'));
  writeFileSync(at('a'), 'mine');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toEqual([]);
  await watcher.watch(watching('mine'));
  writeFileSync(at('a'), 'theirs');
  await soon(['a changed']);
});

it.skipIf(process.platform === 'win32')('sees through a link', async () => {
  symlinkSync('a', at('link'));
  await watcher.watch([{ name: 'link', path: at('link'), hash: hash('one') }]);
  writeFileSync(at('a'), 'two');
  await soon(['link changed']);
});
