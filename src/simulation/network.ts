// The numbered, flat form of a design under one scenario: all that a run needs, with defaults filled in and no names to look up.
//
// Stations stand in the order of their ids and links by calling station, then in the order of the file, so that
// neither a draw nor a sum depends on where a component stands in the file.
import type { Distribution } from '../model/distribution.ts';

export type Dispatch = 'shared-queue' | 'random' | 'round-robin' | 'least-connections' | 'power-of-two';
export type Discipline = 'fifo' | 'lifo' | 'processor-sharing' | 'priority';

/** A component as the engine serves it. Indices point into `Network.stations` and `Network.links`. */
export interface Station {
  readonly id: string;
  readonly replicas: number;
  readonly concurrency: number;
  /** Requests that may wait, per queue; infinite where there is no bound. */
  readonly queueLimit: number;
  readonly dispatch: Dispatch;
  readonly discipline: Discipline;
  /** Service times are divided by it. */
  readonly speed: number;
  readonly service: Distribution;
  /** By class, in the order of `Network.classes`: the work instead of `service`; null where it is that. */
  readonly serviceByClass: readonly (Distribution | null)[];
  /** The slot is held while calls are out. */
  readonly blocking: boolean;
  /** Outgoing synchronous links are called all at once. */
  readonly parallel: boolean;
  /** Parallel: answers as soon as so many links have answered well; infinite for all. */
  readonly need: number;
  readonly hitRatio: number;
  readonly errorRate: number;
  /** Added to the first service of a replica that has newly started. */
  readonly coldStartMs: number;
  /** Consumers: how messages are taken together. */
  readonly batch: { readonly max: number; readonly waitMs: number } | null;
  readonly autoscale: AutoscaleRules | null;
  /** Brokers only: what becomes of a message whose own work is done. */
  readonly broker: BrokerRules | null;
  /** Outgoing synchronous links: [firstSync, firstAsync), asynchronous ones: [firstAsync, endLinks). */
  readonly firstSync: number;
  readonly firstAsync: number;
  readonly endLinks: number;
}

export interface BrokerRules {
  readonly delivery: 'compete' | 'broadcast';
  /** All deliveries of a message, the first included. */
  readonly maxDeliveries: number;
  /** The station where a message goes after its last delivery has failed; -1: dropped. */
  readonly deadLetter: number;
  /** 0: not partitioned. */
  readonly partitions: number;
}

/** The rules of Kubernetes' horizontal pod autoscaler. */
export interface AutoscaleRules {
  readonly metric: 'utilisation' | 'waiting' | 'ratePerSecond';
  readonly target: number;
  readonly min: number;
  readonly max: number;
  readonly periodMs: number;
  readonly startupMs: number;
  readonly stabilisationDownMs: number;
  readonly tolerance: number;
}

/** A connection as the engine follows it. */
export interface Link {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly synchronous: boolean;
  /** Mean calls for one request of the caller. */
  readonly calls: number;
  /** By class, in the order of `Network.classes`, then without a class: whether such a request calls; null: all do. */
  readonly classes: readonly boolean[] | null;
  /** The work of these calls at the callee; null for the callee's own. */
  readonly service: Distribution | null;
  /** One way. */
  readonly latency: Distribution;
  /** One way, on top of the latency, for crossing from group to group. */
  readonly crossingMs: number;
  /** Payload over bandwidth, on the way there only. */
  readonly transferMs: number;
  readonly optional: boolean;
  /** For one try; infinite where there is none. */
  readonly timeoutMs: number;
  readonly retry: RetryRules | null;
  /** After so long without an answer a second try is sent; infinite where there is none. */
  readonly hedgeMs: number;
  readonly rateLimit: { readonly perSecond: number; readonly burst: number } | null;
  /** Most tries in flight; infinite where there is no bound. */
  readonly bulkhead: number;
  readonly breaker: BreakerRules | null;
}

