// Where replications run: on a pool of worker threads, or in the calling thread where one thread is enough.
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Executor } from '../src/analysis/executor.ts';
import { createInlineExecutor } from '../worker/inline.ts';
import { createPatientExecutor } from '../worker/patient.ts';
import { ENGINE_V8_FLAGS } from '../src/simulation/v8-flags.ts';
import { resourcePath } from './files/resources.ts';

/** As many as the machine has cores for. */
export function coreCount(): number {
  return availableParallelism();
}

/** One thread is the calling one; more are made for a run that is worth them. */
export async function createExecutor(threads: number): Promise<Executor> {
  if (threads !== 1) return createPatientExecutor(() => createPoolOf(threads));
  tuneEngine();
  return createInlineExecutor();
}

/** For many short runs one after the other: together they are worth the threads, though none of them may be alone. */
export async function createSweepExecutor(threads: number): Promise<Executor> {
  if (threads !== 1) return createPoolOf(threads);
  tuneEngine();
  return createInlineExecutor();
}

/** Threads from the start, which the calling thread never stands in for. */
export async function createPoolOf(threads: number): Promise<Executor> {
  tuneEngine();
  const { createPool } = await import('../worker/pool.ts');
  return createPool(threads, resourcePath('out/main/worker.js'));
}

/** Before the engine is loaded, for all threads of the process. Electron may have V8's flags frozen by then, and would end. */
function tuneEngine(): void {
  if (process.versions['electron'] !== undefined) return;
  for (const flag of ENGINE_V8_FLAGS) setFlagsFromString(flag);
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
