// How long a request waits for a slot: the closed forms and approximations of queueing theory for one station.
// Rates are per ms and times in ms. λ rate, S mean service, c servers, a = λS, ρ = a/c.
import type { Time } from './time.ts';

/** The share of requests that find all c servers busy and are lost in M/G/c/c (Erlang B, by his recursion). */
export function erlangB(servers: number, load: number): number {
  let lost = 1;
  for (let n = 1; n <= servers; n++) lost = (load * lost) / (n + load * lost);
  return lost;
}

/** The chance to wait in M/M/c, 0 to 1 (Erlang C). */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const lost = erlangB(servers, load);
  return lost / (1 - (load / servers) * (1 - lost));
}

/** What one queue with its servers is asked to do. */
export interface QueueLoad {
  /** Arrivals per ms, and the squared coefficient of variation of the time between them. */
  readonly rate: number;
  readonly arrivalScv: number;
  readonly servers: number;
  readonly service: number;
  readonly serviceScv: number;
}

/** The mean wait and its variance, and the share of requests that find no room. */
export interface Wait {
  readonly time: Time;
  readonly lost: number;
}

const NO_WAIT: Wait = { time: { mean: 0, variance: 0 }, lost: 0 };

/**
 * GI/G/m by two moments (Whitt, "Approximations for the GI/G/m queue", 1993, after Allen and Cunneen 1978, and Krämer
 * and Langenbach-Belz 1976 for one server): exact for M/M/m and M/G/1. The wait is 0 or exponential, with the chance to
 * wait of M/M/m. Infinite where the servers cannot keep up.
 */
export function waitOf({ rate, arrivalScv, servers, service, serviceScv }: QueueLoad): Wait {
  const load = rate * service;
  if (load === 0 || servers === Infinity) return NO_WAIT;
  if (load >= servers) return { time: { mean: Infinity, variance: Infinity }, lost: 0 };
  const utilisation = load / servers;
  const mustWait = erlangC(servers, load);
  const markov = (mustWait * service) / (servers - load);
  const mean = markov * ((arrivalScv + serviceScv) / 2) * refinement(utilisation, arrivalScv, serviceScv, servers);
  if (mean === 0) return NO_WAIT;
  // A wait that must be is exponential; it can be no likelier than certain, nor shorter than its mean over all.
  const chance = Math.min(1, mustWait);
  return { time: { mean, variance: (2 * mean * mean) / chance - mean * mean }, lost: 0 };
}

function refinement(utilisation: number, arrivalScv: number, serviceScv: number, servers: number): number {
  if (servers === 1) {
    if (arrivalScv >= 1) return 1;
    const distance = (1 - arrivalScv) ** 2;
    return Math.exp((-2 * (1 - utilisation) * distance) / (3 * utilisation * (arrivalScv + serviceScv || 1)));
  }
  const gamma = Math.min(
    0.24,
    ((1 - utilisation) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * servers * utilisation),
  );
  const phi1 = 1 + gamma;
  const phi3 = (1 - 4 * gamma) * Math.exp((-2 * (1 - utilisation)) / (3 * utilisation));
  const phi4 = Math.min(1, (phi1 + phi3) / 2);
  const both = (arrivalScv + serviceScv) / 2;
  const psi = both >= 1 ? 1 : phi4 ** (2 * (1 - both));
  if (arrivalScv === serviceScv) return psi;
  if (arrivalScv > serviceScv) {
    const below = 4 * arrivalScv - 3 * serviceScv;
    return ((4 * (arrivalScv - serviceScv)) / below) * phi1 + (serviceScv / below) * psi;
  }
  const below = 2 * (arrivalScv + serviceScv);
  return ((serviceScv - arrivalScv) / below) * phi3 + ((serviceScv + 3 * arrivalScv) / below) * psi;
}

/** Less or more than this the variability of a finite room is not followed. */
const LEAST_VARIABILITY = 0.05;
const MOST_VARIABILITY = 25;

/**
 * M/M/c with room for `room` waiting requests (Kleinrock I, 3.6). Other variability than Markov's makes the queue longer
 * by a factor and so the room smaller by it, as in the diffusion approximation (Gelenbe 1975; Whitt 2004 for several
 * servers). Without room it is Erlang's loss system, exact for any service.
 */
export function waitWithRoom(load: QueueLoad, room: number): Wait {
  const { rate, arrivalScv, service, serviceScv } = load;
  if (rate === 0 || service === 0) return NO_WAIT;
  if (room === Infinity) return waitOf(load);
  const variability = Math.min(MOST_VARIABILITY, Math.max(LEAST_VARIABILITY, (arrivalScv + serviceScv) / 2));
  const scaled = room / variability;
  const below = markovWithRoom(load, Math.floor(scaled));
  const share = scaled - Math.floor(scaled);
  const above = share === 0 ? below : markovWithRoom(load, Math.ceil(scaled));
  const between = (from: number, to: number): number => from + share * (to - from);
  const mean = variability * between(below.mean, above.mean);
  const chance = between(below.chance, above.chance);
  return {
    time: { mean, variance: Math.max(0, (2 * mean * mean) / chance - mean * mean) },
    lost: between(below.lost, above.lost),
  };
}

interface MarkovWithRoom {
  readonly mean: number;
  readonly lost: number;
  /** That a request waits, roughly. */
  readonly chance: number;
}