export interface RetryRules {
  /** All tries, the first included. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly multiplier: number;
  readonly jitter: 'none' | 'full' | 'equal';
  /** What each first try adds to the bucket that retries take from; null: no budget. */
  readonly budgetRatio: number | null;
}

export interface BreakerRules {
  readonly failureRate: number;
  readonly minimumCalls: number;
  readonly windowMs: number;
  readonly openMs: number;
}

export type ArrivalProcess =
  | { readonly process: 'poisson'; readonly ratePerSecond: number }
  | { readonly process: 'deterministic'; readonly ratePerSecond: number }
  | { readonly process: 'mmpp'; readonly states: readonly { readonly ratePerSecond: number; readonly meanS: number }[] }
  | { readonly process: 'profile'; readonly points: readonly (readonly [number, number])[] }
  | { readonly process: 'trace'; readonly timesMs: readonly number[] }
  | { readonly process: 'closed'; readonly users: number; readonly think: Distribution };

/** A stream of arrivals, in the order of the scenario. */
export interface Stream {
  /** Names its draws: the component and how many streams of the scenario come before it there. */
  readonly key: string;
  readonly at: number;
  readonly arrival: ArrivalProcess;
  /** An index into `Network.classes`; -1 for none. */
  readonly classIndex: number;
  readonly priority: number;
}

/** Something that breaks for a while; of a station or a link. Times in ms from the start. */
export type Fault =
  | {
      readonly kind: 'outage';
      readonly station: number;
      readonly fromMs: number;
      readonly untilMs: number;
      readonly replicas: number;
    }
  | {
      readonly kind: 'slowdown';
      readonly station: number;
      readonly fromMs: number;
      readonly untilMs: number;
      readonly factor: number;
    }
  | {
      readonly kind: 'errors';
      readonly station: number;
      readonly fromMs: number;
      readonly untilMs: number;
      readonly rate: number;
    }
  | { readonly kind: 'crashes'; readonly station: number; readonly mtbfMs: number; readonly mttrMs: number }
  | {
      readonly kind: 'latency';
      readonly link: number;
      readonly fromMs: number;
      readonly untilMs: number;
      readonly addMs: number;
    }
  | { readonly kind: 'partition'; readonly link: number; readonly fromMs: number; readonly untilMs: number };

export interface RolloutStep {
  readonly weight: number;
  readonly holdMs: number;
}

/** A new version of a station. Shares are as in the design: a number of replicas, or a text such as "25%". */
export interface Rollout {
  readonly station: number;
  readonly startMs: number;
  readonly startupMs: number;
  readonly version: {
    readonly service: Distribution | null;
    readonly errorRate: number | null;
    readonly speed: number | null;
  };
  readonly plan:
    | { readonly strategy: 'rolling'; readonly maxSurge: number | string; readonly maxUnavailable: number | string }
    | { readonly strategy: 'recreate' }
    | { readonly strategy: 'blue-green'; readonly overlapMs: number }
    | { readonly strategy: 'canary'; readonly steps: readonly RolloutStep[]; readonly abortAbove: number };
}

export interface Network {
  readonly seed: number;
  readonly durationMs: number;
  readonly warmupMs: number;
  /** A pilot: finds out by itself how long the warm-up is. */
  readonly findsWarmup: boolean;
  /** The width of one step of the series; the last step may be shorter. */
  readonly stepMs: number;
  readonly steps: number;
  readonly stations: readonly Station[];
  readonly links: readonly Link[];
  readonly streams: readonly Stream[];
  /** Class names in the order in which the scenario first uses them. */
  readonly classes: readonly string[];
  /** The priorities of the streams, each once, the most urgent first. */
  readonly priorities: readonly number[];
  readonly faults: readonly Fault[];
  readonly rollouts: readonly Rollout[];
  /** How many traces of requests the first replication keeps. */
  readonly traces: number;
}
