// How much two threads do beside one, of the engine and, so that the machine's own part shows, of the minimal loop.
import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** What the bench gives a thread to do; it answers when that is done. */
export interface ThreadTask {
  readonly what: 'engine' | 'loop';
  readonly customers: number;
  readonly seed: number;
}

const PAIRS = 5;

/** In a thread of the bench: works on what comes. Never in the main thread. */
export function serveTasks(work: (task: ThreadTask) => void): void {
  parentPort?.on('message', (task: ThreadTask) => {
    work(task);
    parentPort!.postMessage('done');
  });
}

export const isBenchThread = !isMainThread;

/** Work done per second by two threads over that by one: the median of pairs that are measured one after the other. */
export async function measureThreads(what: ThreadTask['what'], customers: number): Promise<number> {
  const threads = [new Worker(process.argv[1]!), new Worker(process.argv[1]!)] as const;
  const run = (thread: Worker, task: ThreadTask): Promise<void> =>
    new Promise((resolve, reject) => {
      thread.once('message', () => resolve());
      thread.once('error', reject);
      thread.postMessage(task);
    });
  const seconds = async (running: readonly Worker[], seed: number): Promise<number> => {
    const start = performance.now();
    await Promise.all(running.map((thread, i) => run(thread, { what, customers, seed: seed + i })));
    return (performance.now() - start) / 1000;
  };
  await seconds(threads, 0);
  const factors: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const alone = await seconds([threads[pair % 2]!], 2 * pair);
    factors.push((2 * alone) / (await seconds(threads, 2 * pair)));
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  return factors.sort((a, b) => a - b)[PAIRS >> 1]!;
}
