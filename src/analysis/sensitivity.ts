// What one change anywhere is worth, by the estimate: one more replica, a tenth less work, a better hit ratio; and how
// much load the network can carry. The answer to "what to change first".
import type { Network, Station } from '../simulation/network.ts';
import { allRequests, saturatedOf } from './estimate/figures.ts';
import { solve } from './estimate/solve.ts';

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
  return worths.sort((a, b) => compare(rank(b), rank(a)) || (a.component < b.component ? -1 : 1));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

const LARGEST_FACTOR = 1e6;
/** To two thousandths of the load. */
const FINE = 2e-3;

/** How far the open streams can grow together; found by halving, since retries make load of their own. */
export function loadLimitOf(network: Network): LoadLimit {
  const isCarried = (factor: number): boolean => saturatedOf(solve(network, factor)).length === 0;
  if (!network.streams.some(({ arrival }) => arrival.process !== 'closed') || isCarried(LARGEST_FACTOR))
    return { factor: Infinity, ratePerSecond: null, component: null };
  let low = 0;
  let high = 1;
  while (isCarried(high) && high < LARGEST_FACTOR) [low, high] = [high, high * 2];
  while (high - low > FINE * high) {
    const middle = (low + high) / 2;
    if (isCarried(middle)) low = middle;
    else high = middle;
    if (high < 1e-6) break;
  }
  const beyond = solve(network, high);
  const offered = allRequests(solve(network, low)).offeredPerSecond;
  return { factor: low, ratePerSecond: offered, component: saturatedOf(beyond)[0] ?? null };
}
