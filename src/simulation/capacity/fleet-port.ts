// What faults, autoscalers and rollouts may do to a fleet, and to the clock. Whoever changes replicas settles first and
// refreshes last.
import type { Control } from '../kernel.ts';
import type { Random } from '../random.ts';
import type { Fleet, FleetWatcher, Replica } from './fleet.ts';

export interface NewReplica {
  readonly version: number;
  readonly startupMs: number;
  /** Where it goes when its start-up is over; into service unless given. */
  readonly becomes?: Replica['becomes'];
  /** It has been running for long, so that it pays no cold start. */
  readonly isWarm?: boolean;
}

export interface FleetPort {
  /** In ms from the start. */
  readonly time: number;
  addControl(control: Control): number;
  schedule(control: number, time: number): void;
  randomFor(purpose: string, id: string): Random;
  watch(fleet: Fleet, watcher: FleetWatcher): void;
  /** Credits the time integrals of the station up to now; those of others are not touched, to the last digit. */
  settleBooks(fleet: Fleet): void;
  addReplica(fleet: Fleet, replica: NewReplica): Replica;
  /** It finishes what it has begun, and then is gone. */
  retire(fleet: Fleet, replica: Replica): void;
  /** Requests go where there is room now. */
  refresh(fleet: Fleet): void;
  /** `mark` takes the replicas down: what they have begun is lost, what waits for them goes to others. */
  fail(fleet: Fleet, replicas: readonly Replica[], mark: () => void): void;
  /** `mark` ends a fault of the replicas. */
  restore(fleet: Fleet, replicas: readonly Replica[], mark: () => void): void;
}
