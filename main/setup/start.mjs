// `npm start [-- FILE]`: the app on the example design or on FILE, in the best window that this machine has.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from './browsers.mjs';
import { ensureBuilt, ensureElectron, ensureInstalled, root } from './install.mjs';

/** A window that ends sooner than this with an error was never one. */
const STILLBORN_MS = 10_000;

const isRoot = process.getuid?.() === 0;
/** Chromium's sandbox refuses to run as root. */
const sandbox = isRoot ? ['--no-sandbox'] : [];
const say = (text) => process.stdout.write(`${text}\n`);

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Resolves to whether the program ran as a window does: long, or to a good end. */
function runWindow(program, args) {
  const startedMs = Date.now();
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  return new Promise((done) => {
    const child = track(spawn(program, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] }));
    // Browsers tell much on standard error that concerns nobody; the last of it explains a failure.
    let last = '';
    child.stderr.on('data', (chunk) => (last = (last + chunk).slice(-2000)));
    child.once('error', (error) => done({ ran: false, why: error.message }));
    child.once('exit', (code) => {
      const ran = code === 0 || Date.now() - startedMs > STILLBORN_MS;
      done({ ran, why: ran ? '' : (last.trim().split('\n').at(-1) ?? '') });
    });
  });
}

const children = new Set();

function track(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function startServer(file) {
  const args = [join(root, 'out', 'main', 'cli.js'), 'serve', ...(file ? [file] : [])];
  const server = track(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const ended = new Promise((done) => server.once('exit', (code) => done(code ?? 0)));
  const address = new Promise((done) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text.split('\n', 1)[0]);
    });
  });
  return { server, ended, address: Promise.race([address, ended.then(() => null)]) };
}

async function openInBrowser(browser, address) {
  const profile = mkdtempSync(join(tmpdir(), 'spandrel-window-'));
  const quiet = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-sync'];
  try {
    return await runWindow(browser, [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--window-size=1440,900',
      ...quiet,
      ...sandbox,
    ]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Over the loopback host: in a browser's app window where there is one, else until told to stop. */
async function openOverLoopback(file, why) {
  const { server, ended, address } = startServer(file);
  const url = await address;
  if (url === null) return ended;
  const browser = findBrowser();
  if (browser && hasDisplay()) {
    say(`${why}, so Spandrel opens in an app window of ${browser}, at`);
    say(url);
    say('It stops when that window closes.');
    const window = await openInBrowser(browser, url);
    if (window.ran) {
      server.kill('SIGTERM');
      return ended;
    }
    say(`${browser} opened no window (${window.why}), so Spandrel only serves, until Ctrl+C, at`);
  } else {
    const lack = hasDisplay() ? `${why} and there is no Chromium, Chrome or Edge` : why;
    say(`${lack}, so Spandrel only serves, until Ctrl+C, at`);
  }
  say(url);
  return ended;
}

async function start(file) {
  if (!hasDisplay()) return openOverLoopback(file, 'There is no display for a window (DISPLAY is not set)');
  const electron = ensureElectron();
  if (!electron) {
    return openOverLoopback(file, "Electron's binary could not be downloaded (npx install-electron tries again)");
  }
  say('Spandrel opens in Electron. It stops when its window closes.');
  const window = await runWindow(electron, [root, ...sandbox, ...(file ? [file] : [])]);
  return window.ran ? 0 : openOverLoopback(file, `Electron did not start (${window.why})`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}

ensureInstalled();
if (!ensureBuilt()) process.exit(3);
const [file] = process.argv.slice(2);
process.exitCode = await start(file && resolve(process.env.INIT_CWD ?? process.cwd(), file));
