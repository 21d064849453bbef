// What one change anywhere is worth, by the estimate: one more replica, a tenth less work, a better hit ratio; and how
// much load the network can carry. The answer to "what to change first".
import type { Network, Station } from '../simulation/network.ts';
import { boundsOf } from './estimate/bounds.ts';
import { allRequests, saturatedOf } from './estimate/figures.ts';
import { isCarried, solve } from './estimate/solve.ts';

export type Change = 'one-more-replica' | 'a-tenth-less-work' | 'half-the-misses';

export interface Worth {
  readonly component: string;
  readonly change: Change;
  /** What the mean and the 95th percentile of the response come to with it, in ms; null where the load cannot be carried. */
  readonly meanMs: number | null;
  readonly p95Ms: number | null;
  /** By how many ms the mean falls; null where either is not known. */
  readonly gainMs: number | null;
}

export interface LoadLimit {
  /** The load can grow by this factor before a component saturates; below 1 it already has. Infinite without a limit. */
  readonly factor: number;
  readonly ratePerSecond: number | null;
  /** The component that saturates first; null where none does. */
  readonly component: string | null;
}

const TRIALS: readonly {
  readonly change: Change;
  readonly applies: (station: Station) => boolean;
  readonly with: (station: Station) => Station;
}[] = [
  {
    change: 'one-more-replica',
    applies: ({ autoscale }) => autoscale === null,
    with: (station) => ({ ...station, replicas: station.replicas + 1 }),
  },
  {
    change: 'a-tenth-less-work',
    applies: () => true,
    with: (station) => ({ ...station, speed: station.speed / 0.9 }),
  },
  {
    change: 'half-the-misses',
    applies: ({ hitRatio }) => hitRatio > 0 && hitRatio < 1,
    with: (station) => ({ ...station, hitRatio: 1 - (1 - station.hitRatio) / 2 }),
  },
];

/** Every change that applies anywhere, the most worth first; ties by component and change, so that the order is stable. */
export function sensitivityOf(network: Network): readonly Worth[] {
  const before = allRequests(solve(network)).responseMs.mean;
  const worths = network.stations.flatMap((station, index) =>
    TRIALS.filter(({ applies }) => applies(station)).map((trial): Worth => {
      const stations = network.stations.with(index, trial.with(station));
      const { responseMs } = allRequests(solve({ ...network, stations }));
      return {
        component: station.id,
        change: trial.change,
        meanMs: responseMs.mean,
        p95Ms: responseMs.p95,
        gainMs: before === null || responseMs.mean === null ? null : before - responseMs.mean,
      };
    }),
  );
  const rank = ({ gainMs, meanMs }: Worth): number => gainMs ?? (meanMs === null ? -Infinity : Infinity);
  const later = ({ meanMs }: Worth): number => meanMs ?? Infinity;
  return worths.sort(
    (a, b) =>
      compare(rank(b), rank(a)) ||
      compare(later(a), later(b)) ||
      compareTexts(a.component, b.component) ||
      compareTexts(a.change, b.change),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** A component that has too few replicas, and how many it takes at least. */
export interface Needed {
  readonly component: string;
  readonly replicas: number;
}

/** What is freed of one queue comes to the next; no network is deeper. */
const MOST_STEPS = 50;

/**
 * How many replicas the saturated components need, so that the load can be carried; empty where it is, null where no
 * number of replicas helps, as an autoscaler decides on them.
 */
export function replicasToCarry(network: Network): readonly Needed[] | null {
  let stations = network.stations;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { stations: states } = solve({ ...network, stations });
    const lacking = states.flatMap((state, index) => (state.isSaturated ? [index] : []));
    const tight = lacking.length > 0 ? lacking : overloadedConsumers({ ...network, stations });
    if (tight.length === 0) {
      return stations.flatMap(({ id, replicas }, index) =>
        replicas === network.stations[index]!.replicas ? [] : [{ component: id, replicas }],
      );
    }
    if (tight.some((index) => stations[index]!.autoscale !== null)) return null;
    stations = stations.map((station, index) => {
      if (!tight.includes(index)) return station;
      const busy = states[index]!.utilisation * station.replicas;
      return { ...station, replicas: Math.max(station.replicas + 1, Number.isFinite(busy) ? Math.floor(busy) + 1 : 0) };
    });
  }
  return null;
}

/** Brokers whose messages wait for ever: those who are to take them. */
function overloadedConsumers(network: Network): number[] {
  const { plan, stations, backlogs } = solve(network);
  const waiting = plan.network.stations.flatMap((_, index) => (Number.isFinite(backlogs[index]!.mean) ? [] : [index]));
  const consumers = waiting.flatMap((index) =>
    plan.ofStation[index]!.flatMap((visit) => plan.visits[visit]!.sends.map(({ to }) => plan.visits[to]!.station)),
  );
  const busy = [...new Set(consumers)].sort((a, b) => stations[b]!.utilisation - stations[a]!.utilisation);
  return busy.slice(0, 1);
}

const LARGEST_FACTOR = 1e6;
/** To two thousandths of the load. */
const FINE = 1e-3;

/** How far the open streams can grow together; found by halving, since retries make load of their own. */
export function loadLimitOf(network: Network): LoadLimit {
  const offered = allRequests(solve(network, 0.5)).offeredPerSecond * 2;
  const { saturationPerSecond } = boundsOf(network);
  // Mostly the work alone sets the limit, and then a look at both sides of it is enough.
  const bound = saturationPerSecond === null || offered === 0 ? Infinity : saturationPerSecond / offered;
  const isBounded = bound < LARGEST_FACTOR && !isCarried(network, bound * (1 + FINE));
  if (!isBounded && (!hasOpen(network) || isCarried(network, LARGEST_FACTOR)))
    return { factor: Infinity, ratePerSecond: null, component: null };
  let low = 0;
  let high = isBounded ? bound * (1 + FINE) : 1;
  if (isBounded && isCarried(network, bound * (1 - FINE / 2))) low = bound * (1 - FINE / 2);
  while (!isBounded && isCarried(network, high) && high < LARGEST_FACTOR) [low, high] = [high, high * 2];
  while (high - low > 2 * FINE * high) {
    const middle = (low + high) / 2;
    if (isCarried(network, middle)) low = middle;
    else high = middle;
    if (high < 1e-6) break;
  }
  const atLimit = allRequests(solve(network, low)).offeredPerSecond;
  return { factor: low, ratePerSecond: atLimit, component: saturatedOf(solve(network, high))[0] ?? null };
}

const hasOpen = ({ streams }: Network): boolean => streams.some(({ arrival }) => arrival.process !== 'closed');
