// What mean value analysis is asked and what it answers: stations, and chains of users who go round between them; and
// its heart, what who arrives at a station has to wait for. Times in ms, rates per ms.
import { erlangC } from '../waits.ts';

export interface ClosedStation {
  /** So many alike, each with a line of its own, which visits are spread over. */
  readonly copies: number;
  /** Of each copy; infinite where nobody waits. */
  readonly servers: number;
  /** Nobody waits, all share the servers: what they lose by it is in proportion to their own work. */
  readonly sharesSlots: boolean;
  /** What is left of the service that is met, in exponential ones: (1 + scv) / 2 of one server; 1 for exponential work. */
  readonly residual: number;
  /** How busy the servers are with requests of open streams, 0 to less than 1. */
  readonly openUtilisation: number;
  /** By chain: visits in one cycle to all copies, how long one keeps a server, and how long its own work is. */
  readonly visits: readonly number[];
  readonly holdMs: readonly number[];
  readonly workMs: readonly number[];
}

export interface ClosedChain {
  readonly users: number;
  /** All of a cycle that is at no station: thinking, and the way. */
  readonly thinkMs: number;
  /** How much of the time at the stations counts in the cycle: less than 1 where calls go out at once. */
  readonly share: number;
}

export interface ClosedFigures {
  readonly method: 'exact' | 'linearizer';
  /** By chain: cycles per ms, and the mean time of a cycle without thinking. */
  readonly throughput: readonly number[];
  readonly cycleMs: readonly number[];
  /** By station and chain: the mean wait of a visit. */
  readonly waitMs: readonly (readonly number[])[];
  /** By station: the mean wait of open requests, who find all users there. */
  readonly openWaitMs: readonly number[];
  /** By station: mean number of users, all copies together. */
  readonly inSystem: readonly number[];
}

/** What who arrives finds at one copy: requests there, busy servers among them, and the chance that all are busy. */
export interface Seen {
  readonly inSystem: number;
  readonly busy: number;
  readonly allBusy: number;
  /** The mean time that one of them keeps a server. */
  readonly holdMs: number;
}

/** Of one copy, at these rates of the chains: the mean number of busy servers, and for how long each visit keeps one. */
export function busyAt(
  { copies, visits, holdMs }: ClosedStation,
  throughput: readonly number[],
): { readonly busy: number; readonly holdMs: number } {
  let rate = 0;
  let busy = 0;
  for (let chain = 0; chain < throughput.length; chain++) {
    const each = (throughput[chain]! * visits[chain]!) / copies;
    rate += each;
    busy += each * holdMs[chain]!;
  }
  return { busy, holdMs: rate === 0 ? 0 : busy / rate };
}

/**
 * The wait in a line for c servers: the services that must end first, and what is left of the one that ends soonest
 * where all are busy (the arrival theorem, Reiser and Lavenberg 1980; other than exponential work as of Reiser 1979).
 * Open requests slow the servers down for the users (Lazowska and others, Quantitative System Performance, 7.4).
 */
export function waitOfArrival(station: ClosedStation, seen: Seen, ownHoldMs: number): number {
  const { servers, sharesSlots, residual, openUtilisation } = station;
  if (servers === Infinity || ownHoldMs === 0) return 0;
  const hold = seen.holdMs || ownHoldMs;
  const met =
    openUtilisation === 0 ? seen.allBusy : erlangC(servers, Math.min(servers, servers * openUtilisation + seen.busy));
  const ahead = Math.max(0, seen.inSystem - seen.busy) + residual * met;
  const wait = ((hold / servers) * ahead) / (1 - openUtilisation);
  return sharesSlots ? (wait * ownHoldMs) / hold : wait;
}

/** How long a chain's cycle takes at the stations, given the waits there. */
export function timeAtStations(stations: readonly ClosedStation[], waits: readonly number[], chain: number): number {
  return stations.reduce((sum, { visits, workMs }, at) => sum + visits[chain]! * (waits[at]! + workMs[chain]!), 0);
}

/** Faster than this nobody goes round: a user who neither thinks nor works would do so without end. */
const SHORTEST_CYCLE_MS = 1e-6;

export function cyclesPerMs({ thinkMs, share }: ClosedChain, users: number, atStationsMs: number): number {
  return users === 0 ? 0 : users / Math.max(SHORTEST_CYCLE_MS, thinkMs + share * atStationsMs);
}
