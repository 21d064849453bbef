// The port through which replications run: somewhere, in any order, on any number of threads.
import type { Finding } from '../model/finding.ts';
import type { Network } from '../simulation/network.ts';
import type { ReplicationRecord } from '../simulation/record.ts';

export interface Progress {
  /** 0 to 1, over all replications together. */
  readonly fraction: number;
  readonly replicationsDone: number;
  readonly replications: number;
}

export interface ExecutorJob {
  /** Carries the seed. */
  readonly network: Network;
  readonly replications: number;
  /** The number of the first of them, which its draws depend on; 0 unless given. */
  readonly first?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked for now and then; true ends the run as soon as may be. */
  readonly isCancelled?: () => boolean;
}

export type ExecutorOutcome =
  | { readonly kind: 'done'; readonly records: readonly ReplicationRecord[]; readonly wallMs: number }
  | { readonly kind: 'cancelled' }
  /** The run cannot end: what the engine's limits said, naming the component. */
  | { readonly kind: 'stopped'; readonly finding: Finding };

export interface Executor {
  /** Records come back in the order of the replications, whatever the order they ran in. */
  run(job: ExecutorJob): Promise<ExecutorOutcome>;
  close(): Promise<void>;
}
