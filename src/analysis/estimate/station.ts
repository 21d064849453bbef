// One station under its load: its servers, how long requests wait for them, and how busy they are.
import type { Station } from '../../simulation/network.ts';
import { NO_TIME, scvOf, type Time } from './time.ts';
import {
  priorityFactors,
  waitOf,
  type QueueLoad,
  type Wait,
  waitOfUsers,
  waitPerReplica,
  waitWithRoom,
} from './waits.ts';

export interface StationLoad {
  /** Requests per ms that ask for a slot here, rejected ones included. */
  readonly rate: number;
  readonly arrivalScv: number;
  /** How long a slot is held. */
  readonly hold: Time;
  /** The most requests that can be here at once, by who sends them: users of a closed stream, threads that wait. */
  readonly senders: number;
  /** The offered load of each sort of request, the most urgent first, in erlangs. */
  readonly loads: readonly number[];
}

export interface StationState {
  readonly replicas: number;
  readonly wait: Time;
  /** By sort of request, in the order of `loads`: its wait. */
  readonly waits: readonly Time[];
  readonly lost: number;
  /** Busy slots over slots, 0 to 1; above 1 where the load cannot be carried. */
  readonly utilisation: number;
  readonly isSaturated: boolean;
}

/** Beyond so many senders nobody can tell them from a stream without end. */
const MOST_SENDERS = 2000;

export function stationState(station: Station, load: StationLoad): StationState {
  const replicas = replicasFor(station, load);
  const servers = replicas * station.concurrency;
  const offered = load.rate * load.hold.mean;
  if (load.rate === 0 || (load.hold.mean === 0 && replicas > 0)) return idle(replicas, load.loads.length);
  if (replicas === 0) return closedDown(station, load.loads.length);
  const isBounded = load.senders <= MOST_SENDERS;
  const wait = isBounded ? waitFromSenders(station, load, replicas) : waitFromStream(station, load, replicas);
  const utilisation = (offered * (1 - wait.lost)) / servers;
  const isSaturated = !Number.isFinite(wait.time.mean);
  return {
    replicas,
    wait: wait.time,
    waits: waitsBySort(station, load, wait.time, servers),
    lost: wait.lost,
    utilisation: isBounded ? Math.min(1, utilisation) : utilisation,
    isSaturated,
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

function waitFromSenders(station: Station, load: StationLoad, replicas: number): Wait {
  const { rate, hold, senders } = load;
  const isShared = station.dispatch === 'shared-queue' || replicas === 1;
  const servers = station.concurrency * (isShared ? replicas : 1);
  const own = isShared ? senders : Math.max(1, Math.round(senders / replicas));
  const ownRate = isShared ? rate : rate / replicas;
  // What they do between two visits; found together with the wait, as more wait means less thinking.
  let time = NO_TIME;
  for (let i = 0; i < 60; i++) {
    const think = Math.max(0, own / ownRate - hold.mean - time.mean);
    const next = waitOfUsers(own, think, hold.mean, servers);
    const mean = (time.mean + next.mean) / 2;
    const isDone = Math.abs(mean - time.mean) < 1e-10 * (hold.mean + mean);
    time = { mean, variance: next.variance };
    if (isDone) break;
  }
  const factor = variability({ ...load, rate: ownRate }, servers, time.mean);
  return { time: { mean: time.mean * factor, variance: time.variance * factor * factor }, lost: 0 };
}

/**
 * What the variability of arrivals and service makes of the wait: as in a queue without end where there are many
 * senders, and nothing where so few are left outside that the queue only turns them round.
 */
function variability({ rate, arrivalScv, hold }: StationLoad, servers: number, wait: number): number {
  const service = hold.mean;
  if (rate * service >= servers * 0.999) return 1;
  const markov = waitOf({ rate, arrivalScv: 1, servers, service, serviceScv: 1 }).time.mean;
  if (markov === 0) return 1;
  const open = waitOf({ rate, arrivalScv, servers, service, serviceScv: scvOf(hold) }).time.mean / markov;
  return 1 + (open - 1) * Math.min(1, wait / markov);
}

function waitsBySort(station: Station, { loads }: StationLoad, wait: Time, servers: number): Time[] {
  if (station.discipline !== 'priority' || loads.length < 2 || !Number.isFinite(wait.mean))
    return loads.map(() => wait);
  const shares = loads.map((load) => Math.min(load / servers, 0.999));
  return priorityFactors(shares).map((factor) => ({
    mean: wait.mean * factor,
    variance: wait.variance * factor * factor,
  }));
}
