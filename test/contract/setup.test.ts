// The set-up commands on a fresh clone and after: what is installed, what is built, and that neither happens twice.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './cli.ts';

let clone: string;
const at = (path: string): string => join(clone, path);

/** A clone without its packages, and an npm that only notes what it is asked. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'spandrel-clone-'));
  cpSync(join(root, 'main/setup'), at('main/setup'), { recursive: true });
  writeFileSync(at('package-lock.json'), '{"one": 1}');
  writeFileSync(
    at('npm.js'),
    `const fs = require('node:fs');
     fs.appendFileSync(${JSON.stringify(at('asked'))}, process.argv.slice(2).join(' ') + '\\n');
     if (process.env.NPM_FAILS) process.exit(7);
     fs.mkdirSync('node_modules', { recursive: true });`,
  );
});
afterEach(() => {
  rmSync(clone, { recursive: true, force: true });
});

function evaluate(code: string, env: Record<string, string> = {}) {
  const install = JSON.stringify(new URL(`file://${at('main/setup/install.mjs')}`).href);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `const setup = await import(${install}); ${code}`],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, npm_execpath: at('npm.js'), ...env } },
  );
  return { status, stdout, stderr };
}

const asked = (): string[] => (existsSync(at('asked')) ? readFileSync(at('asked'), 'utf8').trimEnd().split('\n') : []);

describe('installing', () => {
  it('happens once, from the lock file, and again only when that changes', () => {
    const install = 'console.log(setup.ensureInstalled())';
    expect(evaluate(install)).toMatchObject({ status: 0, stdout: 'true\n' });
    expect(asked()).toEqual(['ci --include=dev --no-audit --no-fund --loglevel=error']);
    expect(evaluate(install)).toEqual({ status: 0, stdout: 'false\n', stderr: '' });
    writeFileSync(at('package-lock.json'), '{"two": 2}');
    expect(evaluate(install)).toMatchObject({ status: 0, stdout: 'true\n' });
    expect(asked()[1]).toMatch(/^install /);
    expect(asked()).toHaveLength(2);
  });

  it('that fails ends with 1, and is tried again the next time', () => {
    const failed = evaluate('setup.ensureInstalled(); console.log("on it goes")', { NPM_FAILS: '1' });
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toMatch(/npm could not install/);
    expect(evaluate('setup.ensureInstalled()').status).toBe(0);
    expect(asked()).toHaveLength(2);
  });
});

describe("Electron's binary", () => {
  const fetch = 'console.log(setup.ensureElectron())';

  it('is fetched, and then found', () => {
    mkdirSync(at('node_modules/electron'), { recursive: true });
    writeFileSync(
      at('node_modules/electron/install.js'),
      `const fs = require('node:fs');
       fs.mkdirSync(__dirname + '/dist');
       fs.writeFileSync(__dirname + '/dist/electron', '', { mode: 0o755 });
       fs.writeFileSync(__dirname + '/path.txt', 'electron');`,
    );
    const binary = `${at('node_modules/electron/dist/electron')}\n`;
    expect(evaluate(fetch)).toMatchObject({ status: 0, stdout: binary, stderr: "Fetching Electron's binary …\n" });
    expect(evaluate(fetch)).toEqual({ status: 0, stdout: binary, stderr: '' });
  });

  it('that cannot be had is not asked for again at the next start', () => {
    mkdirSync(at('node_modules/electron'), { recursive: true });
    writeFileSync(at('node_modules/electron/install.js'), 'process.exit(1)');
    expect(evaluate(fetch)).toMatchObject({ status: 0, stdout: 'null\n', stderr: "Fetching Electron's binary …\n" });
    expect(evaluate(fetch)).toEqual({ status: 0, stdout: 'null\n', stderr: '' });
  });
});

describe('the commands', () => {
  it('spandrel prints nothing of its own once all is there', () => {
    const launcher = join(root, 'main/setup/spandrel.mjs');
    // The first one may have to build; the second has nothing to do.
    const run = () => spawnSync(process.execPath, [launcher, 'templates', '--json'], { encoding: 'utf8', cwd: clone });
    run();
    const { status, stdout, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).not.toHaveLength(0);
    const wrong = spawnSync(process.execPath, [launcher, 'simulate'], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
  });

  it.runIf(process.platform === 'linux')('start serves where there is no display, says why, and stays', async () => {
    const env: NodeJS.ProcessEnv = { ...process.env };
    delete env['DISPLAY'];
    delete env['WAYLAND_DISPLAY'];
    const child = spawn(process.execPath, [join(root, 'main/setup/start.mjs')], { env, cwd: clone });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\n/);
    expect(out).toMatch(/^There is no display .*, so Spandrel only serves, until Ctrl\+C, at\n/);
    const address = /http:\S+/.exec(out)?.[0] ?? '';
    expect((await fetch(address)).status).toBe(200);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });
});
