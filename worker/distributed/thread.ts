// A thread with a watch: what stands still for too long is destroyed with the thread, and the next task has a new one.
import type { Executor, ExecutorJob, ExecutorOutcome } from '../../src/analysis/executor.ts';

const LOOK_MS = 100;

/**
 * Throws where the run made no progress for so long. Looks are counted, not time: a process that was halted as a whole
 * has missed both.
 */
export async function runWatched(thread: Executor, job: ExecutorJob, hangMs: number): Promise<ExecutorOutcome> {
  let reached = 0;
  let looks = 0;
  let isHung = false;
  const look = setInterval(() => {
    looks += 1;
    if (isHung || looks * LOOK_MS < hangMs) return;
    isHung = true;
    void thread.close();
  }, LOOK_MS);
  const onProgress: ExecutorJob['onProgress'] = ({ fraction }) => {
    if (fraction > reached) looks = 0;
    reached = fraction;
  };
  try {
    return await thread.run({ ...job, onProgress });
  } catch (error) {
    if (isHung) throw new Error(`no progress for ${String(hangMs / 1000)} s, so its thread was destroyed`);
    throw error;
  } finally {
    clearInterval(look);
  }
}
