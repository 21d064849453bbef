// Mean value analysis without going through the populations: Linearizer (Chandy and Neuse 1982). Who arrives finds the
// others as they are on average, their shares at the stations corrected by how these change when one user is away; without
// that correction it is the approximation of Schweitzer (1979) and Bard, from which it starts.
import { erlangC } from '../waits.ts';
import {
  busyAt,
  type ClosedChain,
  type ClosedFigures,
  type ClosedStation,
  cyclesPerMs,
  timeAtStations,
  waitOfArrival,
} from './network.ts';

/** By station and chain. */
type Matrix = readonly (readonly number[])[];

/** How the network is at one population, all by one fixed point. */
export interface Core {
  /** The share of a chain's users that is at each copy of a station. */
  readonly shares: Matrix;
  readonly throughput: readonly number[];
  readonly waits: Matrix;
}

const CORRECTIONS = 3;
const MOST_STEPS = 1000;
const LONG = 200;
/** Of all the users of a chain. */
const FINE = 1e-6;

/** `start` is where the same network was a moment ago: from there it is a few steps only. */
export function linearizer(
  stations: readonly ClosedStation[],
  chains: readonly ClosedChain[],
  start: Core | null = null,
): ClosedFigures & { readonly core: Core } {
  const users = chains.map((chain) => chain.users);
  const without = users.map((_, away) => users.map((number, chain) => (chain === away ? number - 1 : number)));
  const none = users.map(() => stations.map(() => users.map(() => 0)));
  // By chain away: how much larger the shares are then.
  let changes: readonly Matrix[] = none;
  let full = core(stations, chains, users, none, start);
  for (let round = 0; round < CORRECTIONS; round++) {
    const fewer = without.map((population) => core(stations, chains, population, changes, full));
    changes = fewer.map(({ shares }, away) =>
      shares.map((own, at) =>
        own.map((share, chain) => (without[away]![chain] === 0 ? 0 : share - full.shares[at]![chain]!)),
      ),
    );
    full = core(stations, chains, users, changes, full);
  }
  const inSystem = stations.map((_, at) =>
    full.shares[at]!.reduce((sum, share, chain) => sum + share * users[chain]!, 0),
  );
  return {
    core: full,
    method: 'linearizer',
    throughput: full.throughput,
    cycleMs: chains.map(
      ({ share }, chain) =>
        share *
        timeAtStations(
          stations,
          full.waits.map((own) => own[chain]!),
          chain,
        ),
    ),
    waitMs: full.waits,
    openWaitMs: stations.map((station, at) => {
      const { busy, holdMs } = busyAt(station, full.throughput);
      return waitOfArrival(station, { ...seenAt(station, inSystem[at]!, busy), holdMs }, holdMs);
    }),
    inSystem: stations.map(({ copies }, at) => copies * inSystem[at]!),
  };
}

/** With many users the chance that all servers are busy is as in a queue without end (Erlang C). */
function seenAt({ servers }: ClosedStation, inSystem: number, busy: number) {
  return {
    inSystem,
    busy,
    allBusy: servers === Infinity ? 0 : servers === 1 ? Math.min(1, busy) : erlangC(servers, busy),
  };
}

function core(
  stations: readonly ClosedStation[],
  chains: readonly ClosedChain[],
  users: readonly number[],
  changes: readonly Matrix[],
  start: Core | null,
): Core {
  let shares = start?.shares ?? stations.map(({ copies }) => chains.map(() => 1 / copies / (stations.length + 1)));
  let throughput = start?.throughput ?? chains.map(() => 0);
  let waits: Matrix = stations.map(() => chains.map(() => 0));
  for (let step = 0; step < MOST_STEPS; step++) {
    waits = stations.map((station, at) =>
      chains.map((_, away) => {
        const others = users.map((number, chain) => Math.max(0, chain === away ? number - 1 : number));
        const inSystem = others.reduce(
          (sum, number, chain) => sum + number * Math.max(0, shares[at]![chain]! + changes[away]![at]![chain]!),
          0,
        );
        const rates = throughput.map((rate, chain) =>
          users[chain]! === 0 ? 0 : (rate * others[chain]!) / users[chain]!,
        );
        const { busy, holdMs } = busyAt(station, rates);
        return waitOfArrival(
          station,
          { ...seenAt(station, inSystem, Math.min(busy, inSystem)), holdMs },
          station.holdMs[away]!,
        );
      }),
    );
    throughput = chains.map((chain, index) =>
      cyclesPerMs(
        chain,
        users[index]!,
        timeAtStations(
          stations,
          waits.map((own) => own[index]!),
          index,
        ),
      ),
    );
    const next = stations.map(({ copies, visits, holdMs }, at) =>
      chains.map((_, chain) =>
        users[chain] === 0
          ? 0
          : (throughput[chain]! * visits[chain]! * (waits[at]![chain]! + holdMs[chain]!)) / copies / users[chain]!,
      ),
    );
    const change = Math.max(
      0,
      ...next.flatMap((own, at) => own.map((share, chain) => Math.abs(share - shares[at]![chain]!))),
    );
    // Half of the way once it takes long: two states that call for one another meet.
    const way = step < LONG ? 1 : 0.5;
    shares = next.map((own, at) =>
      own.map((share, chain) => shares[at]![chain]! + way * (share - shares[at]![chain]!)),
    );
    if (change < FINE) break;
  }
  return { shares, throughput, waits };
}
