// What no approximation can move: the asymptotic bounds of operational analysis (Denning and Buzen 1978; Lazowska and
// others, Quantitative System Performance, chapter 5), by the work alone, as if nobody ever waited. They hold for requests
// that are neither refused nor given up.
import type { Network, Station } from '../../simulation/network.ts';
import { visitRatios } from './closed/chains.ts';
import { anyTime } from './outcome.ts';
import { solve, type Solution } from './solve.ts';

/** Of one stream, as if it were alone. */
export interface StreamBounds {
  readonly at: string;
  /** The response of a request that never waits: none is faster on average. */
  readonly leastResponseMs: number;
  /** What no longer can be carried: of requests where the stream is open, of answers where it is closed; null without a bound. */
  readonly mostPerSecond: number | null;
  /** The component that sets it, as its slots are kept busy longest by one request. */
  readonly component: string | null;
  /** Closed streams; null for open ones. */
  readonly closed: {
    readonly users: number;
    /** N* = (D + Z) / Dmax: from so many users on somebody must wait; null where nobody ever must. */
    readonly kneeUsers: number | null;
    /** min(N / (D + Z), 1 / Dmax), and max(D, N Dmax - Z). */
    readonly mostThroughputPerSecond: number;
    readonly leastResponseMs: number;
  } | null;
}

export interface EstimatedBounds {
  readonly streams: readonly StreamBounds[];
  /** Open streams growing together: the rate at which the first component has no slot left; null without a bound. */
  readonly saturationPerSecond: number | null;
  readonly component: string | null;
}

const PER_SECOND = 1000;
/** So little load that nobody meets anybody. */
const HARDLY_ANY = 1e-9;

export function boundsOf(network: Network): EstimatedBounds {
  const alone = network.streams.map((stream) => {
    const { arrival } = stream;
    const one = arrival.process === 'closed' ? { ...stream, arrival: { ...arrival, users: 1 } } : stream;
    return solve({ ...network, streams: [one] }, HARDLY_ANY);
  });
  const streams = network.streams.flatMap((_, index) => streamBounds(network, index, alone[index]!));
  return { streams, ...together(network, alone) };
}

/** Mean time that the slots of each station are kept busy for one request of a stream, over their number. */
function demands(network: Network, { plan, streams, visits, stations, closed }: Solution): number[] {
  const [stream] = streams;
  // A user waits for calls only, not for messages.
  const ratios = closed === null ? null : visitRatios({ plan, visits, states: stations }, plan.starts[0]!);
  return network.stations.map((station, at) => {
    const slots = mostSlots(station);
    // Who refuses has never too much to do.
    if (station.queueLimit !== Infinity || slots === 0) return 0;
    const busy = plan.ofStation[at]!.reduce((sum, visit) => {
      const { rate, hold } = visits[visit]!;
      return sum + (ratios === null ? rate / (stream!.rate || 1) : ratios[visit]!) * hold.mean;
    }, 0);
    return busy / slots;
  });
}

function mostSlots({ replicas, concurrency, autoscale, batch }: Station): number {
  return Math.max(replicas, autoscale?.max ?? 0) * concurrency * (batch?.max ?? 1);
}

/** The largest, and where; -1 where there is none. */
function largest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > 0 && (best < 0 || value > values[best]!) ? index : best), -1);
}

function streamBounds(network: Network, index: number, solution: Solution): StreamBounds[] {
  const { at, arrival } = network.streams[index]!;
  const least = anyTime(solution.visits[solution.plan.starts[0]!]!.outcome).mean;
  if (!Number.isFinite(least)) return [];
  const each = demands(network, solution);
  const worst = largest(each);
  const most = worst < 0 ? null : 1 / each[worst]!;
  const thinkMs = solution.streams[0]!.thinkMs;
  const users = arrival.process === 'closed' ? arrival.users : 0;
  const together = users / Math.max(1e-6, least + thinkMs);
  return [
    {
      at: network.stations[at]!.id,
      leastResponseMs: least,
      mostPerSecond: most === null ? null : most * PER_SECOND,
      component: worst < 0 ? null : network.stations[worst]!.id,
      closed:
        arrival.process === 'closed'
          ? {
              users,
              kneeUsers: most === null ? null : (least + thinkMs) * most,
              mostThroughputPerSecond: Math.min(together, most ?? Infinity) * PER_SECOND,
              leastResponseMs: most === null ? least : Math.max(least, users / most - thinkMs),
            }
          : null,
    },
  ];
}

/** Each open stream at its rate, so that what they ask of a station adds up. */
function together(
  network: Network,
  alone: readonly Solution[],
): Pick<EstimatedBounds, 'saturationPerSecond' | 'component'> {
  const open = alone.filter(({ streams }) => streams[0]!.users === null && streams[0]!.rate > 0);
  const offered = open.reduce((sum, { streams }) => sum + streams[0]!.rate / HARDLY_ANY, 0);
  const busy = network.stations.map(() => 0);
  for (const solution of open) {
    const rate = solution.streams[0]!.rate / HARDLY_ANY;
    demands(network, solution).forEach((each, station) => (busy[station]! += rate * each));
  }
  const worst = largest(busy);
  return worst < 0
    ? { saturationPerSecond: null, component: null }
    : { saturationPerSecond: (offered / busy[worst]!) * PER_SECOND, component: network.stations[worst]!.id };
}
