// Where replications run: on a pool of worker threads, or in the calling thread where one thread is enough.
import { availableParallelism } from 'node:os';
import type { Executor } from '../src/analysis/executor.ts';
import { resourcePath } from './files/resources.ts';

/** As many as the machine has cores for. */
export function coreCount(): number {
  return availableParallelism();
}

/** One thread is the calling one. */
export async function createExecutor(threads: number): Promise<Executor> {
  if (threads === 1) return (await import('../worker/inline.ts')).createInlineExecutor();
  return createPoolOf(threads);
}

async function createPoolOf(threads: number): Promise<Executor> {
  const { createPool } = await import('../worker/pool.ts');
  return createPool(threads, resourcePath('out/main/worker.js'));
}

export interface SharedExecutor {
  readonly get: () => Promise<Executor>;
  close(): Promise<void>;
}

/** One pool for all runs of a host, made for the first of them. It has a thread even on one core, so that the host stays awake. */
export function sharedExecutor(): SharedExecutor {
  let pool: Promise<Executor> | null = null;
  return {
    get: () => (pool ??= createPoolOf(coreCount())),
    close: async () => {
      await (await pool)?.close();
    },
  };
}
