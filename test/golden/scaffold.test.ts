// The scaffold: hostile designs give files that every language reads, and the services run, call, retry and end.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFile } from '../../src/exporters/exporter.ts';
import { runExporter } from '../../src/exporters/index.ts';
import { LANGUAGE_IDS } from '../../src/exporters/scaffold/language-names.ts';
import { scaffold } from '../../src/exporters/scaffold/scaffold.ts';
import type { Design } from '../../src/model/design.ts';
import { randomDesign } from '../fixtures/random-design.ts';
import { hostileDesign, hostileId, plainId } from './hostile-design.ts';
import { scaffoldFaults } from './readers/scaffold.ts';

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const hasPython = has('python3');
const hasJava = has('javac') && has('java');
const hasGo = has('gofmt');
const hasRedis = has('redis-server');

const folder = mkdtempSync(join(tmpdir(), 'scaffold-'));
const running: ChildProcess[] = [];
const servers: Server[] = [];

afterAll(() => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function filesOf(design: Design, language: string): Promise<readonly ExportFile[]> {
  const made = await runExporter(scaffold, design, { language });
  return made.ok ? made.value : [];
}

function write(files: readonly ExportFile[], below: string): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(below, path)), { recursive: true });
    writeFileSync(join(below, path), text);
  }
}

it.each(LANGUAGE_IDS)('every file of a project in %s is read', async (language) => {
  const files = await filesOf(calls, language);
  expect(files.length).toBeGreaterThan(20);
  expect(await scaffoldFaults(files)).toEqual([]);
});

describe('hostile designs', () => {
  const seen: ExportFile[] = [];
  const designs = fc.oneof(hostileDesign(plainId), hostileDesign(hostileId), randomDesign({ hostileNames: true }));

  it('give files that parsers and schemas read, in every language', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(designs, fc.constantFrom('design', ...LANGUAGE_IDS), async (design, language) => {
        const files = await filesOf(design, language);
        written += files.length > 0 ? 1 : 0;
        // What does not depend on the design is read once, below.
        const own = files.filter(({ path }) => !path.startsWith('shared/'));
        expect(await scaffoldFaults(own)).toEqual([]);
        seen.push(...own);
      }),
      { numRuns: 30 },
    );
    expect(written).toBeGreaterThan(5);
  });

  it.skipIf(!hasPython)('give Python that Python itself reads (skipped where python3 is missing)', () => {
    const sources = seen.filter(({ path }) => path.endsWith('.py')).map(({ text }) => text);
    const check = 'import ast, json, sys\nfor source in json.load(sys.stdin): ast.parse(source)\nprint("read")';
    expect(execFileSync('python3', ['-c', check], { input: JSON.stringify(sources), encoding: 'utf8' })).toBe('read\n');
  });

  it.skipIf(!hasJava)('give Java that its compiler takes (skipped where there is no JDK)', async () => {
    const sources = seen.filter(({ path }) => path.endsWith('ServiceSettings.java')).slice(0, 25);
    const shared = (await filesOf(calls, 'java')).filter(({ path }) => path.endsWith('/Settings.java'));
    // Each a class of its own, so that all are compiled at once.
    const renamed = sources.map(({ text }, at) => ({
      path: `Settings${at}.java`,
      text: text.replaceAll('ServiceSettings', `Settings${at}`),
    }));
    const below = join(folder, 'hostile-java');
    write([...shared, ...renamed], below);
    const all = [...shared, ...renamed].map(({ path }) => join(below, path));
    const compiled = spawnSync('javac', ['-encoding', 'UTF-8', '-d', join(below, 'out'), ...all], { encoding: 'utf8' });
    expect(compiled.stderr).toBe('');
    expect(sources.length).toBeGreaterThan(0);
  });

  it('keep what they are called when TypeScript reads it', async () => {
    const title = '"; process.exit(1) // ${x} `y` \\ 🚀 */';
    const design: Design = { ...calls, components: [{ id: 'api', kind: 'service', name: title }], connections: [] };
    const settings = (await filesOf(design, 'typescript')).find(({ path }) => path === 'modules/api/settings.ts');
    expect(JSON.parse(/title: (".*"),/.exec(settings?.text ?? '')?.[1] ?? '""')).toBe(title);
  });
});

