// Arrivals become streams, each with the name of its own random numbers.
import type { Arrival } from '../../model/design.ts';
import type { Distribution } from '../../model/distribution.ts';
import type { ArrivalProcess, Stream } from '../network.ts';
import { type Numbers, numberIn } from './numbers.ts';

export function compileStreams(arrivals: readonly Arrival[], stations: Numbers, classes: readonly string[]): Stream[] {
  const seen = new Map<string, number>();
  return arrivals.map((arrival) => {
    const before = seen.get(arrival.at) ?? 0;
    seen.set(arrival.at, before + 1);
    return {
      key: `${arrival.at}/${before}`,
      at: numberIn(stations, arrival.at),
      arrival: compileProcess(arrival),
      classIndex: arrival.class === undefined ? -1 : classes.indexOf(arrival.class),
      priority: arrival.priority ?? 0,
    };
  });
}

function compileProcess(arrival: Arrival): ArrivalProcess {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return { process: arrival.process, ratePerSecond: arrival.ratePerSecond };
    case 'mmpp':
      return { process: 'mmpp', states: arrival.states };
    case 'profile':
      return { process: 'profile', points: arrival.points };
    case 'trace':
      return { process: 'trace', timesMs: arrival.timesMs };
    case 'closed':
      return { process: 'closed', users: arrival.users, think: thinkTime(arrival.thinkMs) };
  }
}

function thinkTime(thinkMs: number | Distribution): Distribution {
  return typeof thinkMs === 'number' ? { distribution: 'exponential', meanMs: thinkMs } : thinkMs;
}
