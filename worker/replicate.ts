// One replication, reporting to and looking at the signals of its run; in whatever thread it is called.
import { runReplication } from '../src/simulation/engine.ts';
import type { ReplicationOutcome } from '../src/simulation/engine.ts';
import type { Network } from '../src/simulation/network.ts';
import type { Signals } from './signals.ts';

export function replicate(network: Network, replication: number, signals: Signals): ReplicationOutcome {
  const outcome = runReplication(network, replication, {
    onProgress: (fraction) => signals.report(replication, fraction),
    isCancelled: () => signals.isEnded(replication),
  });
  if (outcome.kind === 'done') signals.report(replication, 1);
  return outcome;
}
