// Which stations need their replicas one by one, rather than as a fixed set of slots.
import type { Network } from '../network.ts';

/** Replicas come, go, fail or differ, or share a processor. */
export function isElastic({ stations, faults, rollouts }: Network, index: number): boolean {
  const { autoscale, discipline } = stations[index]!;
  return (
    autoscale !== null ||
    discipline === 'processor-sharing' ||
    faults.some((fault) => 'station' in fault && fault.station === index) ||
    rollouts.some(({ station }) => station === index)
  );
}
