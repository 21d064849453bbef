// The closed streams of a scenario as chains for mean value analysis, and its answer as waits at the stations. What it
// cannot know, such as threads that are held or calls at the same time, is of the round before: the solver goes round.
import type { Station } from '../../../simulation/network.ts';
import { type Round, triesOfCalls } from '../rates.ts';
import { type OpenWait, openWait, type StationLoad } from '../station.ts';
import type { StreamRate } from '../streams.ts';
import { anyTime } from '../outcome.ts';
import type { Time } from '../time.ts';
import { type ClosedAnswer, meanValueAnalysis } from './mean-value-analysis.ts';
import type { ClosedChain, ClosedStation } from './network.ts';

export interface ClosedWaits {
  /** By station, then by visit there; null where no user of a closed stream comes, or where he may be refused. */
  readonly waits: readonly (readonly Time[] | null)[];
  readonly answer: ClosedAnswer;
}

/** Beyond so many the users of a closed stream are as good as a stream without end for what they find. */
const NEARLY_ALL = 0.9999;

/** Null without closed streams. `loads` are what the stations are asked for by all streams together. */
export function closedWaits(
  round: Round,
  streams: readonly StreamRate[],
  loads: readonly StationLoad[],
  before: ClosedWaits | null,
): ClosedWaits | null {
  const own = streams.flatMap(({ users }, stream) => (users !== null && users > 0 ? [stream] : []));
  if (own.length === 0) return null;
  const { plan } = round;
  const ratios = own.map((stream) => visitRatios(round, plan.starts[stream]!));
  const users = own.reduce((sum, stream) => sum + streams[stream]!.users!, 0);
  const taking = plan.network.stations.flatMap((station, at) => {
    const isVisited = plan.ofStation[at]!.some((visit) => ratios.some((ratio) => ratio[visit]! > 0));
    const isRefusing = station.queueLimit < users;
    if (!isVisited || isRefusing || round.states[at]!.replicas === 0) return [];
    const closed = closedStation(
      round,
      at,
      own.map((stream) => streams[stream]!.rate),
      ratios,
      loads[at]!,
    );
    return closed.openUtilisation < NEARLY_ALL ? [{ at, closed }] : [];
  });
  const chains = own.map((stream, index) =>
    chainOf(
      round,
      streams[stream]!,
      plan.starts[stream]!,
      ratios[index]!,
      taking.map(({ at }) => at),
    ),
  );
  const answer = meanValueAnalysis(
    taking.map(({ closed }) => closed),
    chains,
    before?.answer ?? null,
  );
  const waits = plan.network.stations.map((_, at): readonly Time[] | null => {
    const place = taking.findIndex((one) => one.at === at);
    if (place < 0) return null;
    const rates = own.map((stream) => streams[stream]!.rate);
    return waitsAt(round, at, taking[place]!.closed, place, answer, ratios, rates);
  });
  return { waits, answer };
}

/** By visit: how often it is asked for in one cycle that begins at a visit. Synchronous calls form no circle. */
function visitRatios(round: Round, start: number): readonly number[] {
  const { visits } = round.plan;
  const order: number[] = [];
  const seen = new Set<number>();
  const walk = (visit: number): void => {
    if (seen.has(visit)) return;
    seen.add(visit);
    for (const { to } of visits[visit]!.calls) walk(to);
    order.push(visit);
  };
  walk(start);
  const ratios = visits.map(() => 0);
  ratios[start] = 1;
  for (const visit of order.reverse()) {
    triesOfCalls(round, visit).forEach((tries, place) => {
      ratios[visits[visit]!.calls[place]!.to]! += ratios[visit]! * tries;
    });
  }
  return ratios;
}

const hasOneLine = (station: Station, replicas: number): boolean =>
  station.dispatch === 'shared-queue' || replicas === 1;