function markovWithRoom({ rate, servers, service }: QueueLoad, room: number): MarkovWithRoom {
  const offered = rate * service;
  let weight = 1;
  let total = 1;
  let waiting = 0;
  for (let n = 1; n <= servers + room; n++) {
    weight *= offered / Math.min(n, servers);
    // Scaled down before it overflows; only ratios matter.
    if (weight > 1e250) {
      const down = 1e-250;
      [weight, total, waiting] = [weight * down, total * down, waiting * down];
    }
    total += weight;
    if (n > servers) waiting += (n - servers) * weight;
  }
  const lost = weight / total;
  const mean = waiting / total / (rate * (1 - lost));
  return { mean, lost, chance: Math.min(1, Math.max(waiting / total / (1 + waiting / total), 1e-12)) };
}

/** One of n replicas that are chosen, each with c servers and a queue of its own. */
export type Choice = 'random' | 'round-robin' | 'least-connections' | 'power-of-two';

/**
 * The wait where each replica has its own queue. Random thins the stream, round robin makes it more regular: of n
 * replicas each sees the n-th arrival, so that its scv falls to an n-th.
 */
export function waitPerReplica(load: QueueLoad, replicas: number, choice: Choice, room: number): Wait {
  const own = { ...load, rate: load.rate / replicas };
  if (replicas === 1) return waitWithRoom(load, room);
  switch (choice) {
    case 'random':
      return waitWithRoom({ ...own, arrivalScv: 1 + (load.arrivalScv - 1) / replicas }, room);
    case 'round-robin':
      return waitWithRoom({ ...own, arrivalScv: load.arrivalScv / replicas }, room);
    case 'power-of-two':
      return waitOfChoice(load, replicas, 2, room);
    case 'least-connections':
      return waitOfChoice(load, replicas, replicas, room);
  }
}

/** Between what one line for all and what the mean field say: fitted to the engine for 2 and 4 replicas of 1 to 8 slots. */
const NORM = 1.6;

/**
 * Of the wait of one line for all, who chooses among lines loses what he cannot know: with many replicas that is the mean
 * field's wait (Mitzenmacher 2001), with few the lines move together and it is that of the one line.
 */
function waitOfChoice(load: QueueLoad, replicas: number, choices: number, room: number): Wait {
  const { rate, service, servers, arrivalScv, serviceScv } = load;
  const apart = waitWithRoom({ ...load, rate: rate / replicas, arrivalScv: 1 }, room);
  const roomOfAll = room === Infinity ? room : room * replicas;
  const together = waitWithRoom({ ...load, servers: servers * replicas }, roomOfAll);
  if (!Number.isFinite(apart.time.mean)) return apart;
  const markov = waitWithRoom({ ...load, servers: servers * replicas, arrivalScv: 1, serviceScv: 1 }, roomOfAll).time
    .mean;
  const each = (rate * service) / replicas;
  const field = each >= servers ? Infinity : (meanFieldWaiting(each, servers, choices) * service) / each;
  const chosen = (markov ** NORM + field ** NORM) ** (1 / NORM);
  // Work that is all alike keeps the lines alike.
  const both = (arrivalScv + serviceScv) / 2;
  const mean = Math.min(
    apart.time.mean,
    together.time.mean + (chosen - markov) * (both < 1 ? both * both : Math.sqrt(both)),
  );
  const share = apart.time.mean === 0 ? 0 : mean / apart.time.mean;
  return { time: { mean, variance: apart.time.variance * share * share }, lost: Math.min(apart.lost, together.lost) };
}

/** With more servers each nobody waits whom one line for all would not let wait. */
const MOST_SERVERS_IN_FIELD = 32;

/**
 * How many wait at a replica of c servers where everybody takes the shortest of d lines, in the mean field: the share
 * s(k) with k requests or more has a s(k-1)^d = k s(k) + s(k+1) + … + s(c) up to c, and a s(k-1)^d = c s(k) beyond
 * (Mitzenmacher 2001; Mukhopadhyay and Mazumdar 2016 for several servers). `load` is a, below c.
 */
export function meanFieldWaiting(load: number, servers: number, choices: number): number {
  if (servers > MOST_SERVERS_IN_FIELD || load === 0) return 0;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (emptyShare(middle, load, servers, choices) < 1) low = middle;
    else high = middle;
  }
  let waiting = 0;
  let share = (load / servers) * low ** choices;
  for (let k = 0; k < 10_000 && share > 1e-14; k++) {
    waiting += share;
    share = (load / servers) * share ** choices;
  }
  return waiting;
}

/** The share with at least no request, which is all, where the share with c or more is `full`. */
function emptyShare(full: number, load: number, servers: number, choices: number): number {
  let share = full;
  let above = 0;
  for (let k = servers; k >= 1; k--) {
    const next = ((k * share + above) / load) ** (1 / choices);
    above += share;
    share = next;
  }
  return share;
}

/**
 * Cobham's factors for a queue that serves the most urgent first without interrupting (Cobham 1954; Kella and Yechiali
 * 1985 for several servers): by what the mean wait of all is multiplied for each class. `loads` are the shares of the
 * servers that each class keeps busy, the most urgent first; they stay below 1 together.
 */
export function priorityFactors(loads: readonly number[]): readonly number[] {
  const all = loads.reduce((sum, load) => sum + load, 0);
  let above = 0;
  return loads.map((load) => {
    const before = above;
    above += load;
    return (1 - all) / ((1 - before) * Math.max(1e-9, 1 - above));
  });
}
