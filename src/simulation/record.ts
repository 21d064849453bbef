// The raw figures of one replication: counts and time integrals over the window, and the series over the whole run.
// Plain objects and typed arrays, so that a record can cross from a worker thread as it is.
import type { BucketCounts } from './statistics/histogram.ts';
import type { BreakdownRecord } from './tracing/breakdown.ts';
import type { TraceRecord } from './tracing/keeper.ts';

/** Requests of one arrival stream, of one class, of all streams at a component, or of all together. */
export interface RequestRecord {
  readonly offered: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Of those that succeeded; null where none did. */
  readonly responseMs: ResponseRecord | null;
}

export interface ResponseRecord {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly counts: BucketCounts;
}

/** One station. Integrals are over time: a number of requests, slots or replicas times milliseconds. */
export interface StationRecord {
  readonly arrivals: number;
  /** Own work completed without failure. */
  readonly completed: number;
  readonly rejected: number;
  readonly failed: number;
  /** How many left the queue for a slot, and how long they had waited altogether. */
  readonly started: number;
  readonly waitedMs: number;
  /** Brokers: copies handed to a consumer, and how long they had waited for one after the broker's own work. */
  readonly handed: number;
  readonly backlogWaitedMs: number;
  /** How many waited when the window began, and when it ended. */
  readonly waitingAtStart: number;
  readonly waitingAtEnd: number;
  readonly waitingIntegral: number;
  /** Held slots, blocked ones included. */
  readonly busyIntegral: number;
  readonly blockedIntegral: number;
  readonly slotIntegral: number;
  readonly replicaIntegral: number;
  /** Processor sharing: requests above the slots. */
  readonly excessIntegral: number;
  /** Replicas that are there, whether they serve or not: what has to be paid. */
  readonly heldIntegral: number;
  /** Consumers: requests beyond the first of each batch that holds a slot. */
  readonly matesIntegral: number;
  /** Brokers: messages that wait for a consumer, and the age in ms of the oldest of them; null for others. */
  readonly lag: { readonly messagesIntegral: number; readonly oldestIntegral: number } | null;
  /** Wait and own work of the completed ones; null where none was. */
  readonly responseMs: { readonly mean: number; readonly p95: number } | null;
}

export interface LinkRecord {
  /** First tries. */
  readonly calls: number;
  readonly retries: number;
  /** How tries ended. */
  readonly ok: number;
  readonly rejected: number;
  readonly error: number;
  readonly timeout: number;
  readonly open: number;
  /** As the caller sees it, all tries together, of the calls that succeeded; null where none did. */
  readonly responseMs: { readonly mean: number; readonly p95: number } | null;
}

/** One value a step; NaN where nothing was measured in that step. */
export interface SeriesRecord {
  readonly offered: Float64Array;
  readonly succeeded: Float64Array;
  readonly failed: Float64Array;
  readonly responseMean: Float64Array;
  readonly responseP95: Float64Array;
  /** Stations × steps, station by station: time integrals over the step. */
  readonly busyIntegral: Float64Array;
  readonly slotIntegral: Float64Array;
  readonly waitingIntegral: Float64Array;
  readonly replicaIntegral: Float64Array;
  readonly wantedIntegral: Float64Array;
  /** The same of brokers: messages that wait for a consumer, and the age of the oldest; empty where there are none. */
  readonly lagIntegral: Float64Array;
  readonly oldestIntegral: Float64Array;
  /** Not a time integral: the share of the requests served by the newest version; empty without rollouts. */
  readonly newVersionShare: Float64Array;
}

/** What became of a rollout. */
export interface RolloutRecord {
  readonly servedByOld: number;
  readonly servedByNew: number;
  readonly dropped: number;
  /** From its start until one version alone serves; null where the run ended before. */
  readonly tookMs: number | null;
  readonly isAborted: boolean;
}

export interface ReplicationRecord {
  readonly replication: number;
  readonly events: number;
  /** Length of the window that the figures cover. */
  readonly windowMs: number;
  readonly requests: RequestRecord;
  readonly streams: readonly RequestRecord[];
  /** In the order of `Network.classes`. */
  readonly classes: readonly RequestRecord[];
  /** All streams together that arrive at a station; null for a station without any. */
  readonly arrivalsAt: readonly (RequestRecord | null)[];
  readonly stations: readonly StationRecord[];
  readonly links: readonly LinkRecord[];
  readonly series: SeriesRecord;
  /** Of a pilot: what it has found; null for other replications. */
  readonly warmup: { readonly warmupMs: number; readonly isSettled: boolean } | null;
  /** In the order of `Network.rollouts`. */
  readonly rollouts: readonly RolloutRecord[];
  /** Where the response time went; null where no request succeeded. */
  readonly breakdown: BreakdownRecord | null;
  /** Requests kept as a whole. */
  readonly traces: readonly TraceRecord[];
}