function closedStation(
  { plan, visits, states }: Round,
  at: number,
  rates: readonly number[],
  ratios: readonly (readonly number[])[],
  load: StationLoad,
): ClosedStation {
  const station = plan.network.stations[at]!;
  const { replicas } = states[at]!;
  const isOneLine = hasOneLine(station, replicas);
  const here = plan.ofStation[at]!;
  const mean = (ratio: readonly number[], of: (visit: number) => number): number => {
    const total = here.reduce((sum, visit) => sum + ratio[visit]!, 0);
    return total === 0 ? 0 : here.reduce((sum, visit) => sum + ratio[visit]! * of(visit), 0) / total;
  };
  const openLoad = here.reduce((sum, visit) => {
    const closed = ratios.reduce((all, ratio, chain) => all + rates[chain]! * ratio[visit]!, 0);
    return sum + Math.max(0, visits[visit]!.rate - closed) * visits[visit]!.hold.mean;
  }, 0);
  // What is left of a difference of two large numbers is nothing.
  const openUtilisation = openLoad / (replicas * station.concurrency);
  return {
    copies: isOneLine ? 1 : replicas,
    servers: station.concurrency * (isOneLine ? replicas : 1),
    sharesSlots: station.discipline === 'processor-sharing',
    residual: residualOf(openWait(station, load, replicas), states[at]!.wait.mean),
    openUtilisation: openUtilisation < 1e-9 ? 0 : openUtilisation,
    visits: ratios.map((ratio) => here.reduce((sum, visit) => sum + ratio[visit]!, 0)),
    holdMs: ratios.map((ratio) => mean(ratio, (visit) => visits[visit]!.hold.mean)),
    workMs: ratios.map((ratio) => mean(ratio, (visit) => plan.visits[visit]!.work.mean)),
  };
}

/**
 * What variability and choice make of the service that is met. It tells less the more the few users keep the line short
 * themselves: by how much shorter it is than with streams without end, as measured on the engine for 5 and 25 users,
 * scv 0 to 3 and 55 to 95 % busy (within 9 % of the wait, where the residual alone is up to 40 % off).
 */
function residualOf({ meanMs, ratio }: OpenWait, waitMs: number): number {
  if (ratio === 1 || meanMs === 0 || !Number.isFinite(waitMs)) return ratio;
  const length = Math.min(1, waitMs / meanMs);
  return 1 + (ratio - 1) * (ratio > 1 ? length : Math.sqrt(length));
}

function chainOf(
  { plan, visits, states }: Round,
  { users, thinkMs }: StreamRate,
  start: number,
  ratio: readonly number[],
  taking: readonly number[],
): ClosedChain {
  const cycle = anyTime(visits[start]!.outcome).mean;
  let atStations = 0;
  for (const at of taking) {
    plan.ofStation[at]!.forEach((visit, place) => {
      const wait = states[at]!.waits[place]?.mean ?? 0;
      if (ratio[visit]! > 0) atStations += ratio[visit]! * (wait + plan.visits[visit]!.work.mean);
    });
  }
  const away = cycle - atStations;
  if (!Number.isFinite(away)) return { users: users!, thinkMs: Infinity, share: 1 };
  // Calls at the same time, and tries that are no longer waited for, take less time than they spend at the stations.
  return away >= -1e-9 * cycle
    ? { users: users!, thinkMs: thinkMs + Math.max(0, away), share: 1 }
    : { users: users!, thinkMs, share: cycle / atStations };
}

/** A visit may be of several chains, and of open streams: each finds others there. */
function waitsAt(
  { plan, visits }: Round,
  at: number,
  closed: ClosedStation,
  place: number,
  answer: ClosedAnswer,
  ratios: readonly (readonly number[])[],
  rates: readonly number[],
): Time[] {
  return plan.ofStation[at]!.map((visit) => {
    const { rate, hold } = visits[visit]!;
    let users = 0;
    let sum = 0;
    ratios.forEach((ratio, chain) => {
      const each = rates[chain]! * ratio[visit]!;
      const own = closed.holdMs[chain]!;
      users += each;
      sum += each * answer.waitMs[place]![chain]! * (closed.sharesSlots && own > 0 ? hold.mean / own : 1);
    });
    const open = Math.max(0, rate - users);
    const mean = users + open === 0 ? 0 : (sum + open * answer.openWaitMs[place]!) / (users + open);
    return { mean, variance: mean * (mean + hold.mean / closed.servers) };
  });
}
