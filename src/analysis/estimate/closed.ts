// Closed networks of exponential or sharing stations by mean value analysis: exact for one or several sorts of users
// while their populations are small (Reiser and Lavenberg 1980), else by the Schweitzer-Bard approximation (1979).
// Times in ms, rates per ms.

export interface ClosedStation {
  readonly servers: number;
  /** By chain: mean work of one cycle here, all visits together. */
  readonly demands: readonly number[];
}

export interface ClosedChain {
  readonly users: number;
  readonly thinkMs: number;
}

export interface ClosedFigures {
  /** By chain: cycles per ms, and the mean time of a cycle without thinking. */
  readonly throughput: readonly number[];
  readonly responseMs: readonly number[];
  /** By station: mean number there. */
  readonly inSystem: readonly number[];
  readonly method: 'exact' | 'schweitzer-bard';
}

/** Populations with more states than this are approximated. */
const MOST_STATES = 20_000;

export function meanValueAnalysis(stations: readonly ClosedStation[], chains: readonly ClosedChain[]): ClosedFigures {
  const states = chains.reduce((product, { users }) => product * (users + 1), 1);
  return states <= MOST_STATES ? exact(stations, chains) : approximate(stations, chains);
}

interface Mean {
  readonly inSystem: number;
  /** Chances of 0, 1, … servers - 1 requests there, for stations of several servers. */
  readonly marginals: readonly number[];
}

/**
 * The arrival theorem, population by population: who arrives sees the station as it is without him. Several servers by
 * the marginal chances of fewer requests than servers (Reiser and Lavenberg, section 4).
 */
function exact(stations: readonly ClosedStation[], chains: readonly ClosedChain[]): ClosedFigures {
  const sizes = chains.map(({ users }) => users + 1);
  const strides = sizes.map((_, chain) => sizes.slice(0, chain).reduce((product, size) => product * size, 1));
  const total = sizes.reduce((product, size) => product * size, 1);
  const empty: Mean[] = stations.map(({ servers }) => ({
    inSystem: 0,
    marginals: Array.from({ length: Math.max(1, servers) }, (_, n) => (n === 0 ? 1 : 0)),
  }));
  const means: Mean[][] = [empty];
  let throughput = chains.map(() => 0);
  let responses = chains.map(() => 0);
  for (let state = 1; state < total; state++) {
    const population = sizes.map((size, chain) => Math.floor(state / strides[chain]!) % size);
    const residence = chains.map((_, chain) =>
      population[chain] === 0
        ? stations.map(() => 0)
        : stations.map((station, at) => residenceOf(station, chain, means[state - strides[chain]!]![at]!)),
    );
    responses = residence.map((times) => times.reduce((sum, time) => sum + time, 0));
    throughput = chains.map(({ thinkMs }, chain) =>
      population[chain] === 0 ? 0 : population[chain]! / (thinkMs + responses[chain]!),
    );
    means.push(
      stations.map((station, at) => ({
        inSystem: chains.reduce((sum, _, chain) => sum + throughput[chain]! * residence[chain]![at]!, 0),
        marginals: marginalsOf(station, throughput, (chain) => means[state - strides[chain]!]?.[at], population),
      })),
    );
  }
  return {
    throughput,
    responseMs: responses,
    inSystem: means.at(-1)!.map(({ inSystem }) => inSystem),
    method: 'exact',
  };
}

function residenceOf({ servers, demands }: ClosedStation, chain: number, { inSystem, marginals }: Mean): number {
  const demand = demands[chain]!;
  if (demand === 0 || servers === Infinity) return demand;
  // Fewer there than servers means an idle one, so that a place less has to be waited for.
  const idle = marginals.slice(0, servers - 1).reduce((sum, share, n) => sum + (servers - 1 - n) * share, 0);
  return (demand / servers) * (1 + inSystem + idle);
}

function marginalsOf(
  { servers, demands }: ClosedStation,
  throughput: readonly number[],
  without: (chain: number) => Mean | undefined,
  population: readonly number[],
): number[] {
  if (servers === Infinity || servers <= 1) return [1];
  const marginals = Array.from({ length: servers }, () => 0);
  for (let n = 1; n < servers; n++) {
    marginals[n] = throughput.reduce((sum, rate, chain) => {
      if (population[chain] === 0) return sum;
      return sum + (rate * demands[chain]! * (without(chain)?.marginals[n - 1] ?? 0)) / n;
    }, 0);
  }
  const busy = throughput.reduce((sum, rate, chain) => sum + rate * demands[chain]!, 0);
  const partly = marginals.reduce((sum, share, n) => sum + (n === 0 ? 0 : (servers - n) * share), 0);
  marginals[0] = Math.max(0, 1 - (busy + partly) / servers);
  return marginals;
}

const MOST_ROUNDS = 10_000;

/** Who arrives sees (N - 1)/N of his own chain; several servers as one of their speed and a delay (Seidmann 1987). */
function approximate(stations: readonly ClosedStation[], chains: readonly ClosedChain[]): ClosedFigures {
  const { length } = stations;
  let queues = chains.map(({ users }) => stations.map(() => users / Math.max(1, length)));
  let throughput = chains.map(() => 0);
  let responses = chains.map(() => 0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const totals = stations.map((_, at) => queues.reduce((sum, own) => sum + own[at]!, 0));
    const residence = chains.map(({ users }, chain) =>
      stations.map(({ servers, demands }, at) => {
        const demand = demands[chain]!;
        if (servers === Infinity) return demand;
        const seen = totals[at]! - queues[chain]![at]! / users;
        return (demand / servers) * (1 + seen) + (demand * (servers - 1)) / servers;
      }),
    );
    responses = residence.map((times) => times.reduce((sum, time) => sum + time, 0));
    throughput = chains.map(({ users, thinkMs }, chain) => users / (thinkMs + responses[chain]!));
    // Only the part that is one queue counts as a queue.
    const next = chains.map((_, chain) =>
      stations.map(({ servers, demands }, at) => {
        const delay = servers === Infinity ? demands[chain]! : (demands[chain]! * (servers - 1)) / servers;
        return throughput[chain]! * (residence[chain]![at]! - delay);
      }),
    );
    const change = Math.max(
      ...next.flatMap((own, chain) => own.map((value, at) => Math.abs(value - queues[chain]![at]!))),
    );
    queues = next;
    if (change < 1e-9) break;
  }
  return {
    throughput,
    responseMs: responses,
    inSystem: stations.map(({ servers, demands }, at) =>
      chains.reduce((sum, _, chain) => {
        const delay = servers === Infinity ? demands[chain]! : (demands[chain]! * (servers - 1)) / servers;
        return sum + queues[chain]![at]! + throughput[chain]! * delay;
      }, 0),
    ),
    method: 'schweitzer-bard',
  };
}
