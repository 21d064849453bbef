// The entry of a worker thread: one task in, one replication out.
import { nowMs } from './clock.ts';
import { replicate } from './replicate.ts';
import { Signals } from './signals.ts';
import type { Task, TaskAnswer } from './task.ts';

export default function run({ network, replication, first, signals }: Task): TaskAnswer {
  const startedMs = nowMs();
  return { outcome: replicate(network, replication, new Signals(signals), first), startedMs };
}
