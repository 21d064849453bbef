// The port on worker threads: one task a replication, started when first needed and kept for the next run.
import { Piscina } from 'piscina';
import type { Executor, ExecutorJob, ExecutorOutcome } from '../src/analysis/executor.ts';
import type { ReplicationOutcome } from '../src/simulation/engine.ts';
import { nowMs } from './clock.ts';
import { Signals } from './signals.ts';
import type { Task, TaskAnswer } from './task.ts';

/** Between two looks at a run: whether it is cancelled, and how far it is. */
const LOOK_MS = 50;

interface Threads {
  readonly pool: Piscina<Task, TaskAnswer>;
  /** Why a thread could not start: what its tasks are rejected with says only that it has ended. */
  failure?: unknown;
}

/** `workerFile` is the path of the built worker/run.ts, as a plain JavaScript module. */
export function createPool(threads: number, workerFile: string): Executor {
  let current: Threads | null = null;

  const start = (): Threads => {
    const started: Threads = {
      pool: new Piscina({
        filename: workerFile,
        minThreads: 0,
        maxThreads: threads,
        // A thread that has run a network once runs the next one compiled.
        idleTimeout: Infinity,
      }),
    };
    // A thread that cannot even start would be replaced by the next one for ever, with its tasks waiting: ending the
    // pool rejects them. Without a listener the event would end the process.
    started.pool.on('error', (error) => {
      started.failure ??= error;
      if (current === started) current = null;
      void started.pool.destroy();
    });
    return started;
  };

  return {
    run: (job) => new Run(job, (current ??= start())).outcome(),
    close: async () => {
      const closing = current;
      current = null;
      // Not `close`, which would wait for work that nobody asks for any more.
      await closing?.pool.destroy();
    },
  };
}

/** One run: as many replications at a time as there are threads, so that no more records wait than needed. */
class Run {
  readonly #job: ExecutorJob;
  readonly #threads: Threads;
  readonly #signals: Signals;
  readonly #outcomes: ReplicationOutcome[] = [];
  #next = 0;
  #done = 0;
  #startedMs = Infinity;
  #cancelled = false;

  constructor(job: ExecutorJob, threads: Threads) {
    this.#job = job;
    this.#threads = threads;
    this.#signals = Signals.forReplications(job.replications);
  }

  async outcome(): Promise<ExecutorOutcome> {
    this.#look();
    const look = setInterval(() => this.#look(), LOOK_MS);
    try {
      const lanes = Math.min(this.#threads.pool.maxThreads, this.#job.replications);
      // All of them end before anything is thrown, so that a thread is free again when the caller goes on.
      const ends = await Promise.allSettled(Array.from({ length: lanes }, () => this.#lane()));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed !== undefined) throw this.#threads.failure ?? failed.reason;
    } finally {
      clearInterval(look);
    }
    return this.#conclude();
  }

  /** One replication after the other, until none is left or they are to end. */
  async #lane(): Promise<void> {
    while (this.#next < this.#job.replications && !this.#signals.isEnded(this.#next)) {
      const replication = this.#next++;
      try {
        const { network, first = 0 } = this.#job;
        const { outcome, startedMs } = await this.#threads.pool.run({
          network,
          replication,
          first,
          signals: this.#signals.buffer,
        });
        this.#outcomes[replication] = outcome;
        this.#startedMs = Math.min(this.#startedMs, startedMs);
        if (outcome.kind === 'stopped') this.#signals.end(replication);
        if (outcome.kind === 'done') this.#done += 1;
      } catch (error) {
        this.#signals.end(0);
        throw error;
      }
    }
  }

  #look(): void {
    const { isCancelled, onProgress, replications } = this.#job;
    if (!this.#cancelled && isCancelled?.() === true) {
      this.#cancelled = true;
      this.#signals.end(0);
    }
    if (!this.#cancelled) {
      onProgress?.({ fraction: this.#signals.fraction(), replicationsDone: this.#done, replications });
    }
  }

  #conclude(): ExecutorOutcome {
    if (this.#cancelled) return { kind: 'cancelled' };
    const stopped = this.#outcomes.find((outcome) => outcome.kind === 'stopped');
    if (stopped !== undefined) return stopped;
    const records = this.#outcomes.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.record] : []));
    const { onProgress, replications } = this.#job;
    onProgress?.({ fraction: 1, replicationsDone: replications, replications });
    return { kind: 'done', records, wallMs: nowMs() - this.#startedMs };
  }
}
