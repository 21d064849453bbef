import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Executor, ExecutorOutcome, Progress } from '../src/analysis/executor.ts';
import { buildWorker } from '../test/fixtures/built-worker.ts';
import type { BuiltWorker } from '../test/fixtures/built-worker.ts';
import { endless, singleServer } from '../test/fixtures/networks.ts';
import { createInlineExecutor } from './inline.ts';
import { createPool } from './pool.ts';

const fixture = (name: string): string => `${import.meta.dirname}/../test/fixtures/${name}`;

let worker: BuiltWorker;
beforeAll(async () => {
  worker = await buildWorker();
});
afterAll(() => worker.remove());

let pool: Executor | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

function start(threads: number, file = worker.file): Executor {
  pool = createPool(threads, file);
  return pool;
}

function records(outcome: ExecutorOutcome): unknown {
  if (outcome.kind !== 'done') throw new Error(`not done but ${outcome.kind}`);
  return outcome.records;
}

describe('a pool of threads', () => {
  it.each([1, 2, 4])('gives with %i threads the records of the calling thread, in their order', async (threads) => {
    const job = { network: singleServer(5), replications: 7 };
    const outcome = await start(threads).run(job);
    expect(records(outcome)).toEqual(records(await createInlineExecutor().run(job)));
    expect(outcome).toMatchObject({ kind: 'done', wallMs: expect.any(Number) as number });
  });

  it('serves several runs at once, and again later', async () => {
    const executor = start(2);
    const job = (seed: number) => ({ network: singleServer(3, seed), replications: 3 });
    const [first, second] = await Promise.all([executor.run(job(1)), executor.run(job(2))]);
    expect(records(first)).not.toEqual(records(second));
    expect(records(await executor.run(job(1)))).toEqual(records(first));
  });

  it('starts anew after it was closed', async () => {
    const executor = start(1);
    await executor.close();
    const job = { network: singleServer(1), replications: 1 };
    await executor.run(job);
    await executor.close();
    expect((await executor.run(job)).kind).toBe('done');
  });

  it('ends within 200 ms of the wish to cancel, and is usable at once', async () => {
    const executor = start(2);
    await executor.run({ network: singleServer(1), replications: 2 });
    let isCancelled = false;
    // Hours of work, in more replications than threads.
    const run = executor.run({ network: singleServer(1e7), replications: 50, isCancelled: () => isCancelled });
    await new Promise((resolve) => setTimeout(resolve, 200));
    isCancelled = true;
    const wished = performance.now();
    expect(await run).toEqual({ kind: 'cancelled' });
    expect(performance.now() - wished).toBeLessThan(200);
    expect((await executor.run({ network: singleServer(1), replications: 2 })).kind).toBe('done');
  });

  it('does not start what is cancelled before', async () => {
    const outcome = await start(1).run({ network: singleServer(1e7), replications: 3, isCancelled: () => true });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });

  it('tells of progress that only grows, up to 1', async () => {
    const heard: Progress[] = [];
    await start(2).run({
      network: singleServer(1500),
      replications: 4,
      onProgress: (progress) => heard.push(progress),
    });
    const fractions = heard.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(heard.at(-1)).toEqual({ fraction: 1, replicationsDone: 4, replications: 4 });
    expect(fractions.some((fraction) => fraction > 0 && fraction < 1)).toBe(true);
  });

  it('hands on that a run cannot end, from the first replication that cannot', async () => {
    const outcome = await start(2).run({ network: endless(), replications: 8 });
    expect(outcome).toEqual(await createInlineExecutor().run({ network: endless(), replications: 8 }));
    expect(outcome).toMatchObject({ kind: 'stopped', finding: { path: 'components.api' } });
  });

  it('rejects where a worker throws, ends the others early, and is usable again', async () => {
    const executor = start(2, fixture('defective-worker.mjs'));
    const began = performance.now();
    await expect(executor.run({ network: singleServer(1), replications: 20 })).rejects.toThrow('a defect');
    expect(performance.now() - began).toBeLessThan(1500);
    await expect(executor.run({ network: singleServer(1), replications: 20 })).rejects.toThrow('a defect');
  });

  it('rejects where a thread ends in the middle of its task', async () => {
    const run = start(2, fixture('exiting-worker.mjs')).run({ network: singleServer(1), replications: 3 });
    await expect(run).rejects.toThrow();
  });

  it('rejects where the worker file is missing', async () => {
    const executor = start(2, fixture('no-such-worker.mjs'));
    const job = { network: singleServer(1), replications: 3 };
    await expect(executor.run(job)).rejects.toThrow(/no-such-worker/);
    await expect(executor.run(job)).rejects.toThrow(/no-such-worker/);
  });
});
