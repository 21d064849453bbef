// The message to a worker thread, one replication each, and its answer.
import type { Network } from '../src/simulation/network.ts';
import type { ReplicationOutcome } from '../src/simulation/engine.ts';

export interface Task {
  readonly network: Network;
  /** Its place within the run. */
  readonly replication: number;
  /** The number of the run's first replication. */
  readonly first: number;
  /** Shared by all replications of the run; see signals.ts. */
  readonly signals: SharedArrayBuffer;
}

export interface TaskAnswer {
  readonly outcome: ReplicationOutcome;
  /** When its first event was about to happen, by the clock of clock.ts. */
  readonly startedMs: number;
}
