// Brings a fresh clone to where it can run: packages, Electron's binary where it can be had, and the build. No packages
// are used here, since this is what installs them. Everything is told on standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectron } from './browsers.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const modules = join(root, 'node_modules');
const lockMark = join(modules, '.spandrel-lock');
const electronMark = join(modules, '.spandrel-electron');
/** The first Node 20 that the build tools run on. */
const OLDEST_NODE = [20, 19];
const DAY_MS = 24 * 60 * 60 * 1000;
const DOWNLOAD_MS = 5 * 60 * 1000;

const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(`Spandrel needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Both streams of the program go to standard error, so that standard output stays the caller's. */
function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
}

/** npm tells its own place to the scripts it starts; without it, it is found like any program (a batch file on Windows). */
function npm(...args) {
  const own = process.env.npm_execpath;
  if (own && /[\\/]npm(-cli)?\.js$/.test(own)) return run(process.execPath, [own, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** A link to the packages of another checkout: whoever made it looks after them. */
function isLinked() {
  return lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Installs the packages of the lock file unless these very ones are there; true where it did something. */
export function ensureInstalled() {
  checkNode();
  const isThere = existsSync(modules);
  if (isThere && isLinked()) return false;
  if (isThere && read(lockMark) === lockHash()) return false;
  say(isThere ? 'The packages changed: installing what is missing …' : 'Installing the packages of the lock file …');
  // `ci` would take away everything first; where something is there already, only the difference is wanted.
  const { status } = npm(isThere ? 'install' : 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  if (status !== 0) stop('npm could not install the packages; what it said is above. Is there a network?');
  writeFileSync(lockMark, `${lockHash()}\n`);
  return true;
}

const outputs = ['out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const sources = ['src', 'main', 'worker', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

function changedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count as well, since a file that was removed leaves its trace there only. */
function newestMs(path) {
  let newest = changedMs(path);
  if (!statSync(path).isDirectory()) return newest;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name.includes('.test.')) continue;
    const below = join(path, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestMs(below) : changedMs(below));
  }
  return newest;
}

function isBuilt() {
  const oldestOutput = Math.min(...outputs.map((path) => changedMs(join(root, path))));
  return sources.every((path) => newestMs(join(root, path)) <= oldestOutput);
}

/** Builds unless what is built is newer than every source; false where the build failed. */
export function ensureBuilt() {
  if (isBuilt()) return true;
  say('Building …');
  const tool = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
  return run(process.execPath, [tool, 'build', '--logLevel', 'warn']).status === 0;
}

/**
 * Electron's binary, fetched where it is missing; null where it cannot be had. A failed download is not tried again for
 * a day, so that a second start has nothing to wait for.
 */
export function ensureElectron() {
  const found = findElectron(root);
  if (found) return found;
  const failedMs = changedMs(electronMark);
  if (Date.now() - failedMs < DAY_MS) return null;
  say("Fetching Electron's binary …");
  run(process.execPath, [join(modules, 'electron', 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS });
  const fetched = findElectron(root);
  if (!fetched) writeFileSync(electronMark, 'the download failed\n');
  return fetched;
}
