// Closed forms of queueing theory, against which the engine is held.
//
// Times and rates are in any one unit and its inverse. The letters of the books are given in each docstring:
// λ arrival rate, S mean service time, c servers, a = λS offered load, ρ = a/c.

/** What a station shows in the long run. */
export interface StationTheory {
  readonly utilisation: number;
  /** Lq and Wq. */
  readonly waiting: number;
  readonly wait: number;
  /** L and W. */
  readonly inSystem: number;
  readonly response: number;
}

/** The share of calls that find all c servers busy and are lost, M/M/c/c and M/G/c/c (Erlang 1917, by his recursion). */
export function erlangB(servers: number, offeredLoad: number): number {
  let lost = 1;
  for (let n = 1; n <= servers; n++) lost = (offeredLoad * lost) / (n + offeredLoad * lost);
  return lost;
}

/** The chance to have to wait in M/M/c (Erlang 1917). */
export function erlangC(servers: number, offeredLoad: number): number {
  const lost = erlangB(servers, offeredLoad);
  return lost / (1 - (offeredLoad / servers) * (1 - lost));
}

/** M/M/c without a bound (Erlang 1917; Kleinrock, Queueing Systems I, 3.5). */
export function mmc(rate: number, service: number, servers: number): StationTheory {
  const load = rate * service;
  return fromWait(rate, service, servers, (erlangC(servers, load) * service) / (servers - load));
}

/** M/G/1 (Pollaczek 1930, Khinchine 1932); `scv` is the squared coefficient of variation of the service time. */
export function mg1(rate: number, service: number, scv: number): StationTheory {
  const utilisation = rate * service;
  return fromWait(rate, service, 1, (utilisation * service * (1 + scv)) / (2 * (1 - utilisation)));
}

/** The other figures from the mean wait by Little's law. */
function fromWait(rate: number, service: number, servers: number, wait: number): StationTheory {
  return {
    utilisation: (rate * service) / servers,
    wait,
    waiting: rate * wait,
    response: wait + service,
    inSystem: rate * (wait + service),
  };
}

/** P(R > t) of the response time in M/M/c, fifo: the wait is 0 or exponential at cμ - λ (Kleinrock I, 5.7). */
export function mmcResponseTail(rate: number, service: number, servers: number, t: number): number {
  const mu = 1 / service;
  const theta = servers * mu - rate;
  const mustWait = erlangC(servers, rate * service);
  const afterWait =
    Math.abs(theta - mu) < 1e-9 * mu
      ? (1 + mu * t) * Math.exp(-mu * t)
      : (mu * Math.exp(-theta * t) - theta * Math.exp(-mu * t)) / (mu - theta);
  return (1 - mustWait) * Math.exp(-mu * t) + mustWait * afterWait;
}

/** The mean of a time that is known to be at most `limit`, from its tail P(R > t), by Simpson's rule. */
export function meanUpTo(tail: (t: number) => number, limit: number): number {
  const beyond = tail(limit);
  return integrate((t) => tail(t) - beyond, 0, limit) / (1 - beyond);
}

/** The t at which the tail P(R > t) has fallen to `chance`, by bisection. */
export function quantileOfTail(tail: (t: number) => number, chance: number): number {
  let high = 1;
  while (tail(high) > chance) high *= 2;
  return bisect((t) => tail(t) - chance, 0, high);
}

/** M/M/c with room for `places` in all, servers included (Kleinrock I, 3.6): who finds no room is lost. */
export function mmcWithRoom(
  rate: number,
  service: number,
  servers: number,
  places: number,
): StationTheory & { readonly lost: number } {
  const weights = birthDeath(
    () => rate,
    (n) => Math.min(n, servers) / service,
    places,
  );
  const inSystem = weights.reduce((sum, p, n) => sum + n * p, 0);
  const busy = weights.reduce((sum, p, n) => sum + Math.min(n, servers) * p, 0);
  const lost = weights[places] ?? 0;
  const carried = rate * (1 - lost);
  return {
    lost,
    utilisation: busy / servers,
    inSystem,
    waiting: inSystem - busy,
    response: inSystem / carried,
    wait: (inSystem - busy) / carried,
  };
}

/** Machine repair, M/M/c//N: users think exponentially, then ask c servers (Kleinrock I, 3.9). */
export function machineRepair(
  users: number,
  think: number,
  service: number,
  servers: number,
): { readonly throughput: number; readonly response: number; readonly waiting: number } {
  const weights = birthDeath(
    (n) => (users - n) / think,
    (n) => Math.min(n, servers) / service,
    users,
  );
  const busy = weights.reduce((sum, p, n) => sum + Math.min(n, servers) * p, 0);
  const inSystem = weights.reduce((sum, p, n) => sum + n * p, 0);
  const throughput = busy / service;
  return { throughput, response: inSystem / throughput, waiting: inSystem - busy };
}

