// What the form of a design alone tells: whom every request passes, and whether more capacity can only help.
import { kindByKey } from '../../catalogue/index.ts';
import type { Arrival, Component, Connection, Design, Scenario } from '../../model/design.ts';
import type { Distribution } from '../../model/distribution.ts';
import { componentById, isSynchronous, outgoing } from '../../model/graph.ts';

/** Ids of the components that every request of every stream passes and waits for, whatever chance brings. */
export function passedByAll(design: Design, { arrivals }: Scenario): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = arrivals.map((arrival) => passedBy(design, arrival));
  return new Set([...first].filter((id) => others.every((other) => other.has(id))));
}

function passedBy(design: Design, arrival: Arrival): Set<string> {
  const links = outgoing(design);
  const seen = new Set([arrival.at]);
  const open = [arrival.at];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const component = componentById(design, id);
    if (component === undefined || isBroker(component) || (component.hitRatio ?? 0) > 0 || hasNeed(component)) continue;
    for (const connection of links.get(id) ?? []) {
      if (seen.has(connection.to) || !isAlwaysMade(connection, arrival)) continue;
      seen.add(connection.to);
      open.push(connection.to);
    }
  }
  return seen;
}

function isBroker({ kind }: Component): boolean {
  return kindByKey(kind)?.behaviour.station === 'broker';
}

/** Answers before all its calls have. */
function hasNeed({ need }: Component): boolean {
  return (need ?? null) !== null;
}

function isAlwaysMade(connection: Connection, { class: name }: Arrival): boolean {
  const { calls = 1, classes } = connection;
  return (
    isSynchronous(connection) && calls >= 1 && (classes === undefined || (name !== undefined && classes.includes(name)))
  );
}

/** A caller may stop waiting, be refused, or try a second time: how much then depends on how long things take. */
export function hasGuards({ connections = [] }: Design): boolean {
  return connections.some(({ timeoutMs, hedge, rateLimit, bulkhead, circuitBreaker }) =>
    [timeoutMs, hedge, rateLimit, bulkhead, circuitBreaker].some((guard) => guard !== undefined),
  );
}

/**
 * Whether more capacity anywhere can only help requests: the same load comes to every component however fast the others
 * are, nothing gets lost, and all stand in line in the order in which they came.
 */
export function isPlain(design: Design, scenario: Scenario): boolean {
  return (
    isSteadyOpen(scenario) &&
    !hasGuards(design) &&
    design.components.every((one) => isPlainStation(one) && !hasNeed(one))
  );
}

/** Load that keeps coming, the same all the time, whatever becomes of it. */
export function isSteadyOpen({ arrivals, faults = [], rollouts = [] }: Scenario): boolean {
  const isSteady = ({ process }: Arrival): boolean => process === 'poisson' || process === 'deterministic';
  return arrivals.length > 0 && arrivals.every(isSteady) && faults.length === 0 && rollouts.length === 0;
}

/** First come, first served, with work that varies so much that a finite run says little is not among it. */
export function isPlainStation({ capacity, threading, autoscale, service, serviceByClass }: Component): boolean {
  const works = [service, ...Object.values(serviceByClass ?? {})];
  return (
    (capacity?.discipline ?? 'fifo') === 'fifo' &&
    (capacity?.queueLimit ?? null) === null &&
    threading !== 'blocking' &&
    autoscale === undefined &&
    !works.some((work) => work !== undefined && isWild(work))
  );
}

const WILD_SCV = 10;

function isWild(work: Distribution): boolean {
  return work.distribution === 'pareto' || ('scv' in work && work.scv > WILD_SCV);
}
