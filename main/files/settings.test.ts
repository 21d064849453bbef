import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings, readSettings } from './settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-settings-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const window = { x: 10, y: 20, width: 1200, height: 800, maximized: true };

describe('settings', () => {
  it('come back as they were written, in a folder that is made', async () => {
    const file = join(folder, 'made', 'settings.json');
    await changeSettings(() => ({ window }), file);
    expect(await readSettings(file)).toEqual({ window });
  });

  it.each(['', '{', '[]', '{"window":{"width":1}}', '{"window":{"width":"wide","height":1,"maximized":true}}'])(
    'that read %j are the same as none',
    async (text) => {
      const file = join(folder, 'settings.json');
      writeFileSync(file, text);
      expect(await readSettings(file)).toEqual({});
    },
  );

  it('keep what each of several changes at once has written', async () => {
    const file = join(folder, 'settings.json');
    await Promise.all([
      changeSettings((before) => ({ ...before, window }), file),
      changeSettings((before) => ({ ...before, chosen: { ...before.chosen, language: 'de' } }), file),
      changeSettings((before) => ({ ...before, chosen: { ...before.chosen, theme: 'dark' } }), file),
    ]);
    expect(await readSettings(file)).toEqual({ window, chosen: { language: 'de', theme: 'dark' } });
  });

  it('that cannot be kept are no failure', async () => {
    writeFileSync(join(folder, 'file'), '');
    await changeSettings(() => ({ window }), join(folder, 'file', 'settings.json'));
    expect(await readSettings(join(folder, 'file', 'settings.json'))).toEqual({});
  });
});
