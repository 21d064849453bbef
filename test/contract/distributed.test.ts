// Sweeps over a real Redis from outside: the same bytes as here whatever happens to the workers and to Redis, and where a
// point cannot be had, which one and why.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFaultyProgram, type Fault } from '../fixtures/faulty-program.ts';
import { noRedis, startRedis, type RedisServer } from '../fixtures/redis-server.ts';
import { createWorkshop, ended, shopText, type Workshop } from './cli.ts';

if (noRedis !== null) console.log(`Sweeps over Redis are not tested: ${noRedis}`);

const REPLICAS = 'components.auth.capacity.replicas';
const SPEED = 'components.auth.capacity.speed';
const grid = ['--vary', `${REPLICAS}=1..3`, '--vary', `${SPEED}=1,2`];
/** Tasks of some tenths of a second. */
const asked = [...grid, '--duration', '2000', '--warmup', '0', '--replications', '3', '--json'];
/** So that a silent worker is missed soon; long enough for a busy machine. */
const env = { SPANDREL_PATIENCE_MS: '1500' };

const strip = (text: string): string => text.replace(/"wallMs": [\d.e+-]+/g, '');

/** But for how long it took. */
const pointsOf = (text: string): Point[] =>
  (JSON.parse(text) as { points: Point[] }).points.map(({ set, result }) => ({
    set,
    result: result && { ...result, wallMs: 0 },
  }));

interface Point {
  readonly set: Record<string, number>;
  readonly result: object | null;
}

let workshop: Workshop;
let redis: RedisServer;
/** What the sweep gives on this machine alone. */
let local: string;
let localAsPrinted: string;
const children = new Set<ChildProcessWithoutNullStreams>();

beforeAll(async () => {
  workshop = createWorkshop();
  workshop.write('shop.json', shopText);
  if (noRedis !== null) return;
  localAsPrinted = (await workshop.run(['sweep', 'shop.json', ...asked])).out;
  local = strip(localAsPrinted);
});
afterAll(() => {
  workshop.remove();
});
beforeEach(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  const gone = [...children].map(async (child) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
  });
  await Promise.all(gone);
  children.clear();
  await redis.stop();
});

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ending: ReturnType<typeof ended>;
  /** What it has said so far, on either stream. */
  readonly said: () => string;
}

function start(args: readonly string[], entry?: string): Running {
  const child = workshop.start([...args, '--redis', redis.url], env, entry);
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, ending: ended(child), said: () => said };
}

async function worker(entry?: string): Promise<Running> {
  const running = start(['worker', '--threads', '1'], entry);
  const { child, said } = running;
  // One that is to die at its first task may do so before it has said that it serves.
  await until(() => said().includes('Serving') || child.exitCode !== null || child.signalCode !== null);
  return running;
}

const sweep = (words: readonly string[] = asked, file = 'shop.json'): Running =>
  start(['sweep', file, ...words, '--engine', 'bullmq']);

