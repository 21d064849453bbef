// How regular the arrivals at each station are, by the flows between stations: the Queueing Network Analyzer (Whitt 1983).
import { messagesOf, type Round, triesOfCalls } from './rates.ts';
import type { StreamRate } from './streams.ts';
import { mixture, scvOf } from './time.ts';

/** By station, as squared coefficients of variation of the time between arrivals. */
export interface Flows {
  /** As its own line feels it: the less busy it is, the more streams that come together are like Poisson. */
  readonly felt: readonly number[];
  /** As what comes after it feels it: the regularity of a stream in the long run outlives a station that is idle. */
  readonly inTheLongRun: readonly number[];
}

/** `before` is that of the round before. */
export function flowsOf(round: Round, streams: readonly StreamRate[], before: Flows): Flows {
  const { plan, visits, states } = round;
  const { stations } = plan.network;
  const inflows = stations.map((): (readonly [rate: number, scv: number])[] => []);
  plan.starts.forEach((visit, index) => {
    inflows[plan.visits[visit]!.station]!.push([streams[index]!.rate, streams[index]!.scv]);
  });
  const ofStation = rateByStation(round);
  const leaving = stations.map((_, index) => departureScv(round, index, before.inTheLongRun[index]!));
  plan.visits.forEach((visit, index) => {
    const { rate } = visits[index]!;
    // Of what leaves, the part that goes one way, as if by chance.
    const add = (to: number, each: number): void => {
      const part = Math.min(1, each / (ofStation[visit.station]! || 1));
      inflows[plan.visits[to]!.station]!.push([each, part * leaving[visit.station]! + 1 - part]);
    };
    triesOfCalls(round, index).forEach((tries, place) => add(visit.calls[place]!.to, rate * tries));
    messagesOf(round, index).forEach((copies, place) => add(visit.sends[place]!.to, rate * copies));
  });
  return {
    felt: inflows.map((parts, index) => merged(parts, states[index]!.utilisation)),
    inTheLongRun: inflows.map((parts) => merged(parts, 1)),
  };
}

export function rateByStation({ plan, visits }: Round): number[] {
  return plan.ofStation.map((own) => own.reduce((sum, visit) => sum + visits[visit]!.rate, 0));
}

/** Whitt 1983, equations 38 and 39 for several servers: the busier, the more what leaves is as the work is. */
function departureScv({ plan, visits, states }: Round, index: number, arrivalScv: number): number {
  const { concurrency } = plan.network.stations[index]!;
  const { utilisation, replicas } = states[index]!;
  const load = plan.ofStation[index]!.map((visit) => [visits[visit]!.rate, visits[visit]!.hold] as const);
  const busy = Math.min(1, utilisation);
  const servers = Math.max(1, replicas * concurrency);
  const service = Math.max(0.2, Math.min(scvOf(mixture(load)), 25));
  return 1 + (1 - busy * busy) * (arrivalScv - 1) + ((busy * busy) / Math.sqrt(servers)) * (service - 1);
}

/** Streams that come together (Whitt 1983): the less busy the station and the more streams, the more like Poisson. */
export function merged(parts: readonly (readonly [rate: number, scv: number])[], utilisation: number): number {
  const total = parts.reduce((sum, [rate]) => sum + rate, 0);
  if (total === 0) return 1;
  const shares = parts.map(([rate]) => rate / total);
  const alike = 1 / shares.reduce((sum, share) => sum + share * share, 0);
  const weight = 1 / (1 + 4 * (1 - Math.min(1, utilisation)) ** 2 * (alike - 1));
  return weight * parts.reduce((sum, [rate, scv]) => sum + (rate / total) * scv, 0) + 1 - weight;
}
