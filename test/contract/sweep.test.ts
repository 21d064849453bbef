// `sweep` from outside: every point of a grid, the same whatever the threads, killed and gone on with, and what is refused.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema, type Result } from '../../src/simulation/result.ts';
import { createWorkshop, shopText, type Workshop } from './cli.ts';

let workshop: Workshop;
beforeAll(() => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
});
afterAll(() => {
  workshop.remove();
});

interface Point {
  readonly set: Record<string, unknown>;
  readonly result: Result | null;
  readonly precise?: boolean;
}

const REPLICAS = 'components.auth.capacity.replicas';
const SPEED = 'components.auth.capacity.speed';
const short = ['--duration', '20', '--warmup', '0', '--replications', '2'];
const strip = (text: string): string => text.replace(/"wallMs": [\d.e+-]+/g, '');
const pointsOf = (text: string): Point[] => (JSON.parse(text) as { points: Point[] }).points;
const grid = ['--vary', `${REPLICAS}=1..3`, '--vary', `${SPEED}=1,2`];

describe('sweep', () => {
  it('computes every combination in the order of the grid, the same whatever the number of threads', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((threads) =>
        workshop.run(['sweep', 'shop.json', ...grid, ...short, '--json', '--threads', threads]),
      ),
    );
    expect([one?.code, one?.err, two?.code, two?.err]).toEqual([0, '', 0, '']);
    expect(strip(one!.out)).toBe(strip(two!.out));
    const points = pointsOf(one!.out);
    expect(points.map(({ set }) => [set[REPLICAS], set[SPEED]])).toEqual(
      [1, 2, 3].flatMap((replicas) => [1, 2].map((speed) => [replicas, speed])),
    );
    for (const { result, set } of points)
      expect(resultSchema.parse(result).components['auth']!.replicas.mean).toBe(set[REPLICAS]);
  });

  it('gives at each point what simulate gives there, so that chance is common to all', async () => {
    const [swept, simulated] = await Promise.all([
      workshop.run(['sweep', 'shop.json', '--vary', `${REPLICAS}=2`, ...short, '--seed', '9', '--json']),
      workshop.run(['simulate', 'shop.json', '--set', `${REPLICAS}=2`, ...short, '--seed', '9', '--json']),
    ]);
    const stripped = (result: Result | null | undefined) => ({ ...result, wallMs: 0 });
    expect(stripped(pointsOf(swept.out)[0]?.result)).toEqual(stripped(JSON.parse(simulated.out) as Result));
  });

  it('prints a table for people, and comma-separated values', async () => {
    const words = ['--vary', 'components.auth.capacity.dispatch=random,shared-queue', ...short];
    const [people, csv] = await Promise.all([
      workshop.run(['sweep', 'shop.json', ...words]),
      workshop.run(['sweep', 'shop.json', ...words, '--csv']),
    ]);
    expect(people.code).toBe(0);
    for (const said of ['p95 (ms)', 'Errors (%)', 'Busiest', 'Cost (USD/h)', 'random', 'shared-queue'])
      expect(people.out).toContain(said);
    const lines = csv.out
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(lines.map(([first]) => first)).toEqual(['components.auth.capacity.dispatch', 'random', 'shared-queue']);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(Number(lines[1]?.[lines[0]!.indexOf('requests.responseMs.mean')])).toBeGreaterThan(10);
  });

  it('ends a point early where it is precise, with the same prefix of replications whatever the number of threads', async () => {
    const asked = [
      '--vary',
      `${SPEED}=0.5,1,2`,
      '--duration',
      '40',
      '--warmup',
      '5',
      '--replications',
      '40',
      '--precision',
      '0.02',
    ];
    const [one, two] = await Promise.all(
      ['1', '2'].map((threads) => workshop.run(['sweep', 'shop.json', ...asked, '--json', '--threads', threads])),
    );
    expect(strip(one!.out)).toBe(strip(two!.out));
    const points = pointsOf(one!.out);
    const counts = points.map(({ result }) => result!.replications);
    expect(Math.min(...counts)).toBeLessThan(40);
    for (const { result, precise } of points) {
      const { mean, ci95 } = result!.requests.responseMs.mean;
      const { throughputPerSecond: through } = result!.requests;
      expect(precise).toBe(ci95! <= 0.02 * mean! && through.ci95! <= 0.02 * through.mean!);
      expect(result!.replications < 40 && precise === false).toBe(false);
    }
    // What was kept is what a run of so many replications gives.
    const again = await workshop.run([
      ...['simulate', 'shop.json', '--set', `${SPEED}=0.5`, '--duration', '40', '--warmup', '5', '--json'],
      ...['--replications', String(counts[0])],
    ]);
    expect({ ...points[0]!.result, wallMs: 0 }).toEqual({ ...(JSON.parse(again.out) as Result), wallMs: 0 });
  });

  it('says which points are not good, computes the others, and ends with 1', async () => {
    const { code, out, err } = await workshop.run([
      'sweep',
      'shop.json',
      '--vary',
      `${REPLICAS}=1,two,3`,
      ...short,
      '--json',
    ]);
    expect(code).toBe(1);
    expect(err).toContain(`shop.json: ${REPLICAS}: at ${REPLICAS}=two: `);
    expect(pointsOf(out).map(({ result }) => result?.components['auth']?.replicas.mean ?? null)).toEqual([1, null, 3]);
  });
});

