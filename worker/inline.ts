// The port in the calling thread, one replication after the other.
import { setImmediate } from 'node:timers/promises';
import type { Executor, ExecutorJob, ExecutorOutcome } from '../src/analysis/executor.ts';
import { runReplication } from '../src/simulation/engine.ts';
import type { ReplicationRecord } from '../src/simulation/record.ts';
import { nowMs } from './clock.ts';

/** Between two reports of progress. */
const REPORT_MS = 50;

export function createInlineExecutor(): Executor {
  return { run, close: () => Promise.resolve() };
}

async function run(job: ExecutorJob): Promise<ExecutorOutcome> {
  const { network, replications, first = 0, isCancelled } = job;
  const report = throttled(job);
  const records: ReplicationRecord[] = [];
  const startedMs = nowMs();
  for (let replication = 0; replication < replications; replication++) {
    // Lets the thread hear what else happens, such as the wish to cancel.
    await setImmediate();
    if (isCancelled?.() === true) return { kind: 'cancelled' };
    const outcome = runReplication(network, first + replication, {
      onProgress: (fraction) => report(replication, fraction),
      ...(isCancelled === undefined ? {} : { isCancelled }),
    });
    if (outcome.kind !== 'done') return outcome;
    records.push(outcome.record);
  }
  const wallMs = nowMs() - startedMs;
  job.onProgress?.({ fraction: 1, replicationsDone: replications, replications });
  return { kind: 'done', records, wallMs };
}

/** Passes progress on, but not more often than a person can read it. */
function throttled({ onProgress, replications }: ExecutorJob): (done: number, fraction: number) => void {
  let reportedMs = nowMs();
  return (done, fraction) => {
    if (onProgress === undefined || nowMs() < reportedMs + REPORT_MS) return;
    reportedMs = nowMs();
    onProgress({ fraction: (done + fraction) / replications, replicationsDone: done, replications });
  };
}
