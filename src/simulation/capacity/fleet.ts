// The replicas of one station that come and go: a plain record, changed by the elastic layer at scalings, faults and
// rollouts, which are rare; so it may be made of objects.
import { Float64Cell } from './float-cell.ts';
import type { Station } from '../network.ts';
import { SharedProcessor } from './shared-processor.ts';

/** starting, serving, standby (ready, but without traffic), leaving (finishes what it has begun), gone. */
export type ReplicaState = 'starting' | 'serving' | 'standby' | 'leaving' | 'gone';

export interface Replica {
  /** Counted from 0, never used again: the age of a replica. */
  readonly number: number;
  /** Its slots, and its queue where it has one of its own. */
  readonly pool: number;
  readonly version: number;
  state: ReplicaState;
  /** Where a replica goes when its start-up is over: to the traffic, or on standby. */
  readonly becomes: 'serving' | 'standby';
  readonly readyAtMs: number;
  /** How many faults hold it down at present. */
  faults: number;
  /** It has newly started and not served yet. */
  isCold: boolean;
}

/** What the requests of one version meet, faults included. */
export interface VersionTraits {
  /** The tape of its service times; -1: the station's own. */
  readonly workTape: number;
  /** Service times are so many times as long. */
  readonly workFactor: number;
  readonly errorRate: number;
}

/** Told when something has happened to the replicas of a fleet. */
export interface FleetWatcher {
  /** A replica has come into service or gone, or the number wanted has changed. */
  onChange?(): void;
  /** A request has ended its own work here. */
  onServed?(version: number, isGood: boolean): void;
  /** A replica has been added. */
  onReplica?(replica: Replica): void;
}

/** Time integrals since the start, at the replicas that serve: of busy slots, slots, waiting requests, replicas. */
export interface Measured {
  busy: number;
  slots: number;
  waiting: number;
  serving: number;
}

export class Fleet {
  readonly spec: Station;
  /** The place of the station in the strided arrays. */
  readonly station: number;
  /** All that are not gone, by number. */
  replicas: Replica[] = [];
  nextNumber = 0;
  /** How many replicas there are to be. */
  wanted: number;
  readonly versions: VersionTraits[];
  /** The version that new replicas get. */
  current = 0;
  /** The version of the latest rollout, which the shares are told by. */
  newest = 0;
  /** The share of the requests that goes to `newest` by itself; negative: replicas are not told apart. */
  newestWeight = -1;
  readonly weightTape: number;
  /** The queue of all with a shared queue; else where requests wait while nothing serves. */
  readonly line: number;
  /** The line of the newest version while it has a share of its own. */
  readonly newestLine: number;
  /** The pools of those that serve, by number; with a share of its own for the newest version: of the others. */
  serving: Int32Array = new Int32Array(0);
  servingNewest: Int32Array = new Int32Array(0);
  /** Faults that are on: how many hold all replicas down, and what they do to the work. */
  blackouts = 0;
  slowdowns: number[] = [];
  errorFaults: number[] = [];
  slowdown = 1;
  faultErrorRate = 0;
  /** Processor sharing with a shared queue: the one processor of all. */
  readonly processor: SharedProcessor | null;
  /** Arrivals since the start, for the autoscaler. */
  readonly arrivals = new Float64Cell();
  readonly measured: Measured = { busy: 0, slots: 0, waiting: 0, serving: 0 };
  readonly watchers: FleetWatcher[] = [];
  /** Own work done since the last step end, by the newest version and by all. */
  readonly servedByNewest = new Float64Cell();
  readonly served = new Float64Cell();

  constructor(
    spec: Station,
    station: number,
    pools: { readonly line: number; readonly newestLine: number; readonly weightTape: number },
    versions: VersionTraits[],
  ) {
    this.spec = spec;
    this.station = station;
    this.line = pools.line;
    this.newestLine = pools.newestLine;
    this.weightTape = pools.weightTape;
    this.versions = versions;
    const { autoscale, replicas } = spec;
    this.wanted = autoscale ? Math.min(Math.max(replicas, autoscale.min), autoscale.max) : replicas;
    this.processor = this.sharesProcessor && spec.dispatch === 'shared-queue' ? new SharedProcessor(0) : null;
  }

  get sharesProcessor(): boolean {
    return this.spec.discipline === 'processor-sharing';
  }

  /** With a shared queue all that wait stand in the line; by processor sharing nobody does. */
  get hasSharedQueue(): boolean {
    return this.spec.dispatch === 'shared-queue' && !this.sharesProcessor;
  }

  isServing(replica: Replica): boolean {
    return replica.state === 'serving' && replica.faults === 0 && this.blackouts === 0;
  }

  countServing(): number {
    return this.serving.length + this.servingNewest.length;
  }

  /** Neither gone nor on their way out. */
  staying(): Replica[] {
    return this.replicas.filter(({ state }) => state !== 'leaving');
  }

  /** Draws up anew which pools requests go to. */
  updateServing(): void {
    const serving = this.replicas.filter((replica) => this.isServing(replica));
    const isApart = (replica: Replica): boolean => this.newestWeight >= 0 && replica.version === this.newest;
    this.serving = poolsOf(serving.filter((replica) => !isApart(replica)));
    this.servingNewest = poolsOf(serving.filter(isApart));
  }

  updateFaults(): void {
    this.slowdown = this.slowdowns.reduce((product, factor) => product * factor, 1);
    this.faultErrorRate = 1 - this.errorFaults.reduce((good, rate) => good * (1 - rate), 1);
  }
}

function poolsOf(replicas: readonly Replica[]): Int32Array {
  return Int32Array.from(replicas, ({ pool }) => pool);
}
