// One replication, reporting to and looking at the signals of its run; in whatever thread it is called.
import { runReplication } from '../src/simulation/engine.ts';
import type { ReplicationOutcome } from '../src/simulation/engine.ts';
import type { Network } from '../src/simulation/network.ts';
import type { Signals } from './signals.ts';

/** `replication` is its place within the run; its draws are those of number `first` + `replication`. */
export function replicate(network: Network, replication: number, signals: Signals, first = 0): ReplicationOutcome {
  const outcome = runReplication(network, first + replication, {
    onProgress: (fraction) => signals.report(replication, fraction),
    isCancelled: () => signals.isEnded(replication),
  });
  if (outcome.kind === 'done') signals.report(replication, 1);
  return outcome;
}
