import { describe, expect, it } from 'vitest';
import type { Executor, ExecutorJob, ExecutorOutcome, Progress } from '../src/analysis/executor.ts';
import { endless, singleServer } from '../test/fixtures/networks.ts';
import { createInlineExecutor } from './inline.ts';
import { createPatientExecutor } from './patient.ts';

/** In place of the threads; tells how often it was made, run and closed. */
function pool() {
  const inline = createInlineExecutor();
  const heard = { made: 0, runs: 0, closed: 0 };
  const make = (): Promise<Executor> => {
    heard.made += 1;
    return Promise.resolve({
      run: (job) => {
        heard.runs += 1;
        return inline.run(job);
      },
      close: () => {
        heard.closed += 1;
        return Promise.resolve();
      },
    });
  };
  return { heard, executor: createPatientExecutor(make) };
}

const short: ExecutorJob = { network: singleServer(0.1), replications: 2 };
/** A second or two. */
const long: ExecutorJob = { network: singleServer(60), replications: 2 };

function records(outcome: ExecutorOutcome): unknown {
  if (outcome.kind !== 'done') throw new Error(`not done but ${outcome.kind}`);
  return outcome.records;
}

describe('a patient executor', () => {
  it('makes no pool for a short run, and tells that it is done', async () => {
    const { heard, executor } = pool();
    const told: Progress[] = [];
    const outcome = await executor.run({ ...short, onProgress: (progress) => told.push(progress) });
    expect(records(outcome)).toEqual(records(await createInlineExecutor().run(short)));
    expect(told).toEqual([{ fraction: 1, replicationsDone: 2, replications: 2 }]);
    await executor.close();
    expect(heard).toEqual({ made: 0, runs: 0, closed: 0 });
  });

  it('begins a long run anew on the pool, and stays there', async () => {
    const { heard, executor } = pool();
    const outcome = await executor.run(long);
    expect(heard).toEqual({ made: 1, runs: 1, closed: 0 });
    expect(records(outcome)).toEqual(records(await createInlineExecutor().run(long)));
    await executor.run(short);
    await executor.close();
    expect(heard).toEqual({ made: 1, runs: 2, closed: 1 });
  });

  it('hands on that a run is cancelled, or cannot end', async () => {
    const { heard, executor } = pool();
    expect(await executor.run({ ...long, isCancelled: () => true })).toEqual({ kind: 'cancelled' });
    expect(heard.made).toBe(0);
    const stopped = { network: endless(), replications: 1 };
    expect(await executor.run(stopped)).toEqual(await createInlineExecutor().run(stopped));
  });
});