/** Fails by the time limit of the test. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(20);
}

const nothingIsLeft = (): Promise<void> => until(async () => (await redis.keysLeft()).length === 0);

describe.skipIf(noRedis !== null)('sweep --engine bullmq', () => {
  it('gives with two workers the bytes of the local engine, and leaves nothing behind', async () => {
    await Promise.all([worker(), worker()]);
    const ran = await sweep().ending;
    expect({ ...ran, out: strip(ran.out) }).toEqual({ code: 0, out: local, err: '' });
    await nothingIsLeft();
    // What every queue has is gone a day later.
    for (const key of await redis.client.keys('*')) expect(await redis.client.ttl(key), key).toBeGreaterThanOrEqual(0);
  });

  it('keeps with --precision the replications that are kept locally', async () => {
    const words = ['--vary', `${SPEED}=0.5,1,2`, '--duration', '40', '--warmup', '5', '--replications', '40', '--json'];
    words.push('--precision', '0.02');
    await Promise.all([worker(), worker()]);
    const [there, here] = await Promise.all([sweep(words).ending, workshop.run(['sweep', 'shop.json', ...words])]);
    expect(strip(there.out)).toBe(strip(here.out));
    const counts = [...here.out.matchAll(/"replications": (\d+)/g)].map(([, count]) => Number(count));
    expect(Math.min(...counts)).toBeLessThan(40);
  });

  it('finds a warm-up and stops a run that cannot end as the local engine does', async () => {
    const words = ['--vary', `${SPEED}=1,0`, '--duration', '300', '--warmup', 'auto', '--replications', '3', '--json'];
    await worker();
    const [there, here] = await Promise.all([sweep(words).ending, workshop.run(['sweep', 'shop.json', ...words])]);
    expect({ ...there, out: strip(there.out) }).toEqual({ ...here, out: strip(here.out) });
  });

  it('killed in the middle goes on with --resume, and what it left does not live for ever', async () => {
    await worker();
    const first = sweep([...asked, '--resume', 'kept']);
    await until(
      () => existsSync(workshop.at('kept')) && readFileSync(workshop.at('kept'), 'utf8').split('\n').length > 3,
    );
    first.child.kill('SIGKILL');
    await first.ending;
    for (const key of await redis.client.keys('*:networks')) expect(await redis.client.pttl(key)).toBeGreaterThan(0);
    const resumed = await sweep([...asked, '--resume', 'kept']).ending;
    expect({ ...resumed, out: strip(resumed.out) }).toEqual({ code: 0, out: local, err: '' });
    await nothingIsLeft();
  });

  it('serves two sweeps of different designs at once', async () => {
    workshop.write('other.json', shopText.replace('"meanMs": 8', '"meanMs": 9'));
    await Promise.all([worker(), worker()]);
    const fewer = ['--vary', `${SPEED}=1,2`, ...asked.slice(4)];
    const [one, other] = await Promise.all([sweep().ending, sweep(fewer, 'other.json').ending]);
    expect(strip(one.out)).toBe(local);
    expect(strip(other.out)).toBe(strip((await workshop.run(['sweep', 'other.json', ...fewer])).out));
  });
});

describe.skipIf(noRedis !== null)('what happens to workers and to Redis', () => {
  it('a worker killed in the middle of a task: another computes it', async () => {
    const [victim] = await Promise.all([worker(), worker()]);
    const running = sweep();
    await redis.active(2);
    victim.child.kill('SIGKILL');
    const ran = await running.ending;
    expect({ ...ran, out: strip(ran.out) }).toEqual({ code: 0, out: local, err: '' });
    await nothingIsLeft();
  });

  it('a worker that falls silent: another computes its task, and what it says later is dropped', async () => {
    const [silent] = await Promise.all([worker(), worker()]);
    const running = sweep();
    await redis.active(2);
    silent.child.kill('SIGSTOP');
    const ran = await running.ending;
    expect({ ...ran, out: strip(ran.out) }).toEqual({ code: 0, out: local, err: '' });
    silent.child.kill('SIGCONT');
    // It is of use again, and leaves nothing of the old task.
    const again = pointsOf((await sweep(['--vary', `${SPEED}=1,2`, ...asked.slice(4)]).ending).out);
    const there = pointsOf(localAsPrinted).filter(({ set }) => set[REPLICAS] === 1);
    expect(again.map(({ result }) => result)).toEqual(there.map(({ result }) => result));
    await nothingIsLeft();
    expect(silent.child.exitCode).toBeNull();
  });

  it('a thread that hangs: it is destroyed, and its task done by the next', async () => {
    const faulty = createFaultyProgram('hangs the first time', 3);
    try {
      const hung = await worker(faulty.program);
      expect(strip((await sweep().ending).out)).toBe(local);
      expect(hung.said()).toMatch(/no progress for 3 s/);
    } finally {
      faulty.remove();
    }
  });

  it('a worker told to stop ends its task first', async () => {
    const [leaving] = await Promise.all([worker(), worker()]);
    const running = sweep();
    await redis.active(2);
    leaving.child.kill('SIGTERM');
    expect(await leaving.ending).toMatchObject({ code: 0, err: '' });
    const ran = await running.ending;
    expect({ ...ran, out: strip(ran.out) }).toEqual({ code: 0, out: local, err: '' });
  });

  it('Redis killed and started again with its append-only file: the sweep says so and goes on', async () => {
    await Promise.all([worker(), worker()]);
    const running = sweep();
    await redis.active(2);
    await redis.kill();
    await setTimeout(300);
    await redis.restart();
    const { code, out, err } = await running.ending;
    expect({ code, out: strip(out) }).toEqual({ code: 0, out: local });
    expect(err).toBe(
      `The connection to ${redis.url} is lost; trying again.\nThe connection to ${redis.url} is back.\n`,
    );
    await nothingIsLeft();
  });

  it('Redis that has lost everything: what is missing is sent again', async () => {
    await Promise.all([worker(), worker()]);
    const running = sweep();
    await redis.active(2);
    await redis.client.flushall();
    const ran = await running.ending;
    expect({ ...ran, out: strip(ran.out) }).toEqual({ code: 0, out: local, err: '' });
  });

  const faults: readonly (readonly [Fault, RegExp])[] = [
    ['throws', /a task of it failed 3 times, the last time with: the unlucky number came up/],
    ['kills its process', /each of the 3 workers that took a task of it died or fell silent/],
  ];
  it.each(faults)('a task that always %s: its points are named, the others computed', async (fault, reason) => {
    const faulty = createFaultyProgram(fault, 3);
    try {
      const running = sweep([...grid.slice(0, 2), ...asked.slice(4)]);
      let isDone = false;
      void running.ending.then(() => (isDone = true));
      // As whoever keeps workers up would: a new one for each that has died.
      const keep = async (): Promise<void> => {
        while (!isDone) await Promise.race([running.ending, (await worker(faulty.program)).ending]);
      };
      const [{ code, out, err }] = await Promise.all([running.ending, keep()]);
      expect(code).toBe(1);
      const said = err.split('\n').filter((line) => line.startsWith('shop.json'));
      expect(said).toEqual([expect.stringMatching(reason)]);
      expect(said[0]).toContain(`at ${REPLICAS}=3: `);
      const points = pointsOf(out);
      const there = pointsOf(localAsPrinted).filter(({ set }) => set[SPEED] === 1);
      expect(points.map(({ result }) => result)).toEqual(
        there.map(({ set, result }) => (set[REPLICAS] === 3 ? null : result)),
      );
      await nothingIsLeft();
    } finally {
      faulty.remove();
    }
  });
});

describe.skipIf(noRedis !== null)('without workers or without Redis', () => {
  it('says that no worker is there, waits, and goes on when one comes', async () => {
    const running = sweep();
    await until(() => running.said() !== '');
    expect(running.said()).toBe(
      `No worker serves ${redis.url}; start one with: spandrel worker --redis ${redis.url}\n`,
    );
    await worker();
    expect(strip((await running.ending).out)).toBe(local);
  });

  it('cancelled ends at once, and leaves nothing, though a worker is in the middle of a task', async () => {
    const busy = await worker();
    const running = sweep([...grid, '--duration', '1000000', '--json']);
    await redis.active(1);
    running.child.kill('SIGINT');
    expect(await running.ending).toEqual({ code: 130, out: '', err: 'Cancelled.\n' });
    await nothingIsLeft();
    expect(busy.child.exitCode).toBeNull();
  });

  it('can be cancelled while Redis is away', async () => {
    const running = sweep();
    await until(async () => (await redis.client.keys('*:wait')).length > 0);
    await redis.kill();
    await until(() => running.said().includes('is lost'));
    running.child.kill('SIGINT');
    expect(await running.ending).toMatchObject({ code: 130, out: '' });
  });

  it.each([['sweep', 'shop.json', ...asked, '--engine', 'bullmq'], ['worker']])(
    '%s says in one line that Redis cannot be reached or refuses, without the password',
    async (...words) => {
      const [none, refused, database] = await Promise.all([
        workshop.run([...words, '--redis', 'redis://me:sesame@127.0.0.1:1']),
        workshop.run([...words, '--redis', redis.url.replace('//', '//me:sesame@')]),
        workshop.run([...words, '--redis', `${redis.url}/99`]),
      ]);
      for (const { code, out, err } of [none, refused, database]) {
        expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 2 });
        expect(err).not.toContain('sesame');
      }
      expect(none.err).toMatch(/no Redis can be used at redis:\/\/127\.0\.0\.1:1: ECONNREFUSED/);
      expect(refused.err).toMatch(/does not accept this user and password/);
      expect(database.err).toMatch(/DB index is out of range/);
    },
  );

  it('warns of a Redis that may throw tasks away', async () => {
    await redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const running = start(['worker', '--threads', '1']);
    await until(() => running.said().includes('Serving'));
    expect(running.said()).toMatch(/maxmemory-policy allkeys-lru\); set it to noeviction/);
  });
});

describe('wrong usage of --engine and --redis', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['sweep', 'shop.json', ...grid, '--engine', 'bullmq'], /--engine bullmq needs the Redis/],
    [['sweep', 'shop.json', ...grid, '--redis', 'redis://127.0.0.1'], /--redis is for --engine bullmq/],
    [['sweep', 'shop.json', ...grid, '--engine', 'rabbit'], /local, bullmq/],
    [
      ['sweep', 'shop.json', ...grid, '--engine', 'bullmq', '--redis', 'http://:sesame@127.0.0.1'],
      /redis:\/\/HOST:PORT/,
    ],
    [
      ['sweep', 'shop.json', ...grid, '--engine', 'bullmq', '--redis', 'redis://127.0.0.1', '--threads', '2'],
      /each worker has its own/,
    ],
    [['worker'], /--redis/],
    [['worker', '--redis', ':sesame@'], /redis:\/\/HOST:PORT/],
    [['worker', '--redis', 'redis://127.0.0.1', '--threads', '0'], /whole number/],
  ];
  it.each(wrong)('%j ends with 2', async (args, said) => {
    const { code, out, err } = await workshop.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err).toMatch(/Usage: spandrel (sweep|worker)/);
    expect(err).not.toContain('sesame');
  });
});