/** A service that calls one that fails at first, one that never answers, and sends messages to a worker. */
const calls: Design = {
  spandrel: 1,
  name: 'Calls',
  components: [
    { id: 'api', kind: 'service', name: 'API' },
    { id: 'auth', kind: 'service' },
    { id: 'slow', kind: 'service' },
    { id: 'jobs', kind: 'queue' },
    { id: 'worker', kind: 'worker' },
  ],
  connections: [
    {
      ...{ id: 'api-auth', from: 'api', to: 'auth', protocol: 'http', timeoutMs: 5000 },
      retry: { attempts: 3, backoffMs: 10, multiplier: 2, jitter: 'full' },
    },
    {
      ...{ id: 'api-slow', from: 'api', to: 'slow', protocol: 'http', timeoutMs: 150, optional: true },
      retry: { attempts: 2, backoffMs: 5 },
    },
    { id: 'api-jobs', from: 'api', to: 'jobs', mode: 'async' },
    { id: 'jobs-worker', from: 'jobs', to: 'worker', mode: 'async' },
  ],
};

/** How a project of a language is built, and how a service of it is started. */
interface Toolchain {
  readonly language: string;
  readonly missing: boolean;
  readonly build: (below: string) => void;
  readonly start: (module: string) => readonly [string, ...string[]];
}

function run(below: string, command: string, ...args: string[]): void {
  const ended = spawnSync(command, args, { cwd: below, encoding: 'utf8' });
  expect(`${ended.stdout}${ended.stderr}`.trim() || 'fine').toBe('fine');
  expect(ended.status).toBe(0);
}

function npm(below: string, ...args: string[]): void {
  const ended = spawnSync('npm', args, { cwd: below, encoding: 'utf8' });
  expect({ said: ended.stderr, status: ended.status }).toMatchObject({ status: 0 });
}

const toolchains: readonly Toolchain[] = [
  {
    language: 'typescript',
    missing: false,
    build: (below) => {
      // The versions are those of this project, so that npm finds them in its cache.
      const manifest = JSON.parse(readFileSync(join(below, 'package.json'), 'utf8')) as Manifest;
      const ours = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
      expect(ours.devDependencies).toMatchObject(manifest.devDependencies);
      npm(below, 'install', '--prefer-offline', '--no-audit', '--no-fund');
      npm(below, 'run', 'build');
    },
    start: (module) => [process.execPath, `dist/modules/${module}/main.js`],
  },
  {
    language: 'python',
    missing: !hasPython,
    build: () => undefined,
    start: (name) => ['python3', `modules/${name}/main.py`],
  },
  {
    language: 'hypnoscript',
    missing: !hasPython,
    // In place of the interpreter, which is not to be had: what is proven is the host.
    build: (below) => {
      writeFileSync(join(below, 'hypnoscript'), '#!/bin/sh\ngrep -q "^} Relax" "$2" && echo \'{"service":"x"}\'\n', {
        mode: 0o755,
      });
    },
    start: (name) => ['python3', `modules/${name}/main.py`],
  },
  {
    language: 'java',
    missing: !hasJava,
    build: (below) => {
      for (const module of ['api', 'worker']) {
        const sources = `shared/java/runtime/*.java modules/${module}/*.java`;
        run(below, 'sh', '-c', `javac -Xlint:all -Werror -encoding UTF-8 -d out/${module} ${sources}`);
      }
    },
    start: (module) => ['java', '-XX:TieredStopAtLevel=1', '-cp', `out/${module}`, 'Main'],
  },
];

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

