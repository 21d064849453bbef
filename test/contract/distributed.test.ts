// Sweeps over a real Redis from outside: the same bytes as here whatever happens to the workers and to Redis, and where a
// point cannot be had, which one and why.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noRedis, startRedis, type RedisServer } from '../fixtures/redis-server.ts';
import { createWorkshop, ended, shopText, type Workshop } from './cli.ts';
import { createFaultyProgram } from '../fixtures/faulty-program.ts';

if (noRedis !== null) console.log(`Sweeps over Redis are not tested: ${noRedis}`);

const REPLICAS = 'components.auth.capacity.replicas';
const SPEED = 'components.auth.capacity.speed';
const grid = ['--vary', `${REPLICAS}=1..3`, '--vary', `${SPEED}=1,2`];
/** Tasks of some tenths of a second. */
const asked = [...grid, '--duration', '2000', '--warmup', '0', '--replications', '3', '--json'];
/** So that a silent worker is missed soon; long enough for a busy machine. */
const env = { SPANDREL_PATIENCE_MS: '1500' };

const strip = (text: string): string => text.replace(/"wallMs": [\d.e+-]+/g, '');

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
  await until(() => running.said().includes('Serving'));
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
    for (const key of await redis.client.keys('*'))
      expect([key, await redis.client.ttl(key)]).toEqual([key, expect.any(Number)]);
  });

  it('keeps with --precision the replications that are kept locally', async () => {
    const words = ['--vary', `${SPEED}=0.5,2`, '--duration', '40', '--warmup', '5', '--replications', '40', '--json'];
    words.push('--precision', '0.05');
    await Promise.all([worker(), worker()]);
    const [there, here] = await Promise.all([sweep(words).ending, workshop.run(['sweep', 'shop.json', ...words])]);
    expect(strip(there.out)).toBe(strip(here.out));
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
    const [one, other] = await Promise.all([sweep().ending, sweep(asked, 'other.json').ending]);
    expect(strip(one.out)).toBe(local);
    expect(strip(other.out)).toBe(strip((await workshop.run(['sweep', 'other.json', ...asked])).out));
    expect(strip(other.out)).not.toBe(local);
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
    expect(strip((await sweep().ending).out)).toBe(local);
    await nothingIsLeft();
    expect(silent.child.exitCode).toBeNull();
  });

  it('a thread that hangs: it is destroyed, and its task done by the next', async () => {
    const faulty = createFaultyProgram('hangs the first time', 2);
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