/** The stationary distribution of a birth-death chain on 0..top. */
export function birthDeath(birth: (n: number) => number, death: (n: number) => number, top: number): number[] {
  const weights = [1];
  for (let n = 1; n <= top; n++) weights.push(((weights[n - 1] ?? 0) * birth(n - 1)) / death(n));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * The mean wait in G/M/1, from the Laplace transform of the time between arrivals: σ is the root of σ = A*(μ - μσ)
 * below 1, and the wait is σS/(1 - σ) (Kleinrock I, 6.4).
 */
export function gm1Wait(transform: (s: number) => number, service: number): number {
  const sigma = gm1Sigma(transform, service);
  return (sigma * service) / (1 - sigma);
}

/** The chance that an arrival in G/M/1 has to wait. */
export function gm1Sigma(transform: (s: number) => number, service: number): number {
  return bisect((sigma) => transform((1 - sigma) / service) - sigma, 0, 1 - 1e-9);
}

/** The transform of a constant time between arrivals. */
export function deterministicTransform(mean: number): (s: number) => number {
  return (s) => Math.exp(-s * mean);
}

/** The transform of a time between arrivals of k exponential phases: what each of k replicas sees under round robin. */
export function erlangTransform(mean: number, phases: number): (s: number) => number {
  return (s) => (1 + (s * mean) / phases) ** -phases;
}

/** The expected maximum of n exponentials of mean 1. */
export function harmonic(n: number): number {
  return Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0);
}

/** The expected k-th smallest of n exponentials of mean 1 (Rényi 1953). */
export function orderStatistic(k: number, n: number): number {
  return harmonic(n) - harmonic(n - k);
}

/** The mean number of tries, when each fails by itself with chance p and at most `attempts` are made. */
export function meanTries(failure: number, attempts: number): number {
  return (1 - failure ** attempts) / (1 - failure);
}

/** A station of a closed network: visits times service time, and how many servers; infinite for a pure delay. */
export interface ClosedStation {
  readonly demand: number;
  readonly servers: number;
}

export interface ClosedTheory {
  readonly throughput: number;
  /** Of all stations together, without the think time. */
  readonly response: number;
  /** By station, for all visits of one round. */
  readonly residence: readonly number[];
  readonly inSystem: readonly number[];
}

/** Exact mean value analysis of one closed class, with load-dependent rates for several servers (Reiser & Lavenberg 1980). */
export function meanValueAnalysis(stations: readonly ClosedStation[], users: number, think: number): ClosedTheory {
  // chance[k][j]: j customers at station k with one user fewer than now.
  let chance = stations.map(() => [1]);
  let theory: ClosedTheory = { throughput: 0, response: 0, residence: [], inSystem: [] };
  for (let n = 1; n <= users; n++) {
    const residence = stations.map((station, k) => residenceTime(station, chance[k] ?? [], n));
    const response = residence.reduce((sum, time) => sum + time, 0);
    const throughput = n / (think + response);
    chance = stations.map((station, k) => marginal(station, chance[k] ?? [], n, throughput));
    theory = { throughput, response, residence, inSystem: residence.map((time) => throughput * time) };
  }
  return theory;
}

function residenceTime(station: ClosedStation, before: readonly number[], users: number): number {
  let time = 0;
  for (let j = 1; j <= users; j++) time += (j / Math.min(j, station.servers)) * (before[j - 1] ?? 0);
  return station.demand * time;
}

function marginal(station: ClosedStation, before: readonly number[], users: number, throughput: number): number[] {
  const chance = [0];
  for (let j = 1; j <= users; j++) {
    chance.push(((station.demand * throughput) / Math.min(j, station.servers)) * (before[j - 1] ?? 0));
  }
  chance[0] = 1 - chance.reduce((sum, p) => sum + p, 0);
  return chance;
}

/** A class of a closed network: its users, their mean think time, and what it asks of each station. */
export interface ClosedClass {
  readonly users: number;
  readonly think: number;
  readonly demands: readonly number[];
}

/**
 * Exact mean value analysis of two closed classes at stations of one server, or of infinitely many where `delays` says
 * so (Reiser & Lavenberg 1980). At a fifo station the classes have the same mean service time.
 */
export function twoClassMva(
  classes: readonly [ClosedClass, ClosedClass],
  delays: readonly boolean[],
): { readonly throughput: number; readonly response: number; readonly residence: readonly number[] }[] {
  const [{ users: most }, { users: mostOther }] = classes;
  const inSystem = new Map<string, readonly number[]>();
  const key = (n: readonly number[]): string => n.join();
  let solved: { throughput: number; response: number; residence: number[] }[] = [];
  for (let n = 0; n <= most; n++) {
    for (let m = 0; m <= mostOther; m++) {
      const users = [n, m];
      solved = classes.map(({ think, demands }, c) => {
        if (users[c] === 0) return { throughput: 0, response: 0, residence: demands.map(() => 0) };
        const before = inSystem.get(key(users.map((count, other) => (other === c ? count - 1 : count)))) ?? [];
        const residence = demands.map((demand, k) => demand * (delays[k] ? 1 : 1 + (before[k] ?? 0)));
        const response = residence.reduce((sum, time) => sum + time, 0);
        return { throughput: (users[c] ?? 0) / (think + response), response, residence };
      });
      inSystem.set(
        key(users),
        delays.map((_, k) => solved.reduce((sum, of) => sum + of.throughput * (of.residence[k] ?? 0), 0)),
      );
    }
  }
  return solved;
}

/** Simpson's rule. */
function integrate(f: (t: number) => number, from: number, to: number): number {
  const pieces = 2000;
  const width = (to - from) / pieces;
  let sum = f(from) + f(to);
  for (let i = 1; i < pieces; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * width);
  return (sum * width) / 3;
}

/** The root of a function that is positive at `low` and negative at `high`. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
