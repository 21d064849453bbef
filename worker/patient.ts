// The port that starts threads only for a run that is worth them: it begins in the calling thread, and what has not ended
// there within moments begins anew on the pool. Most small designs are done before a first thread would have started.
import type { Executor, ExecutorJob, ExecutorOutcome } from '../src/analysis/executor.ts';
import { nowMs } from './clock.ts';
import { createInlineExecutor } from './inline.ts';

/** About what it takes to start the threads and have the engine compiled there. */
const PATIENCE_MS = 100;

export function createPatientExecutor(makePool: () => Promise<Executor>): Executor {
  const inline = createInlineExecutor();
  let pool: Promise<Executor> | null = null;

  const run = async (job: ExecutorJob): Promise<ExecutorOutcome> => {
    if (pool === null) {
      const untilMs = nowMs() + PATIENCE_MS;
      const isCancelled = (): boolean => nowMs() > untilMs || job.isCancelled?.() === true;
      const { network, replications, first } = job;
      const outcome = await inline.run({
        network,
        replications,
        isCancelled,
        ...(first === undefined ? {} : { first }),
      });
      if (outcome.kind !== 'cancelled' || job.isCancelled?.() === true) return told(job, outcome);
    }
    return (await (pool ??= makePool())).run(job);
  };

  return {
    run,
    close: async () => {
      await (await pool)?.close();
    },
  };
}

function told({ onProgress, replications }: ExecutorJob, outcome: ExecutorOutcome): ExecutorOutcome {
  if (outcome.kind === 'done') onProgress?.({ fraction: 1, replicationsDone: replications, replications });
  return outcome;
}
