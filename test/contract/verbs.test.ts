// Every verb from outside: what it prints where, and with which exit code it ends.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/simulation/result.ts';
import { createWorkshop, ended, root, shop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
});
afterAll(() => {
  workshop.remove();
});

const templates = readdirSync(join(root, 'templates/designs')).map((name) => name.replace('.spandrel.json', ''));
/** Short enough for a test, on one thread. */
const short = ['--duration', '20', '--warmup', '0', '--replications', '2', '--threads', '1'];

/** A built file and all that it imports before it can start. */
function staticImports(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, below] of readFileSync(path, 'utf8').matchAll(/^import .*?"(\.[^"]+)";/gm)) {
    staticImports(join(dirname(path), String(below)), seen);
  }
  return seen;
}

describe('help', () => {
  it('lists the verbs', async () => {
    const { code, out, err } = await workshop.run(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const verb of ['new', 'templates', 'validate', 'simulate', 'export', 'serve']) expect(out).toContain(verb);
  });

  it('loads neither the engine nor a schema for that, since it is to be quick', () => {
    const loaded = [...staticImports(join(root, 'out/main/cli.js'))];
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((path) => /engine|catalogue|exporters|read-[^t]|serve|piscina/.test(path))).toEqual([]);
    const bytes = loaded.map((path) => statSync(path).size).reduce((sum, size) => sum + size, 0);
    // Commander is most of it; zod alone would double it.
    expect(bytes).toBeLessThan(250_000);
  });

  it.each([
    ['new'],
    ['templates'],
    ['validate'],
    ['simulate'],
    ['sweep'],
    ['plan'],
    ['export'],
    ['export', 'mermaid'],
    ['export', 'kubernetes'],
    ['serve'],
  ])('of %s %s shows its usage and an example', async (...verb) => {
    const { code, out, err } = await workshop.run([...verb, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: spandrel ${verb.join(' ')} `));
    // Each format of export has options of its own.
    if (verb.join() !== 'export') expect(out).toContain('--json');
    if (verb.length === 1) expect(out).toMatch(/Examples:\n {2}spandrel /);
  });
});

describe('wrong usage', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Usage: spandrel/],
    [['simulat', 'shop.json'], /Did you mean simulate\?/],
    [['simulate'], /Usage: spandrel simulate .*<file>/],
    [['simulate', 'shop.json', 'other.json'], /Usage: spandrel simulate/],
    [['simulate', 'shop.json', '--sede', '3'], /Did you mean .*--seed/],
    [['simulate', 'shop.json', '--seed', '-1'], /whole number from 0/],
    [['simulate', 'shop.json', '--seed', '1.5'], /whole number/],
    [['simulate', 'shop.json', '--replications', '0'], /whole number from 1/],
    [['simulate', 'shop.json', '--duration', 'long'], /number of seconds/],
    [['simulate', 'shop.json', '--set', 'components.api'], /PATH=VALUE/],
    [['simulate', 'shop.json', '--threads', '0'], /whole number from 1/],
    [['new', 'example'], /--out <file>/],
    [['new', 'nothing', '--out', 'x.json'], /Usage: spandrel new/],
    [['export', 'shop.json'], /Usage: spandrel export mermaid\|/],
    [['export', 'mermaid', 'shop.json', '--direction', 'sideways'], /Allowed choices/],
    [['serve', '--port', '99999'], /whole number from 1 to 65535/],
  ];
  it.each(wrong)('%j ends with 2 and the nearest right usage', async (args, usage) => {
    const before = workshop.everything();
    const { code, out, err } = await workshop.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(usage);
    expect(err).toMatch(/Usage: spandrel/);
    expect(workshop.everything()).toEqual(before);
  });
});

describe('templates', () => {
  it('are listed as a table and as JSON', async () => {
    const { code, out } = await workshop.run(['templates', '--json']);
    expect(code).toBe(0);
    const list = JSON.parse(out) as Record<string, string>[];
    expect(list.map((template) => template['id']).sort()).toEqual([...templates].sort());
    expect(new Set(list.map((template) => template['pattern']))).toEqual(
      new Set(['layered', 'microservices', 'event-driven', 'modular', 'mixed']),
    );
    for (const template of list) expect(Object.keys(template)).toEqual(['id', 'name', 'pattern', 'description']);
    const table = await workshop.run(['templates']);
    for (const id of templates) expect(table.out).toContain(id);
  });

  it.each(templates)('%s can be written, is good, runs, and can be exported', async (id) => {
    const name = `${id}.spandrel.json`;
    expect(await workshop.run(['new', id, '--out', name])).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(workshop.read(name))).toMatchObject({ spandrel: 1 });
    expect(await workshop.run(['validate', name])).toMatchObject({ code: 0 });
    expect(await workshop.run(['simulate', name, ...short])).toMatchObject({ code: 0 });
    expect(await workshop.run(['export', 'mermaid', name])).toMatchObject({ code: 0 });
    expect(await workshop.run(['export', 'kubernetes', name])).toMatchObject({ code: 0 });
  });
});

describe('validate', () => {
  it('says that a design is good', async () => {
    expect(await workshop.run(['validate', 'shop.json'])).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse((await workshop.run(['validate', 'shop.json', '--json'])).out)).toEqual({ findings: [] });
  });

  it('ends well with advice, and names an unknown key', async () => {
    const text = JSON.stringify({ ...shop, colour: 'red' });
    const { code, err } = await workshop.run(['validate', '-'], text);
    expect(code).toBe(0);
    expect(err).toMatch(/^-: colour: advice: .*\n {2}/);
  });

  it('names every error', async () => {
    const components = [shop.components[0], { ...shop.components[1], kind: 'sorcerer', hitRatio: 3 }];
    const { code, err } = await workshop.run(['validate', '-'], JSON.stringify({ ...shop, components }));
    expect(code).toBe(1);
    expect(err).toMatch(/^-: components\.auth\.kind: /m);
    expect(err).toMatch(/^-: components\.auth\.hitRatio: /m);
  });
});

describe('simulate', () => {
  it('prints one result as JSON, the same whatever the number of threads', async () => {
    const results = await Promise.all(
      ['1', '2'].map((threads) => workshop.run(['simulate', 'shop.json', '--json', '--threads', threads])),
    );
    const [one, two] = results.map(({ code, out, err }) => {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return resultSchema.parse(JSON.parse(out));
    });
    expect(one?.wallMs).toBeGreaterThan(0);
    expect({ ...one, wallMs: 0 }).toEqual({ ...two, wallMs: 0 });
    expect(one).toMatchObject({ scenario: 'base', seed: 1, replications: 3, simulatedS: 60 });
    const strip = (text: string | undefined): string => String(text).replace(/"wallMs": [\d.e+-]+/, '');
    expect(strip(results[0]?.out)).toBe(strip(results[1]?.out));
  });

  it('keeps traces as OTLP, the slowest included and whole, the same whatever the number of threads', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((threads) =>
        workshop.run(['simulate', 'shop.json', '--json', '--traces', '6', '--threads', threads]),
      ),
    );
    const strip = (text: string | undefined): string => String(text).replace(/"wallMs": [\d.e+-]+/, '');
    expect(strip(one?.out)).toBe(strip(two?.out));
    const { traces } = resultSchema.parse(JSON.parse(one?.out ?? ''));
    const spans = (traces?.resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    const roots = spans.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(roots).toHaveLength(6);
    expect(new Set(spans.map(({ spanId, traceId }) => traceId + spanId)).size).toBe(spans.length);
    const byId = new Map(spans.map((span) => [span.traceId + span.spanId, span]));
    for (const span of spans.filter(({ parentSpanId }) => parentSpanId !== undefined)) {
      const parent = byId.get(span.traceId + (span.parentSpanId ?? ''));
      expect(BigInt(span.startTimeUnixNano) >= BigInt(parent?.startTimeUnixNano ?? -1)).toBe(true);
      expect(BigInt(span.endTimeUnixNano) <= BigInt(parent?.endTimeUnixNano ?? -1)).toBe(true);
    }
    const alone = await workshop.run(['simulate', 'shop.json', '--json', '--replications', '1', '--traces', '2']);
    const single = resultSchema.parse(JSON.parse(alone.out));
    const longest = (single.traces?.resourceSpans ?? [])
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
      .filter(({ parentSpanId, status }) => parentSpanId === undefined && status.code === 1)
      .map((span) => Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6);
    expect(Math.max(...longest)).toBeCloseTo(single.requests.responseMs.max.mean ?? NaN, 3);
  });

  it('draws the slowest requests as text', async () => {
    const { code, out } = await workshop.run(['simulate', 'shop.json', '--traces', '3', ...short]);
    expect(code).toBe(0);
    expect(out).toMatch(/Slowest of 3 traced/);
    expect(out).toMatch(/\|.*#.*\|/);
  });

  it('finds its warm-up by itself, and tells it', async () => {
    const { code, out } = await workshop.run(['simulate', 'shop.json', '--warmup', 'auto', '--json']);
    expect(code).toBe(0);
    const result = resultSchema.parse(JSON.parse(out));
    expect(result.warmupS).toBeGreaterThanOrEqual(0);
    expect(result.notes.map(({ rule }) => rule)).toContain('warmup-found');
  });

  it('takes everything that it offers from the command line', async () => {
    const { code, out } = await workshop.run(
      [
        'simulate',
        '-',
        '--scenario',
        'idle',
        '--seed',
        '7',
        '--set',
        'components.api.capacity.replicas=3',
        '--json',
        ...short,
      ],
      shopText,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scenario: 'idle',
      seed: 7,
      replications: 2,
      simulatedS: 20,
      components: { api: { replicas: { mean: 3 } } },
    });
  });

  it('prints a table for people', async () => {
    const { code, out, err } = await workshop.run(['simulate', 'shop.json', ...short]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Shop, scenario base: 2 replications of 20\.0 s, seed 1\n/);
    expect(out).toMatch(/^API +\d/m);
    expect(out).toMatch(/^Auth +\d/m);
    expect(out).toMatch(/is the (busiest|bottleneck)/);
    expect(out).not.toMatch(/NaN|undefined|null/);
  });

  it('holds objectives with --check, and only then', async () => {
    const set = ['--set', 'objectives.p95.below=0.001'];
    expect((await workshop.run(['simulate', 'shop.json', ...short, ...set])).code).toBe(0);
    const { code, err, out } = await workshop.run(['simulate', 'shop.json', ...short, ...set, '--check', '--json']);
    expect(code).toBe(1);
    expect(err).toMatch(/^shop\.json: objectives\.p95: missed: .*responseMs\.p95 below 0\.001\n {2}/);
    expect(resultSchema.parse(JSON.parse(out)).objectives).toMatchObject([{ id: 'p95', met: false }]);
    expect((await workshop.run(['simulate', 'shop.json', ...short, '--check'])).code).toBe(0);
  });

  it.each([
    [['--scenario', 'none'], /scenario/],
    [['--set', 'components.apo.capacity.replicas=2'], /components\.apo.*\n.*api/],
    [['--set', 'components.api.capacity.replicas=many'], /components\.api\.capacity\.replicas: /],
    [['--set', 'components.api.capacity.replicas=-2'], /components\.api\.capacity\.replicas: /],
    [['--duration', '0'], /durationS/],
    [['--duration', '2'], /warmupS/],
  ])('refuses %j with its place', async (args, place) => {
    const { code, out, err } = await workshop.run(['simulate', 'shop.json', ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(place);
    expect(err.startsWith('shop.json: ')).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('stops within moments on Ctrl+C, and says so', async () => {
    const long = ['simulate', 'shop.json', '--duration', '100000000', '--warmup', '0', '--threads', '2'];
    const child = workshop.start(long);
    const ending = ended(child);
    // Long enough to be at work even on a busy machine; before that, the system ends the process by itself.
    await setTimeout(6000);
    child.kill('SIGINT');
    const killedMs = performance.now();
    expect(await ending).toMatchObject({ code: 130, out: '', err: 'Cancelled.\n' });
    expect(performance.now() - killedMs).toBeLessThan(10_000);
  });
});

describe('the process', () => {
  it('counts relative paths from INIT_CWD where npm sets it', async () => {
    const child = workshop.start(['validate', 'shop.json'], { INIT_CWD: join(workshop.folder, 'elsewhere') });
    expect((await ended(child)).err).toContain(join(workshop.folder, 'elsewhere', 'shop.json'));
  });

  it.skipIf(process.platform === 'win32')('ends quietly when its reader goes away', async () => {
    const child = workshop.start(['simulate', 'shop.json', '--json', ...short]);
    child.stdout.destroy();
    const { err } = await ended(child);
    expect(err).toBe('');
  });

  it.runIf(process.platform === 'linux')('says that its output could not be written', () => {
    const full = openSync('/dev/full', 'w');
    const args = [join(root, 'out/main/cli.js'), 'templates', '--json'];
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^standard output: could not be written: ENOSPC/);
  });

  it('puts a defect into a log file that it names, and ends with 3', async () => {
    const child = workshop.start(['simulate', 'shop.json', ...short], { NODE_OPTIONS: `--import=${brokenClock}` });
    const { code, out, err } = await ended(child);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    const file = /what happened is in (\S+)\n$/.exec(err)?.[1];
    expect(err).not.toMatch(/\n\s+at /);
    expect(workshop.read(join('.state', 'spandrel', String(file?.split(/[\\/]/).at(-1))))).toContain('a broken clock');
  });
});

/** Breaks something that no input could, before the program starts. */
const brokenClock = `data:text/javascript,${encodeURIComponent(
  'process.hrtime.bigint = () => { throw new Error("a broken clock"); };',
)}`;
