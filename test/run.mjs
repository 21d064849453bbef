// `npm test`: installs what is missing, then runs every check of the project and adds up what they counted.
// Plain JavaScript without packages, since it is the first thing that may ever run in a clone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../main/setup/browsers.mjs';
import { ensureInstalled } from '../main/setup/install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Debian's packages that the tests use, and the program by which each is known to be there. */
const debianPackages = [
  { name: 'chromium', isThere: () => findBrowser() !== null },
  { name: 'prometheus', isThere: () => canRun('promtool') },
  { name: 'ansible-core', isThere: () => canRun('ansible-playbook') },
  { name: 'docker-compose', isThere: () => canRun('docker-compose') },
  { name: 'poppler-utils', isThere: () => canRun('pdftoppm', '-v') },
  { name: 'redis-server', isThere: () => canRun('redis-server') },
];

function canRun(program, question = '--version') {
  return spawnSync(program, [question], { stdio: 'ignore' }).error === undefined;
}

function installDebianPackages() {
  const missing = debianPackages.filter((entry) => !entry.isThere()).map((entry) => entry.name);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    console.log(`Not installed here, and not installable without root on Debian: ${missing.join(', ')}`);
    return;
  }
  console.log(`Installing ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) => spawnSync('apt-get', ['-q', ...words], { stdio: ['ignore', 'ignore', 'inherit'], env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing, 'fonts-dejavu-core');
}

/** A tool of the project, from its own folder of packages, run by this Node. */
function tool(packageName, script, ...words) {
  return [process.execPath, join(root, 'node_modules', packageName, script), ...words];
}

function run(command) {
  const [program, ...words] = command;
  return (
    spawnSync(program, words, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? '0' },
    }).status === 0
  );
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failedKinds = [];

function count(kind, figures, well) {
  for (const key of Object.keys(total)) total[key] += figures[key];
  if (!well) failedKinds.push(kind);
  // A runner that failed without a failed test (a crash, a broken file) is a failure that must be counted.
  if (!well && figures.failed === 0) total.failed += 1;
}

/** A check that has no tests of its own counts as one. */
function check(kind, ...commands) {
  const since = Date.now();
  console.log(`\n── ${kind}`);
  const well = commands.every(run);
  count(kind, { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 }, well);
  console.log(`${kind}: ${well ? 'passed' : 'FAILED'} in ${seconds(since)}`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that writes what it counted into a file; no file means that it did not get so far. */
function runner(kind, file, command, figuresOf) {
  const since = Date.now();
  console.log(`\n── ${kind}`);
  rmSync(file, { force: true });
  const exitedWell = run(command);
  const report = readJson(file);
  const figures = report ? figuresOf(report) : { passed: 0, failed: 0, skipped: 0 };
  const ranSome = figures.passed + figures.failed > 0;
  count(kind, figures, exitedWell && ranSome);
  console.log(
    `${kind}: ${figures.passed} passed, ${figures.failed} failed, ${figures.skipped} skipped in ${seconds(since)}`,
  );
}

const vitestFigures = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});
const playwrightFigures = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

ensureInstalled();
installDebianPackages();
mkdirSync(results, { recursive: true });

const worlds = ['src', 'main', 'worker', 'renderer', 'test'];
check('format', tool('prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
check('lint', tool('eslint', 'bin/eslint.js', '.'));
check('types', ...worlds.map((world) => tool('typescript', 'bin/tsc', '-p', world)));
check(
  'architecture',
  tool(
    'dependency-cruiser',
    'bin/dependency-cruise.mjs',
    '--config',
    'test/architecture/dependencies.cjs',
    'src',
    'main',
    'worker',
    'renderer',
  ),
  tool('knip', 'bin/knip.js'),
);
check('build', tool('electron-vite', 'bin/electron-vite.js', 'build', '--logLevel', 'warn'));
const vitestJson = join(results, 'vitest.json');
runner(
  'unit, laws, golden and contract tests',
  vitestJson,
  tool(
    'vitest',
    'vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestJson}`,
  ),
  vitestFigures,
);
runner(
  'end-to-end tests',
  join(results, 'e2e.json'),
  tool('@playwright/test', 'cli.js', 'test', '--config', 'test/e2e/playwright.config.ts'),
  playwrightFigures,
);

console.log(`\nAll checks took ${seconds(started)}.`);
if (failedKinds.length > 0) console.log(`Failed: ${failedKinds.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failedKinds.length > 0 ? 1 : 0;
