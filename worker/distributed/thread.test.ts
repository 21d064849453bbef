import { describe, expect, it } from 'vitest';
import type { Executor } from '../../src/analysis/executor.ts';
import { endless, singleServer } from '../../test/fixtures/networks.ts';
import { createInlineExecutor } from '../inline.ts';
import { runWatched } from './thread.ts';

/** Moves on every so often, until it is closed; then it fails as a destroyed thread does. */
function thread(stepMs: number, steps: number) {
  const heard = { closed: 0 };
  let end: (error: Error) => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const executor: Executor = {
    run: ({ onProgress, replications }) =>
      new Promise((resolve, reject) => {
        end = reject;
        let step = 0;
        timer = setInterval(() => {
          step += 1;
          if (step <= steps) onProgress?.({ fraction: step / steps, replicationsDone: 0, replications });
          if (step < steps || steps === 0) return;
          clearInterval(timer);
          resolve({ kind: 'cancelled' });
        }, stepMs);
      }),
    close: () => {
      heard.closed += 1;
      clearInterval(timer);
      end(new Error('terminated'));
      return Promise.resolve();
    },
  };
  return { executor, heard };
}

const job = { network: singleServer(1), replications: 1 };

describe('a watched thread', () => {
  it('is destroyed once nothing moves', async () => {
    const { executor, heard } = thread(50, 0);
    await expect(runWatched(executor, job, 300)).rejects.toThrow('no progress for 0.3 s');
    expect(heard.closed).toBe(1);
  });

  it('may take its time while something moves', async () => {
    const { executor, heard } = thread(100, 8);
    expect(await runWatched(executor, job, 500)).toEqual({ kind: 'cancelled' });
    expect(heard.closed).toBe(0);
  });

  it('hands on what the run gives, an obstacle too', async () => {
    const inline = createInlineExecutor();
    expect((await runWatched(inline, job, 1000)).kind).toBe('done');
    expect((await runWatched(inline, { ...job, network: endless() }, 1000)).kind).toBe('stopped');
  });
});
