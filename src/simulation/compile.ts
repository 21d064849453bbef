// Design and scenario become the numbered network that runs: defaults filled in, references resolved, times in milliseconds.
import { kindByKey } from '../catalogue/index.ts';
import type { Connection, Design, Scenario } from '../model/design.ts';
import { compileFaults, compileRollouts } from './compile/changes.ts';
import { compileLink, crossingsOf } from './compile/link.ts';
import { type Numbers, numberIn, numbersOf } from './compile/numbers.ts';
import { compileStation, type LinkRange } from './compile/station.ts';
import { compileStreams } from './compile/stream.ts';
import type { Link, Network } from './network.ts';
import { chooseSteps } from './statistics/steps.ts';

/** The design has been validated: every reference exists, every value lies in its range. */
export function compileNetwork(design: Design, scenario: Scenario): Network {
  const components = [...design.components].sort((a, b) => compareIds(a.id, b.id));
  const stations = numbersOf(components);
  const classes = [...new Set(scenario.arrivals.flatMap((arrival) => arrival.class ?? []))];
  const connections = orderLinks(design.connections ?? [], stations);
  const crossings = crossingsOf(design);
  const links = connections.map((connection) => compileLink(connection, { stations, classes, crossings }));
  const ranges = linkRanges(links, components.length);
  const isBroker = components.map((component) => kindByKey(component.kind)?.behaviour.station === 'broker');
  const consumers = new Set(links.filter((link) => isBroker[link.from]).map((link) => link.to));
  const streams = compileStreams(scenario.arrivals, stations, classes);
  const durationMs = scenario.durationS * 1000;
  return {
    seed: scenario.seed ?? 1,
    durationMs,
    warmupMs: typeof scenario.warmupS === 'number' ? scenario.warmupS * 1000 : 0,
    findsWarmup: false,
    ...chooseSteps(durationMs),
    stations: components.map((component, index) =>
      compileStation(component, ranges[index]!, { consumes: consumers.has(index), classes, stations }),
    ),
    links,
    streams,
    classes,
    priorities: [...new Set(streams.map(({ priority }) => priority))].sort((a, b) => a - b),
    faults: compileFaults(design, scenario, stations, numbersOf(connections)),
    rollouts: compileRollouts(scenario, stations),
    traces: 0,
  };
}

/** By code units, the same on every machine. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By caller, synchronous ones first, else in the order of the file: so each station's links lie side by side. */
function orderLinks(connections: readonly Connection[], stations: Numbers): Connection[] {
  const rank = (connection: Connection): number =>
    2 * numberIn(stations, connection.from) + (connection.mode === 'async' ? 1 : 0);
  return [...connections].sort((a, b) => rank(a) - rank(b));
}

/** Where the links of each station lie in the ordered list. */
function linkRanges(links: readonly Link[], stations: number): LinkRange[] {
  let next = 0;
  const skip = (belongs: (link: Link) => boolean): number => {
    while (next < links.length && belongs(links[next]!)) next++;
    return next;
  };
  return Array.from({ length: stations }, (_, from) => ({
    firstSync: next,
    firstAsync: skip((link) => link.from === from && link.synchronous),
    endLinks: skip((link) => link.from === from),
  }));
}
