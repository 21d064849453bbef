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

const ARRIVALS: readonly Entry<Arrival>[] = [];

const COMPONENTS: readonly Entry<Component>[] = [
  { what: 'batches', at: 'batch', uses: (c) => c.batch !== undefined },
  { what: 'several deliveries of a message', at: 'maxDeliveries', uses: (c) => (c.maxDeliveries ?? 1) > 1 },
  { what: 'dead letters', at: 'deadLetter', uses: (c) => c.deadLetter !== undefined },
  { what: 'partitions', at: 'partitions', uses: (c) => c.partitions !== undefined },
];

/** Deliveries: a broker waits for no answer, so neither comes to bear on what it gives to its consumers. */
const DELIVERIES: readonly Entry<Connection>[] = [
  { what: 'a timeout of deliveries', at: 'timeoutMs', uses: (c) => c.timeoutMs !== undefined },
  { what: 'retries of deliveries', at: 'retry', uses: (c) => (c.retry?.attempts ?? 1) > 1 },
];

/** Figures of the results that are not measured yet. */
const OBJECTIVES: readonly Entry<Objective>[] = [
  { what: 'the lag of a broker', at: 'metric', uses: ({ metric }) => /^components\.[^.]*\.lag\./.test(metric) },
  { what: 'where the time goes', at: 'metric', uses: ({ metric }) => /^components\.[^.]*\.breakdownMs\./.test(metric) },
];

const SCENARIOS: readonly Entry<Scenario>[] = [
  { what: 'a warm-up found by itself', at: 'warmupS', uses: ({ warmupS }) => warmupS === 'auto' },
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
    ...runs
      .filter(({ from }) => deliversFrom(subject, from))
      .flatMap((connection) => found(DELIVERIES, connection, `connections.${connection.id}`)),
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
