import { describe, expect, it } from 'vitest';
import type { Progress } from '../src/analysis/executor.ts';
import { endless, singleServer } from '../test/fixtures/networks.ts';
import { createInlineExecutor } from './inline.ts';

describe('the calling thread as executor', () => {
  it('gives one record a replication, in their order', async () => {
    const outcome = await createInlineExecutor().run({ network: singleServer(1), replications: 3 });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.records.map(({ replication }) => replication)).toEqual([0, 1, 2]);
    expect(outcome.wallMs).toBeGreaterThan(0);
  });

  it('hears between replications what else happens in the thread', async () => {
    let isCancelled = false;
    setTimeout(() => (isCancelled = true), 20);
    const outcome = await createInlineExecutor().run({
      network: singleServer(5),
      replications: 10_000,
      isCancelled: () => isCancelled,
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });

  it('ends in the middle of a replication too', async () => {
    let looks = 0;
    const outcome = await createInlineExecutor().run({
      network: singleServer(1e7),
      replications: 1,
      isCancelled: () => ++looks > 10,
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });

  it('tells of progress that only grows, up to 1', async () => {
    const heard: Progress[] = [];
    await createInlineExecutor().run({
      network: singleServer(150),
      replications: 3,
      onProgress: (progress) => heard.push(progress),
    });
    const fractions = heard.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.length).toBeGreaterThan(1);
    expect(heard.at(-1)).toEqual({ fraction: 1, replicationsDone: 3, replications: 3 });
  });

  it('hands on that a run cannot end', async () => {
    const outcome = await createInlineExecutor().run({ network: endless(), replications: 2 });
    expect(outcome).toMatchObject({ kind: 'stopped', finding: { severity: 'error', path: 'components.api' } });
  });
});
