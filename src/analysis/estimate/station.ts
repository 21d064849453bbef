// One station under its load: its servers, how long requests wait for them, and how busy they are.
import type { Station } from '../../simulation/network.ts';
import { mixture, NO_TIME, scvOf, type Time } from './time.ts';
import { priorityFactors, type QueueLoad, type Wait, waitOf, waitPerReplica, waitWithRoom } from './waits.ts';

export interface StationLoad {
  /** Requests per ms that ask for a slot here, rejected ones included. */
  readonly rate: number;
  readonly arrivalScv: number;
  /** How long a slot is held. */
  readonly hold: Time;
  /** Of each sort of request, the most urgent first. */
  readonly sorts: readonly { readonly rate: number; readonly holdMs: number }[];
  /** What mean value analysis says that each sort waits, where users of closed streams come; null where none does. */
  readonly closed: readonly Time[] | null;
}

export interface StationState {
  readonly replicas: number;
  readonly wait: Time;
  /** By sort of request, in the order of `sorts`: its wait. */
  readonly waits: readonly Time[];
  readonly lost: number;
  /** Busy slots over slots, 0 to 1; above 1 where the load cannot be carried. */
  readonly utilisation: number;
  readonly isSaturated: boolean;
}

export function stationState(station: Station, load: StationLoad): StationState {
  const replicas = replicasFor(station, load);
  const servers = replicas * station.concurrency;
  const offered = load.rate * load.hold.mean;
  if (load.rate === 0 || (load.hold.mean === 0 && replicas > 0)) return idle(replicas, load.sorts.length);
  if (replicas === 0) return closedDown(station, load.sorts.length);
  const { closed } = load;
  const wait =
    closed === null
      ? waitFromStream(station, load, replicas)
      : { time: mixture(load.sorts.map(({ rate }, place) => [rate, closed[place]!])), lost: 0 };
  const utilisation = (offered * (1 - wait.lost)) / servers;
  return {
    replicas,
    wait: wait.time,
    waits: waitsBySort(station, load, wait.time, servers),
    lost: wait.lost,
    utilisation: closed === null ? utilisation : Math.min(1, utilisation),
    isSaturated: !Number.isFinite(wait.time.mean),
  };
}

function idle(replicas: number, sorts: number): StationState {
  return {
    replicas,
    wait: NO_TIME,
    waits: Array.from({ length: sorts }, () => NO_TIME),
    lost: 0,
    utilisation: 0,
    isSaturated: false,
  };
}

/** Without replicas requests wait for ever, or fail where nobody may wait. */
function closedDown(station: Station, sorts: number): StationState {
  const isSaturated = station.queueLimit === Infinity;
  const wait = isSaturated ? { mean: Infinity, variance: Infinity } : NO_TIME;
  const waits = Array.from({ length: sorts }, () => wait);
  return { replicas: 0, wait, waits, lost: isSaturated ? 0 : 1, utilisation: 0, isSaturated };
}

/** What the autoscaler comes to in the long run: as many as keep the metric at its target. */
function replicasFor({ replicas, concurrency, autoscale }: Station, { rate, hold }: StationLoad): number {
  if (autoscale === null) return replicas;
  const { metric, target, min, max } = autoscale;
  const wanted =
    metric === 'utilisation'
      ? (rate * hold.mean) / concurrency / target
      : metric === 'ratePerSecond'
        ? (rate * 1000) / target
        : (rate * hold.mean) / concurrency + 1;
  return Math.min(max, Math.max(min, Math.ceil(wanted - 1e-9)));
}

function waitFromStream(station: Station, load: StationLoad, replicas: number): Wait {
  const queue: QueueLoad = {
    rate: load.rate,
    arrivalScv: load.arrivalScv,
    servers: station.concurrency,
    service: load.hold.mean,
    serviceScv: station.discipline === 'processor-sharing' ? 1 : scvOf(load.hold),
  };
  // Processor sharing does not ask how the work varies: it is as an exponential one in a queue.
  if (station.dispatch === 'shared-queue')
    return waitWithRoom({ ...queue, servers: station.concurrency * replicas }, station.queueLimit);
  return waitPerReplica(queue, replicas, station.dispatch, station.queueLimit);
}

/** As busy as this at most when a wait is compared with another. */
const BUSIEST = 0.995;

export interface OpenWait {
  /** The mean wait if all came in streams without end. */
  readonly meanMs: number;
  /** That in the wait of exponential work that comes by chance and chooses a replica at random. */
  readonly ratio: number;
}

/** How a station would do with the same load from streams without end: by that mean value analysis knows its work. */
export function openWait(station: Station, load: StationLoad, replicas: number): OpenWait {
  const slots = replicas * station.concurrency;
  const offered = load.rate * load.hold.mean;
  if (offered === 0 || slots === 0) return { meanMs: 0, ratio: 1 };
  const rate = load.rate * Math.min(1, (BUSIEST * slots) / offered);
  const isOneLine = station.dispatch === 'shared-queue' || replicas === 1;
  const markov = waitOf({
    rate: isOneLine ? rate : rate / replicas,
    arrivalScv: 1,
    servers: isOneLine ? slots : station.concurrency,
    service: load.hold.mean,
    serviceScv: 1,
  }).time.mean;
  const { mean } = waitFromStream({ ...station, queueLimit: Infinity }, { ...load, rate }, replicas).time;
  return { meanMs: mean, ratio: markov === 0 ? 1 : mean / markov };
}

/**
 * Who shares the slots waits in proportion to his work; the most urgent first by Cobham; all others alike. What mean
 * value analysis says of each sort stands before that.
 */
function waitsBySort(station: Station, load: StationLoad, wait: Time, servers: number): readonly Time[] {
  const { sorts, closed, hold } = load;
  const waits = closed ?? sorts.map(() => wait);
  if (sorts.length < 2 || !Number.isFinite(wait.mean)) return waits;
  switch (station.discipline) {
    case 'fifo':
    case 'lifo':
      return waits;
    case 'processor-sharing':
      return closed ?? waits.map((own, place) => times(own, sorts[place]!.holdMs / hold.mean));
    case 'priority': {
      const shares = sorts.map(({ rate, holdMs }) => Math.min((rate * holdMs) / servers, 0.999));
      const factors = priorityFactors(shares);
      return waits.map((own, place) => times(own, factors[place]!));
    }
  }
}

function times({ mean, variance }: Time, factor: number): Time {
  return { mean: mean * factor, variance: variance * factor * factor };
}
