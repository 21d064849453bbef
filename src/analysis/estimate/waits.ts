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

/**
 * M/M/c with room for `room` waiting requests (Kleinrock I, 3.6), its wait scaled by the variability of arrivals and
 * service as above; without room it is Erlang's loss system, exact for any service.
 */
export function waitWithRoom(load: QueueLoad, room: number): Wait {
  const { rate, arrivalScv, servers, service, serviceScv } = load;
  if (rate === 0) return NO_WAIT;
  if (service === 0) return NO_WAIT;
  if (room === Infinity) return waitOf(load);
  const offered = rate * service;
  let weight = 1;
  let total = 1;
  let waiting = 0;
  let waitingSquared = 0;
  let last = 1;
  for (let n = 1; n <= servers + room; n++) {
    weight *= offered / Math.min(n, servers);
    // Scaled down before it overflows; only ratios matter.
    if (weight > 1e250) {
      const down = 1e-250;
      [weight, total, waiting, waitingSquared] = [weight * down, total * down, waiting * down, waitingSquared * down];
    }
    total += weight;
    last = weight;
    if (n > servers) {
      waiting += (n - servers) * weight;
      waitingSquared += (n - servers) ** 2 * weight;
    }
  }
  const lost = last / total;
  const carried = rate * (1 - lost);
  const mean = waiting / total / carried;
  const variability = room === 0 ? 1 : (arrivalScv + serviceScv) / 2;
  const scaled = mean * (offered >= servers ? 1 : variability);
  const chance = Math.min(1, Math.max(waiting / total / (1 + waiting / total), 1e-12));
  return { time: { mean: scaled, variance: Math.max(0, (2 * scaled * scaled) / chance - scaled * scaled) }, lost };
}

/** One of n replicas that are chosen, each with c servers and a queue of its own. */
export type Choice = 'random' | 'round-robin' | 'least-connections' | 'power-of-two';

/**
 * The wait where each replica has its own queue. Random thins the stream, round robin makes it more regular (of n
 * replicas each sees the n-th arrival, so that its scv falls to an n-th); power of two is the mean field of Mitzenmacher
 * (2001), least connections that of joining the shortest queue, which is between it and one queue for all.
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
    case 'least-connections':
      return waitOfChoice(load, replicas, choice, room);
  }
}

function waitOfChoice(load: QueueLoad, replicas: number, choice: Choice, room: number): Wait {
  const { rate, service, servers } = load;
  const apart = waitWithRoom({ ...load, rate: rate / replicas, arrivalScv: 1 }, room);
  const together = waitWithRoom({ ...load, servers: servers * replicas }, room === Infinity ? room : room * replicas);
  if (!Number.isFinite(apart.time.mean)) return apart;
  const utilisation = (rate * service) / (replicas * servers);
  // With one server each, in the mean field: the share with at least k is ρ^(2^k - 1). A share of the way from the
  // separate queues to the common one, which holds for several servers as well.
  let inQueue = 0;
  for (let k = 2, share = utilisation ** 3; share > 1e-15; k++, share = utilisation ** (2 ** k - 1)) inQueue += share;
  const markovApart = utilisation ** 2 / (1 - utilisation);
  const way = choice === 'power-of-two' ? inQueue / markovApart : (0.35 * inQueue) / markovApart;
  const mean = Math.max(together.time.mean, apart.time.mean * Math.min(1, way));
  const share = apart.time.mean === 0 ? 0 : mean / apart.time.mean;
  return { time: { mean, variance: apart.time.variance * share * share }, lost: Math.min(apart.lost, together.lost) };
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

/** M/M/c with N users who think in between (machine repair, Kleinrock I, 3.9): the mean wait and its variance. */
export function waitOfUsers(users: number, think: number, service: number, servers: number): Time {
  if (service === 0) return { mean: 0, variance: 0 };
  if (think <= 0) {
    const mean = Math.max(0, ((users - servers) * service) / servers);
    return { mean, variance: mean * service };
  }
  let weight = 1;
  let total = 1;
  let waiting = 0;
  let thinking = users;
  for (let n = 1; n <= users; n++) {
    weight *= (((users - n + 1) / think) * service) / Math.min(n, servers);
    if (weight > 1e250) {
      const down = 1e-250;
      [weight, total, waiting, thinking] = [weight * down, total * down, waiting * down, thinking * down];
    }
    total += weight;
    waiting += Math.max(0, n - servers) * weight;
    thinking += (users - n) * weight;
  }
  const mean = waiting / (thinking / think);
  return { mean, variance: mean * (mean + service / servers) };
}
