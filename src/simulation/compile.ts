// Design and scenario become the numbered network that runs: defaults filled in, references resolved, times in milliseconds.
import { kindByKey } from '../catalogue/index.ts';
import type { Arrival, Component, Connection, Design, Scenario } from '../model/design.ts';
import type { Distribution } from '../model/distribution.ts';
import type { ArrivalProcess, Dispatch, Link, Network, RetryRules, Station, Stream } from './network.ts';
import { chooseSteps } from './statistics/steps.ts';

const NOTHING: Distribution = { distribution: 'deterministic', meanMs: 0 };
/** One KiB over one Mbit/s, in milliseconds. */
const MS_PER_KIB_AT_ONE_MBPS = (1024 * 8) / 1000;

/** The design has been validated: every reference exists, every value lies in its range. */
export function compileNetwork(design: Design, scenario: Scenario): Network {
  const components = [...design.components].sort((a, b) => compareIds(a.id, b.id));
  const numberOf = new Map(components.map((component, index) => [component.id, index]));
  const connections = orderLinks(design.connections ?? [], numberOf);
  const isBroker = components.map((component) => kindByKey(component.kind)?.behaviour.station === 'broker');
  const links = connections.map((connection) => compileLink(connection, numberOf));
  const ranges = linkRanges(links, components.length);
  const consumers = new Set(links.filter((link) => isBroker[link.from]).map((link) => link.to));
  const classes = [...new Set(scenario.arrivals.flatMap((arrival) => arrival.class ?? []))];
  const durationMs = scenario.durationS * 1000;
  return {
    seed: scenario.seed ?? 1,
    durationMs,
    warmupMs: typeof scenario.warmupS === 'number' ? scenario.warmupS * 1000 : 0,
    ...chooseSteps(durationMs),
    stations: components.map((component, index) => compileStation(component, ranges[index]!, consumers.has(index))),
    links,
    streams: compileStreams(scenario.arrivals, numberOf, classes),
    classes,
  };
}

/** By code units, the same on every machine. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By caller, synchronous ones first, else in the order of the file: so each station's links lie side by side. */
function orderLinks(connections: readonly Connection[], numberOf: ReadonlyMap<string, number>): Connection[] {
  const rank = (connection: Connection): number =>
    2 * station(numberOf, connection.from) + (connection.mode === 'async' ? 1 : 0);
  return [...connections].sort((a, b) => rank(a) - rank(b));
}

function station(numberOf: ReadonlyMap<string, number>, id: string): number {
  const index = numberOf.get(id);
  if (index === undefined) throw new Error(`The design was not validated: there is no component ${id}`);
  return index;
}

type LinkRange = Pick<Station, 'firstSync' | 'firstAsync' | 'endLinks'>;

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

function compileStation(component: Component, range: LinkRange, consumes: boolean): Station {
  const capacity = component.capacity ?? {};
  const behaviour = kindByKey(component.kind)?.behaviour;
  return {
    id: component.id,
    replicas: capacity.replicas ?? 1,
    concurrency: capacity.concurrency ?? 1,
    queueLimit: capacity.queueLimit ?? Infinity,
    dispatch: capacity.dispatch ?? defaultDispatch(consumes),
    speed: capacity.speed ?? 1,
    service: component.service ?? NOTHING,
    blocking: component.threading === 'blocking',
    parallel: component.calls === 'parallel',
    hitRatio: component.hitRatio ?? 0,
    errorRate: component.errorRate ?? 0,
    broker:
      behaviour?.station === 'broker' ? { delivery: component.delivery ?? behaviour.delivery ?? 'compete' } : null,
    ...range,
  };
}

function defaultDispatch(consumes: boolean): Dispatch {
  return consumes ? 'shared-queue' : 'round-robin';
}

function compileLink(connection: Connection, numberOf: ReadonlyMap<string, number>): Link {
  const { latencyMs = 0, payloadKiB = 0, bandwidthMbps = Infinity } = connection;
  return {
    id: connection.id,
    from: station(numberOf, connection.from),
    to: station(numberOf, connection.to),
    synchronous: connection.mode !== 'async',
    calls: connection.calls ?? 1,
    service: connection.service ?? null,
    latency: typeof latencyMs === 'number' ? { distribution: 'deterministic', meanMs: latencyMs } : latencyMs,
    transferMs: (payloadKiB * MS_PER_KIB_AT_ONE_MBPS) / bandwidthMbps,
    optional: connection.optional ?? false,
    timeoutMs: connection.timeoutMs ?? Infinity,
    retry: connection.retry === undefined ? null : compileRetry(connection.retry),
  };
}

function compileRetry(retry: NonNullable<Connection['retry']>): RetryRules {
  return {
    attempts: retry.attempts,
    backoffMs: retry.backoffMs ?? 0,
    multiplier: retry.multiplier ?? 1,
    jitter: retry.jitter ?? 'none',
  };
}

function compileStreams(
  arrivals: readonly Arrival[],
  numberOf: ReadonlyMap<string, number>,
  classes: readonly string[],
): Stream[] {
  const seen = new Map<string, number>();
  return arrivals.map((arrival) => {
    const before = seen.get(arrival.at) ?? 0;
    seen.set(arrival.at, before + 1);
    return {
      key: `${arrival.at}/${before}`,
      at: station(numberOf, arrival.at),
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
    case 'closed':
      return { process: 'closed', users: arrival.users, think: thinkTime(arrival.thinkMs) };
    default:
      throw new Error(`The design was not validated: arrivals ${arrival.process} are not simulated`);
  }
}

function thinkTime(thinkMs: number | Distribution): Distribution {
  return typeof thinkMs === 'number' ? { distribution: 'exponential', meanMs: thinkMs } : thinkMs;
}
