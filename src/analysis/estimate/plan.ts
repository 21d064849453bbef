// Who visits what: every way in which a station is visited under a scenario, with the work of that visit. Drawn once
// from the network; the rates at which it happens are found by the solver.
import { momentsOf } from '../../model/moments.ts';
import type { Link, Network, Station } from '../../simulation/network.ts';
import { constant, plus, type Time } from './time.ts';

/** Requests that are told apart on all their way: by class and priority. */
export interface Sort {
  readonly classIndex: number;
  readonly priority: number;
}

export interface Visit {
  readonly station: number;
  readonly sort: Sort;
  /** Own work, over the station's speed. */
  readonly work: Time;
  readonly calls: readonly Call[];
  readonly sends: readonly Call[];
  /** Brokers: where a message goes after its last delivery; -1 for nowhere. */
  readonly deadLetter: number;
}

/** A link as requests of one sort use it. `to` is an index into `Plan.visits`. */
export interface Call {
  readonly link: number;
  readonly to: number;
  /** One way there and back. */
  readonly there: Time;
  readonly back: Time;
}

export interface Plan {
  readonly network: Network;
  readonly visits: readonly Visit[];
  /** By stream: its first visit. */
  readonly starts: readonly number[];
  /** By station: its visits, the most urgent sort first. */
  readonly ofStation: readonly (readonly number[])[];
}

export function planOf(network: Network): Plan {
  const { stations, links, streams } = network;
  const visits: Visit[] = [];
  const known = new Map<string, number>();
  const visitOf = (station: number, sort: Sort, over: Link | null): number => {
    const own = over?.service ?? null;
    const key = `${station} ${sort.classIndex} ${sort.priority} ${own === null ? '' : over!.id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const index = visits.length;
    known.set(key, index);
    // Its place is taken before what it leads to is looked at: messages may come back to where they were.
    visits.push({ station, sort, work: constant(0), calls: [], sends: [], deadLetter: -1 });
    visits[index] = completed(station, sort, own);
    return index;
  };
  const completed = (index: number, sort: Sort, own: Link['service']): Visit => {
    const station = stations[index]!;
    const used = range(station.firstSync, station.endLinks).filter((link) => carries(links[link]!, sort, network));
    const callOver = (link: number): Call => {
      const { to, latency, crossingMs, transferMs } = links[link]!;
      const way = plus(timeOf(latency), constant(crossingMs));
      return { link, to: visitOf(to, sort, links[link]!), there: plus(way, constant(transferMs)), back: way };
    };
    const deadLetter = station.broker?.deadLetter ?? -1;
    const work = own ?? (sort.classIndex < 0 ? null : station.serviceByClass[sort.classIndex]) ?? station.service;
    return {
      station: index,
      sort,
      work: scaled(timeOf(work), 1 / station.speed),
      calls: used.filter((link) => links[link]!.synchronous && !station.broker).map(callOver),
      sends: used.filter((link) => !links[link]!.synchronous || station.broker).map(callOver),
      deadLetter: deadLetter < 0 ? -1 : visitOf(deadLetter, sort, null),
    };
  };
  const starts = streams.map(({ at, classIndex, priority }) => visitOf(at, { classIndex, priority }, null));
  return {
    network,
    visits,
    starts,
    ofStation: visitsByStation(stations.length, visits),
  };
}

function visitsByStation(stations: number, visits: readonly Visit[]): readonly (readonly number[])[] {
  const own = Array.from({ length: stations }, (): number[] => []);
  visits.forEach(({ station }, visit) => own[station]!.push(visit));
  for (const list of own) list.sort((a, b) => visits[a]!.sort.priority - visits[b]!.sort.priority);
  return own;
}

function carries({ classes }: Link, { classIndex }: Sort, network: Network): boolean {
  return classes === null || (classes[classIndex < 0 ? network.classes.length : classIndex] ?? false);
}

function timeOf(distribution: Station['service']): Time {
  const { meanMs, scv } = momentsOf(distribution);
  return { mean: meanMs, variance: scv * meanMs * meanMs };
}

function scaled({ mean, variance }: Time, factor: number): Time {
  return { mean: mean * factor, variance: variance * factor * factor };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
