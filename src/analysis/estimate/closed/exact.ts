// Mean value analysis, population by population: exact for exponential or shared stations, for one or several chains
// (Reiser and Lavenberg 1980), several servers by the chances of fewer requests than servers (the same, section 4).
import {
  busyAt,
  type ClosedChain,
  type ClosedFigures,
  type ClosedStation,
  cyclesPerMs,
  type Seen,
  timeAtStations,
  waitOfArrival,
} from './network.ts';

/** A station at one population. */
interface Mean {
  readonly seen: Seen;
  /** Chances of 0, 1, … servers - 1 requests at a copy. */
  readonly marginals: readonly number[];
}

const EMPTY: Mean = { seen: { inSystem: 0, busy: 0, allBusy: 0, holdMs: 0 }, marginals: [1] };

export function exactAnalysis(stations: readonly ClosedStation[], chains: readonly ClosedChain[]): ClosedFigures {
  const sizes = chains.map(({ users }) => users + 1);
  const strides = sizes.map((_, chain) => sizes.slice(0, chain).reduce((product, size) => product * size, 1));
  const total = sizes.reduce((product, size) => product * size, 1);
  const means: Mean[][] = [stations.map(() => EMPTY)];
  const waitsOf = (population: number, chain: number): number[] =>
    stations.map((station, at) => waitOfArrival(station, means[population]![at]!.seen, station.holdMs[chain]!));
  let waits: number[][] = chains.map(() => stations.map(() => 0));
  let throughput = chains.map(() => 0);
  for (let state = 1; state < total; state++) {
    const population = sizes.map((size, chain) => Math.floor(state / strides[chain]!) % size);
    waits = chains.map((_, chain) =>
      population[chain] === 0 ? stations.map(() => 0) : waitsOf(state - strides[chain]!, chain),
    );
    throughput = chains.map((chain, index) =>
      cyclesPerMs(chain, population[index]!, timeAtStations(stations, waits[index]!, index)),
    );
    means.push(
      stations.map((station, at) => {
        const without = chains.map((_, chain) =>
          population[chain] === 0 ? null : means[state - strides[chain]!]![at]!.marginals,
        );
        const ownWaits = waits.map((own) => own[at]!);
        return meanAt(station, throughput, ownWaits, without);
      }),
    );
  }
  const last = means.at(-1)!;
  return {
    method: 'exact',
    throughput,
    cycleMs: chains.map(({ share }, chain) => share * timeAtStations(stations, waits[chain]!, chain)),
    waitMs: stations.map((_, at) => waits.map((own) => own[at]!)),
    openWaitMs: stations.map((station, at) => waitOfArrival(station, last[at]!.seen, last[at]!.seen.holdMs)),
    inSystem: stations.map(({ copies }, at) => copies * last[at]!.seen.inSystem),
  };
}

function meanAt(
  station: ClosedStation,
  throughput: readonly number[],
  waits: readonly number[],
  without: readonly (readonly number[] | null)[],
): Mean {
  const { copies, servers, visits, holdMs } = station;
  const { busy, holdMs: hold } = busyAt(station, throughput);
  const loads = throughput.map((rate, chain) => (rate * visits[chain]! * holdMs[chain]!) / copies);
  const inSystem = throughput.reduce(
    (sum, rate, chain) => sum + (rate * visits[chain]! * (waits[chain]! + holdMs[chain]!)) / copies,
    0,
  );
  if (servers === Infinity) return { seen: { inSystem, busy, allBusy: 0, holdMs: hold }, marginals: [1] };
  const marginals = [0];
  for (let n = 1; n < servers; n++) {
    marginals.push(loads.reduce((sum, load, chain) => sum + (load * (without[chain]?.[n - 1] ?? 0)) / n, 0));
  }
  const idle = marginals.reduce((sum, chance, n) => sum + (n === 0 ? 0 : (servers - n) * chance), 0);
  marginals[0] = Math.max(0, 1 - (busy + idle) / servers);
  const allBusy = Math.min(1, Math.max(0, 1 - marginals.reduce((sum, chance) => sum + chance, 0)));
  return { seen: { inSystem, busy, allBusy, holdMs: hold }, marginals };
}