describe.each(toolchains)('a project in $language', ({ language, missing, build, start }) => {
  const below = join(folder, language);

  beforeAll(async () => {
    if (missing) return;
    write(await filesOf(calls, language), below);
    build(below);
  });

  it.skipIf(missing)('passes the tests that it brings (skipped where its tools are missing)', () => {
    const tests: Record<string, readonly [string, ...string[]]> = {
      typescript: [
        process.execPath,
        '--test',
        'dist/shared/typescript/policies.test.js',
        'dist/modules/api/service.test.js',
      ],
      python: ['python3', 'modules/api/service_test.py'],
      hypnoscript: ['python3', 'shared/python/policies_test.py'],
      java: ['java', '-cp', 'out/api', 'ServiceTest'],
    };
    const [command, ...args] = tests[language] ?? ['false'];
    const ended = spawnSync(command, args, { cwd: below, encoding: 'utf8' });
    expect([ended.status, ended.status === 0 ? '' : `${ended.stdout}${ended.stderr}`]).toEqual([0, '']);
  });

  it.skipIf(missing)(
    'runs: health, metrics, a call that goes through, a retry, a timeout, an orderly end',
    async () => {
      const redis = hasRedis ? await startRedis() : null;
      const messages = redis ?? 'memory:';
      const environment = { HYPNOSCRIPT: join(below, 'hypnoscript'), JOBS_URL: messages };
      // It answers calls as well as it takes messages.
      const worker = await startService(start('worker'), below, environment);
      let tries = 0;
      const flaky = await listen((body, answer) => {
        tries += 1;
        if (tries === 1) return answer(500, '{}');
        void fetch(`${worker.origin}/requests`, { method: 'POST', body })
          .then((passed) => passed.text())
          .then((text) => answer(200, text));
      });
      const silent = await listen(() => undefined);
      const api = await startService(start('api'), below, { ...environment, AUTH_URL: flaky, SLOW_URL: silent });

      const health = await fetch(`${api.origin}/health`);
      expect([health.status, await health.json()]).toEqual([200, { status: 'ok', service: 'api' }]);
      const answer = await fetch(`${api.origin}/requests`, { method: 'POST', body: '{"order":1}' });
      expect([answer.status, await answer.json()]).toMatchObject([
        200,
        { ok: true, service: 'api', calls: { 'api-auth': 'ok', 'api-slow': 'timeout' } },
      ]);
      const metrics = await (await fetch(`${api.origin}/metrics`)).text();
      expect(metrics.split('\n')).toEqual(
        expect.arrayContaining([
          'http_requests_total{code="200"} 1',
          'client_calls_total{connection="api-auth",outcome="error"} 1',
          'client_calls_total{connection="api-auth",outcome="ok"} 1',
          'client_retries_total{connection="api-auth"} 1',
          'client_calls_total{connection="api-slow",outcome="timeout"} 2',
          'client_retries_total{connection="api-slow"} 1',
        ]),
      );
      expect(await (await fetch(`${worker.origin}/metrics`)).text()).toContain('http_requests_total{code="200"} 1\n');
      if (redis !== null) {
        await expect
          .poll(async () => (await fetch(`${worker.origin}/metrics`)).text(), { timeout: 15_000 })
          .toContain('messages_taken_total{connection="jobs-worker",outcome="ok"} 1\n');
      }
      // A JVM ends by a signal's number even where its hooks have run.
      expect([0, 143]).toContain(await api.stop());
    },
  );
});

it.skipIf(!hasGo)('Go is as its own formatter writes it (skipped where Go is missing)', async () => {
  const below = join(folder, 'go');
  write(await filesOf(calls, 'go'), below);
  expect(execFileSync('gofmt', ['-l', '.'], { cwd: below, encoding: 'utf8' })).toBe('');
  run(below, 'go', 'vet', './...');
});

interface Started {
  readonly origin: string;
  readonly stop: () => Promise<number | null>;
}

/** Started on a free port, which it tells on standard error. */
function startService(
  command: readonly [string, ...string[]],
  cwd: string,
  env: Record<string, string>,
): Promise<Started> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code, signal) => done(signal === 'SIGTERM' ? 143 : code));
  });
  let told = '';
  return new Promise((done, failed) => {
    child.stderr.on('data', (data: Buffer) => {
      told += data.toString();
      const port = /listens on port (\d+)/.exec(told)?.[1];
      if (port === undefined) return;
      const stop = (): Promise<number | null> => {
        child.kill('SIGTERM');
        return ended;
      };
      done({ origin: `http://127.0.0.1:${port}`, stop });
    });
    void ended.then((code) => failed(new Error(`ended with ${code}: ${told}`)));
  });
}

/** The address of a Redis of the test's own. */
async function startRedis(): Promise<string> {
  const port = await freePort();
  const child = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]);
  running.push(child);
  await new Promise<void>((done) => {
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('Ready to accept connections')) done();
    });
  });
  return `redis://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A server that answers as it is told to. */
async function listen(on: (body: string, answer: (status: number, text: string) => void) => void): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () =>
      on(Buffer.concat(parts).toString(), (status, text) => {
        response.writeHead(status).end(text);
      }),
    );
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
