import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/analysis/executor.ts';
import { runReplication } from '../../src/simulation/engine.ts';
import { singleServer } from '../../test/fixtures/networks.ts';
import { taskFinding } from './findings.ts';
import { Gathering, partsOf } from './gathering.ts';
import type { Answer, TaskMessage } from './message.ts';

const network = singleServer(1);
const part = ({ first, replications }: Pick<TaskMessage, 'first' | 'replications'>): Answer => ({
  kind: 'done',
  wallMs: 1,
  records: Array.from({ length: replications }, (_, index) => {
    const outcome = runReplication(network, first + index);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.record;
  }),
});
const obstacle = (reason: string): Answer => ({ kind: 'stopped', finding: taskFinding(reason) });

describe('the parts of a run', () => {
  it('hold each replication once, in order, however large they are', () => {
    for (let size = 1; size < 12; size++) {
      const numbers = partsOf({ first: 3, replications: 10 }, size).flatMap(({ first, replications }) =>
        Array.from({ length: replications }, (_, index) => first + index),
      );
      expect(numbers).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });
});

describe('answers gathered', () => {
  const parts = partsOf({ replications: 5 }, 2);

  it('become records in the order of the replications, whatever the order they come in, and each once', async () => {
    const heard: Progress[] = [];
    const gathering = new Gathering({ network, replications: 5, onProgress: (told) => heard.push(told) }, parts, 100);
    for (const index of [2, 0, 2, 0, 1]) gathering.take(index, part(parts[index]!), 130);
    const outcome = await gathering.outcome;
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.records.map(({ replication }) => replication)).toEqual([0, 1, 2, 3, 4]);
    expect(outcome.wallMs).toBe(30);
    expect(heard.map(({ replicationsDone }) => replicationsDone)).toEqual([1, 3, 5]);
  });

  it('tell of the first obstacle, though a later one was there before', async () => {
    const gathering = new Gathering({ network, replications: 5 }, parts, 0);
    gathering.take(2, obstacle('late'), 1);
    gathering.take(1, obstacle('early'), 2);
    expect([0, 1, 2].map((index) => gathering.isNeeded(index))).toEqual([true, false, false]);
    gathering.take(0, part(parts[0]!), 3);
    expect(await gathering.outcome).toEqual(obstacle('early'));
  });

  it('are not waited for once the run is cancelled', async () => {
    let isCancelled = false;
    const gathering = new Gathering({ network, replications: 5, isCancelled: () => isCancelled }, parts, 0);
    expect(gathering.look()).toBe(false);
    isCancelled = true;
    expect(gathering.look()).toBe(true);
    gathering.take(0, part(parts[0]!), 1);
    expect(await gathering.outcome).toEqual({ kind: 'cancelled' });
  });
});