describe('sweep --resume', () => {
  const asked = ['--vary', `${SPEED}=1..8`, '--duration', '600', '--replications', '3', '--json'];
  const linesOf = (name: string): number =>
    existsSync(workshop.at(name)) ? readFileSync(workshop.at(name), 'utf8').split('\n').length - 1 : 0;

  it('killed in the middle, computes only what is missing, and ends with the same bytes', async () => {
    const whole = await workshop.run(['sweep', 'shop.json', ...asked]);
    const child = workshop.start(['sweep', 'shop.json', ...asked, '--resume', 'kept', '--threads', '2']);
    const gone = new Promise((resolve) => child.once('close', resolve));
    while (linesOf('kept') < 4 && child.exitCode === null) await setTimeout(5);
    child.kill('SIGKILL');
    await gone;
    const before = readFileSync(workshop.at('kept'), 'utf8');
    const keptPoints = linesOf('kept') - 1;
    expect(keptPoints).toBeGreaterThanOrEqual(3);
    expect(keptPoints).toBeLessThan(8);
    appendFileSync(workshop.at('kept'), '{"point":7,"set":{"comp');
    const resumed = await workshop.run(['sweep', 'shop.json', ...asked, '--resume', 'kept', '--threads', '1']);
    expect(resumed).toMatchObject({ code: 0, err: '' });
    expect(strip(resumed.out)).toBe(strip(whole.out));
    const after = readFileSync(workshop.at('kept'), 'utf8');
    expect(after.startsWith(before.slice(0, before.lastIndexOf('\n') + 1))).toBe(true);
    expect(linesOf('kept')).toBe(9);
    // Nothing is left to compute: not even the times of the runs change.
    const third = await workshop.run(['sweep', 'shop.json', ...asked, '--resume', 'kept']);
    expect(third.out).toBe(resumed.out);
    expect(readFileSync(workshop.at('kept'), 'utf8')).toBe(after);
  });

  it('refuses the file of another sweep, and what is no sweep, and leaves both as they were', async () => {
    const small = ['sweep', 'shop.json', '--vary', `${REPLICAS}=1..2`, ...short];
    expect(await workshop.run([...small, '--resume', 'small'])).toMatchObject({ code: 0 });
    workshop.write('other.json', shopText.replace('"meanMs": 8', '"meanMs": 9'));
    workshop.write('letter.txt', 'Dear reader,\nthis is a letter');
    workshop.write('line.txt', 'no line break');
    const before = workshop.everything();
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['sweep', 'other.json', ...small.slice(2), '--resume', 'small'], /another design/],
      [['sweep', 'shop.json', '--vary', `${REPLICAS}=1..3`, ...short, '--resume', 'small'], /another --vary/],
      [[...small, '--seed', '5', '--resume', 'small'], /another --seed/],
      [[...small, '--resume', 'letter.txt'], /does not hold a sweep/],
      [[...small, '--resume', 'line.txt'], /does not hold a sweep/],
      [[...small, '--resume', '.'], /folder/],
      [[...small, '--resume', 'missing/file'], /missing/],
    ];
    for (const [args, said] of cases) {
      const { code, out, err } = await workshop.run(args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(said);
    }
    expect(workshop.everything()).toEqual(before);
  });
});

describe('wrong usage of sweep', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /--vary/],
    [['--vary', REPLICAS], /PATH=RANGE/],
    [['--vary', `${REPLICAS}=8..1`], /smaller number first/],
    [['--vary', `${REPLICAS}=1..8:0`], /step above 0/],
    [['--vary', `${REPLICAS}=1...8`], /1\.\.8/],
    [['--vary', `${REPLICAS}=1,,2`], /empty value/],
    [['--vary', `${REPLICAS}=2,2`], /once/],
    [['--vary', `${REPLICAS}=1..2`, '--vary', `${REPLICAS}=3..4`], /twice/],
    [['--vary', `${REPLICAS}=1..1000`, '--vary', `${SPEED}=1..1000`], /1000000 points/],
    [['--vary', `${REPLICAS}=1..2`, '--precision', '2'], /share above 0/],
    [['--vary', `${REPLICAS}=1..2`, '--json', '--csv'], /cannot both/],
  ];
  it.each(wrong)('%j ends with 2', async (args, said) => {
    const { code, out, err } = await workshop.run(['sweep', 'shop.json', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err).toMatch(/Usage: spandrel sweep/);
  });

  it('names the nearest path for one that is not there', async () => {
    const { code, err } = await workshop.run(['sweep', 'shop.json', '--vary', 'components.api.capacity.replica=1..2']);
    expect(code).toBe(1);
    expect(err).toMatch(/did you mean replicas/);
  });
});
