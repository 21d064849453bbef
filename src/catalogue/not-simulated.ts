// What a scenario uses and this version does not simulate yet: refused with a finding, never silently ignored.
import type { Arrival, Component, Connection, Design, Objective, Scenario } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import { reachable } from '../model/graph.ts';
import { isBroker } from './brokers.ts';
import { error, type Subject, subjectOf } from './checks/subject.ts';

interface Entry<T> {
  /** As in `not simulated yet: …`. */
  readonly what: string;
  /** Where it stands, below the thing that uses it. */
  readonly at: string;
  readonly uses: (thing: T) => boolean;
}

const ARRIVALS: readonly Entry<Arrival>[] = [
  { what: 'arrivals of the process mmpp', at: 'process', uses: ({ process }) => process === 'mmpp' },
  { what: 'arrivals of the process profile', at: 'process', uses: ({ process }) => process === 'profile' },
  { what: 'arrivals of the process trace', at: 'process', uses: ({ process }) => process === 'trace' },
  { what: 'a priority of arrivals', at: 'priority', uses: ({ priority }) => (priority ?? 0) !== 0 },
];

const COMPONENTS: readonly Entry<Component>[] = [
  { what: 'the discipline lifo', at: 'capacity.discipline', uses: (c) => c.capacity?.discipline === 'lifo' },
  { what: 'processor sharing', at: 'capacity.discipline', uses: (c) => c.capacity?.discipline === 'processor-sharing' },
  { what: 'the discipline priority', at: 'capacity.discipline', uses: (c) => c.capacity?.discipline === 'priority' },
  { what: 'least-connections', at: 'capacity.dispatch', uses: (c) => c.capacity?.dispatch === 'least-connections' },
  { what: 'power-of-two', at: 'capacity.dispatch', uses: (c) => c.capacity?.dispatch === 'power-of-two' },
  { what: 'service times by class', at: 'serviceByClass', uses: (c) => Object.keys(c.serviceByClass ?? {}).length > 0 },
  { what: 'need', at: 'need', uses: (c) => typeof c.need === 'number' },
  { what: 'cold starts', at: 'coldStartMs', uses: (c) => (c.coldStartMs ?? 0) > 0 },
  { what: 'autoscaling', at: 'autoscale', uses: (c) => c.autoscale !== undefined },
];

const CONNECTIONS: readonly Entry<Connection>[] = [
  { what: 'a retry budget', at: 'retry.budgetRatio', uses: (c) => c.retry?.budgetRatio !== undefined },
  { what: 'hedged calls', at: 'hedge', uses: (c) => c.hedge !== undefined },
  { what: 'a rate limit', at: 'rateLimit', uses: (c) => c.rateLimit !== undefined },
  { what: 'a bulkhead', at: 'bulkhead', uses: (c) => c.bulkhead !== undefined },
  { what: 'a circuit breaker', at: 'circuitBreaker', uses: (c) => c.circuitBreaker !== undefined },
];

/** Of connections from anything but a broker. */
const CALLS: readonly Entry<Connection>[] = [
  { what: 'calls of some classes only', at: 'classes', uses: (c) => c.classes !== undefined },
];

/** Figures of the results that are not measured yet. */
const OBJECTIVES: readonly Entry<Objective>[] = [
  { what: 'where the time goes', at: 'metric', uses: ({ metric }) => /^components\.[^.]*\.breakdownMs\./.test(metric) },
];

const SCENARIOS: readonly Entry<Scenario>[] = [
  { what: 'a warm-up found by itself', at: 'warmupS', uses: ({ warmupS }) => warmupS === 'auto' },
  { what: 'faults', at: 'faults', uses: ({ faults }) => (faults ?? []).length > 0 },
  { what: 'rollouts', at: 'rollouts', uses: ({ rollouts }) => (rollouts ?? []).length > 0 },
];

/** An error for each use. Only what the arrivals of the scenario can reach is looked at, as the rest never runs. */
export function notSimulatedYet(design: Design, scenario: Scenario): Finding[] {
  const subject = subjectOf(design);
  const reached = reachable(
    design,
    scenario.arrivals.map(({ at }) => at),
  );
  const path = `scenarios.${scenario.id}`;
  const runs = subject.connections.filter(({ from }) => reached.has(from));
  return [
    ...found(SCENARIOS, scenario, path),
    ...scenario.arrivals.flatMap((arrival, index) => found(ARRIVALS, arrival, `${path}.arrivals.${String(index)}`)),
    ...design.components
      .filter(({ id }) => reached.has(id))
      .flatMap((component) => found(COMPONENTS, component, `components.${component.id}`)),
    ...runs.flatMap((connection) => found(CONNECTIONS, connection, `connections.${connection.id}`)),
    ...runs
      .filter(({ from }) => !deliversFrom(subject, from))
      .flatMap((connection) => found(CALLS, connection, `connections.${connection.id}`)),
    ...groupLatencies(subject, runs),
    ...(design.objectives ?? []).flatMap((objective) => found(OBJECTIVES, objective, `objectives.${objective.id}`)),
  ];
}

function deliversFrom({ componentById }: Subject, id: string): boolean {
  const component = componentById.get(id);
  return component !== undefined && isBroker(component);
}

function found<T>(entries: readonly Entry<T>[], thing: T, path: string): Finding[] {
  return entries.flatMap(({ what, at, uses }) => (uses(thing) ? [notYet(what, `${path}.${at}`)] : []));
}

function notYet(what: string, path: string): Finding {
  return error('not-simulated', path, `not simulated yet: ${what}`, 'remove it to run this scenario without it');
}

/** Latencies between groups that a connection in use crosses. */
function groupLatencies(subject: Subject, runs: readonly Connection[]): Finding[] {
  const { design, componentById } = subject;
  const latencies = design.groupLatencies ?? [];
  if (latencies.every(({ latencyMs }) => latencyMs === 0)) return [];
  const around = (id: string): ReadonlySet<string> => groupsAround(subject, componentById.get(id)?.group);
  const ends = runs.map(({ from, to }) => [around(from), around(to)] as const);
  return latencies.flatMap(({ from, to, latencyMs }, index) => {
    const crosses = ends.some(([a, b]) => (a.has(from) && b.has(to)) || (a.has(to) && b.has(from)));
    return latencyMs > 0 && crosses ? notYet('latencies between groups', `groupLatencies.${String(index)}`) : [];
  });
}

/** A group and all that it lies in. */
function groupsAround({ groupById }: Subject, group: string | undefined): ReadonlySet<string> {
  const around = new Set<string>();
  for (let at = group; at !== undefined && !around.has(at); at = groupById.get(at)?.parent) around.add(at);
  return around;
}
