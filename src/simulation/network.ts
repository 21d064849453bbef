// The numbered, flat form of a design under one scenario: all that a run needs, with defaults filled in and no names to look up.
//
// Stations stand in the order of their ids and links by calling station, then in the order of the file, so that
// neither a draw nor a sum depends on where a component stands in the file.
import type { Distribution } from '../model/distribution.ts';

export type Dispatch = 'shared-queue' | 'random' | 'round-robin' | 'least-connections' | 'power-of-two';

/** A component as the engine serves it. Indices point into `Network.stations` and `Network.links`. */
export interface Station {
  readonly id: string;
  readonly replicas: number;
  readonly concurrency: number;
  /** Requests that may wait, per queue; infinite where there is no bound. */
  readonly queueLimit: number;
  readonly dispatch: Dispatch;
  /** Service times are divided by it. */
  readonly speed: number;
  readonly service: Distribution;
  /** The slot is held while calls are out. */
  readonly blocking: boolean;
  /** Outgoing synchronous links are called all at once. */
  readonly parallel: boolean;
  readonly hitRatio: number;
  readonly errorRate: number;
  /** Brokers only: what becomes of a message whose own work is done. */
  readonly broker: BrokerRules | null;
  /** Outgoing synchronous links: [firstSync, firstAsync), asynchronous ones: [firstAsync, endLinks). */
  readonly firstSync: number;
  readonly firstAsync: number;
  readonly endLinks: number;
}

export interface BrokerRules {
  readonly delivery: 'compete' | 'broadcast';
}

/** A connection as the engine follows it. */
export interface Link {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly synchronous: boolean;
  /** Mean calls for one request of the caller. */
  readonly calls: number;
  /** The work of these calls at the callee; null for the callee's own. */
  readonly service: Distribution | null;
  /** One way. */
  readonly latency: Distribution;
  /** Payload over bandwidth, on the way there only. */
  readonly transferMs: number;
  readonly optional: boolean;
  /** For one try; infinite where there is none. */
  readonly timeoutMs: number;
  readonly retry: RetryRules | null;
}

export interface RetryRules {
  /** All tries, the first included. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly multiplier: number;
  readonly jitter: 'none' | 'full' | 'equal';
}

export type ArrivalProcess =
  | { readonly process: 'poisson'; readonly ratePerSecond: number }
  | { readonly process: 'deterministic'; readonly ratePerSecond: number }
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

export interface Network {
  readonly seed: number;
  readonly durationMs: number;
  readonly warmupMs: number;
  /** The width of one step of the series; the last step may be shorter. */
  readonly stepMs: number;
  readonly steps: number;
  readonly stations: readonly Station[];
  readonly links: readonly Link[];
  readonly streams: readonly Stream[];
  /** Class names in the order in which the scenario first uses them. */
  readonly classes: readonly string[];
}
