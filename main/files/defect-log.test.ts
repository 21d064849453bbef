import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDefectLog } from './defect-log.ts';
import { configFolder, stateFolder } from './folders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spandrel-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the log of defects', () => {
  it('keeps each with its stack and cause in a file named by its number', () => {
    const log = createDefectLog(join(folder, 'made'), () => new Date('2026-03-04T05:06:07Z'));
    const { number, file } = log(new Error('outer', { cause: new Error('inner') }), 'testing');
    expect(number).toMatch(/^2026-03-04-[0-9a-f]{6}$/);
    expect(file).toBe(join(folder, 'made', `defect-${number}.log`));
    const text = readFileSync(String(file), 'utf8');
    for (const part of [number, 'while testing', 'Error: outer', 'Error: inner', 'defect-log.test.ts']) {
      expect(text).toContain(part);
    }
  });

  it('goes to the temporary folder where its own cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    const { file } = createDefectLog(join(folder, 'file'))('no error at all', 'testing');
    expect(dirname(String(file))).toBe(tmpdir());
    expect(readFileSync(String(file), 'utf8')).toContain('thrown: no error at all');
    rmSync(String(file));
  });

  it('keeps the last 50', () => {
    let day = 0;
    const log = createDefectLog(folder, () => new Date(Date.UTC(2026, 0, ++day)));
    const numbers = Array.from({ length: 60 }, () => log(new Error('x'), 'testing').number);
    expect(readdirSync(folder).sort()).toEqual(numbers.slice(-50).map((number) => `defect-${number}.log`));
  });
});

describe('the folders', () => {
  it('are those of each system', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe(join('/state', 'spandrel'));
    expect(stateFolder({ XDG_STATE_HOME: 'relative' }, 'linux')).toContain(join('.local', 'state', 'spandrel'));
    expect(stateFolder({}, 'darwin')).toContain(join('Library', 'Logs', 'Spandrel'));
    expect(stateFolder({ LOCALAPPDATA: 'L' }, 'win32')).toBe(join('L', 'Spandrel', 'logs'));
    expect(configFolder({ XDG_CONFIG_HOME: '/config' }, 'linux')).toBe(join('/config', 'spandrel'));
    expect(configFolder({ APPDATA: 'R' }, 'win32')).toBe(join('R', 'Spandrel'));
  });
});
