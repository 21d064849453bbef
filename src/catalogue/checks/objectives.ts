// An objective names a figure of the results, where it is measured, and one bound.
import type { Objective } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { suggestion } from '../../model/nearest.ts';
import { componentNamed } from './references.ts';
import { error, finding, type Subject, titleOf } from './subject.ts';

/** Figures of requests, end to end; an objective may have any of them as its metric. */
export const REQUEST_METRICS: readonly string[] = [
  'offeredPerSecond',
  'throughputPerSecond',
  'errorRate',
  ...['mean', 'p50', 'p90', 'p95', 'p99', 'max'].map((figure) => `responseMs.${figure}`),
];

const COMPONENT_METRICS: readonly string[] = [
  ...['arrivalsPerSecond', 'throughputPerSecond', 'rejectedPerSecond', 'failedPerSecond'],
  ...['utilisation', 'waiting', 'inSystem', 'blocked', 'replicas', 'waitMs.mean', 'responseMs.mean', 'responseMs.p95'],
  ...['lag.messages', 'lag.oldestMs'],
  ...['wait', 'work', 'blocked', 'network', 'retries'].map((part) => `breakdownMs.${part}`),
];

const CONNECTION_METRICS: readonly string[] = [
  ...['callsPerSecond', 'timeoutsPerSecond', 'retriesPerSecond', 'responseMs.mean', 'responseMs.p95'],
  ...['ok', 'rejected', 'error', 'timeout', 'open'].map((outcome) => `outcomesPerSecond.${outcome}`),
];

export function checkObjectives(subject: Subject): Finding[] {
  return (subject.design.objectives ?? []).flatMap((objective, index) => {
    const path = subject.pathOf('objectives', index);
    return [...metric(subject, objective, path), ...place(subject, objective, path), ...bound(objective, path)];
  });
}

function metric(subject: Subject, { metric: name, at }: Objective, path: string): Finding[] {
  const places = at === undefined ? resultPlace(subject, name) : null;
  const known = places === null ? REQUEST_METRICS : places.metrics;
  if (known.includes(places === null ? name : places.rest)) return [];
  const complete = places === null ? known : known.map((each) => `${places.prefix}.${each}`);
  return [error('unknown-metric', `${path}.metric`, `there is no metric "${name}"`, suggestion(name, complete))];
}

interface ResultPlace {
  readonly prefix: string;
  readonly metrics: readonly string[];
  readonly rest: string;
}

/** `components.api.utilisation` names a figure of one component, and so on; null for a figure of the requests. */
function resultPlace({ design, componentById, connectionById }: Subject, name: string): ResultPlace | null {
  const [head = '', id = '', ...rest] = name.split('.');
  const within = (metrics: readonly string[]): ResultPlace => ({
    prefix: `${head}.${id}`,
    metrics,
    rest: rest.join('.'),
  });
  switch (head) {
    case 'requests':
      return { prefix: head, metrics: REQUEST_METRICS, rest: [id, ...rest].join('.') };
    case 'components':
      return componentById.has(id) ? within(COMPONENT_METRICS) : null;
    case 'connections':
      return connectionById.has(id) ? within(CONNECTION_METRICS) : null;
    case 'classes': {
      const arrivals = (design.scenarios ?? []).flatMap((scenario) => scenario.arrivals);
      return arrivals.some((arrival) => arrival.class === id) ? within(REQUEST_METRICS) : null;
    }
    case 'arrivals':
      return (design.scenarios ?? []).some(({ arrivals }) => arrivals[Number(id)] !== undefined)
        ? within(REQUEST_METRICS)
        : null;
    default:
      return null;
  }
}

function place(subject: Subject, { at }: Objective, path: string): Finding[] {
  if (at === undefined) return [];
  const unknown = componentNamed(subject, at, () => `${path}.at`);
  const scenarios = subject.design.scenarios ?? [];
  const isMeasured = scenarios.some(({ arrivals }) => arrivals.some((arrival) => arrival.at === at));
  if (unknown.length > 0 || scenarios.length === 0 || isMeasured) return unknown;
  const message = `nothing arrives at ${titleOf(subject, at)} in any scenario, so that this is never measured`;
  return [
    finding('objective-not-measured', 'warning', `${path}.at`, message, 'name a component where requests arrive'),
  ];
}

function bound({ below, above }: Objective, path: string): Finding[] {
  if ((below === undefined) !== (above === undefined)) return [];
  const message = below === undefined ? 'an objective needs a bound' : 'an objective has one bound, not two';
  const mend = below === undefined ? 'give it below or above' : 'remove below or above, or make two objectives';
  return [error('objective-bound', path, message, mend)];
}
