// What the estimate leaves out of a network, and what it knows by approximation only: each said once, with where it is.
import { momentsOf } from '../../model/moments.ts';
import type { Link, Network, Station, Stream } from '../../simulation/network.ts';
import type { Solution } from './solve.ts';

export interface EstimateNote {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

interface Remark {
  readonly rule: string;
  readonly message: string;
  /** Where it is, by the ids of the design; '' for the scenario as a whole; null where it is not. */
  readonly where: (network: Network) => string | null;
}

const atStation =
  (key: string, has: (station: Station) => boolean) =>
  ({ stations }: Network): string | null => {
    const station = stations.find(has);
    return station === undefined ? null : `components.${station.id}.${key}`;
  };
const atLink =
  (key: string, has: (link: Link) => boolean) =>
  ({ links }: Network): string | null => {
    const link = links.find(has);
    return link === undefined ? null : `connections.${link.id}.${key}`;
  };
const inScenario =
  (has: (network: Network) => boolean) =>
  (network: Network): string | null =>
    has(network) ? '' : null;
const byStream = (has: (stream: Stream) => boolean) => inScenario(({ streams }) => streams.some(has));

const works = ({ service, serviceByClass }: Station) => [service, ...serviceByClass.filter((work) => work !== null)];
const scvs = (station: Station): number[] => works(station).map((work) => momentsOf(work).scv);
const hasWork = (station: Station): boolean => works(station).some((work) => momentsOf(work).meanMs > 0);

const usesPriority = atStation('capacity.discipline', ({ discipline }) => discipline === 'priority');

/** What figures of a run show and these do not. */
const LEFT_OUT: readonly Remark[] = [
  {
    rule: 'faults',
    message: 'faults are left out: the estimate is of a day on which nothing breaks',
    where: inScenario(({ faults }) => faults.length > 0),
  },
  {
    rule: 'rollouts',
    message: 'rollouts are left out: the estimate is of a time without one',
    where: inScenario(({ rollouts }) => rollouts.length > 0),
  },
  {
    rule: 'changing-load',
    message: 'a load that changes is taken at its mean over the run',
    where: byStream(({ arrival }) => arrival.process === 'profile' || arrival.process === 'trace'),
  },
  {
    rule: 'breakers',
    message: 'circuit breakers are taken to stay closed',
    where: inScenario(({ links }) => links.some(({ breaker }) => breaker !== null)),
  },
  {
    rule: 'cold-starts',
    message: 'cold starts are left out: every replica has served before',
    where: inScenario(({ stations }) => stations.some(({ coldStartMs }) => coldStartMs > 0)),
  },
  {
    rule: 'autoscaler-in-the-long-run',
    message: 'autoscaled components have the replicas that the autoscaler comes to in the long run',
    where: inScenario(({ stations }) => stations.some(({ autoscale }) => autoscale !== null)),
  },
  {
    rule: 'boundless-variance',
    message: 'work whose variance has no bound makes waits of which no mean is known',
    where: atStation('service', (station) => scvs(station).some((scv) => !Number.isFinite(scv))),
  },
];

/** What is known by an approximation; its name is in the comment of the code that does it. */
const APPROXIMATED: readonly Remark[] = [
  {
    rule: 'two-moments',
    message: 'work that is not exponential is known by its mean and variance only',
    where: atStation(
      'service',
      (station) => hasWork(station) && scvs(station).some((scv) => scv !== 1 && Number.isFinite(scv)),
    ),
  },
  {
    rule: 'irregular-arrivals',
    message: 'arrivals that are not Poisson are known by their rate and variability only',
    where: byStream(({ arrival }) => arrival.process === 'deterministic' || arrival.process === 'mmpp'),
  },
  {
    rule: 'choice-of-replica',
    message: 'the choice of a replica is known by approximation',
    where: atStation(
      'capacity.dispatch',
      ({ dispatch, replicas }) => replicas > 1 && dispatch !== 'shared-queue' && dispatch !== 'random',
    ),
  },
  {
    rule: 'order-of-the-line',
    message: 'last in, first out has the mean of first in, first out, but its percentiles are further apart',
    where: atStation('capacity.discipline', ({ discipline }) => discipline === 'lifo'),
  },
  {
    rule: 'priorities',
    message: 'the waits of priorities are known by their means; percentiles are drawn from those',
    where: (network) => (network.priorities.length > 1 ? usesPriority(network) : null),
  },
  {
    rule: 'shared-slots',
    message: 'shared slots are known by their means; percentiles are drawn from those',
    where: atStation('capacity.discipline', ({ discipline }) => discipline === 'processor-sharing'),
  },
  {
    rule: 'room-to-wait',
    message: 'with room for some to wait, who is refused is known for exponential work that comes by chance',
    where: atStation('capacity.queueLimit', ({ queueLimit }) => queueLimit > 0 && queueLimit < Infinity),
  },
  {
    rule: 'threads',
    message: 'threads that wait for calls are taken layer by layer: each sees the other as it is on average',
    where: atStation('threading', ({ blocking, firstSync, firstAsync }) => blocking && firstAsync > firstSync),
  },
  {
    rule: 'parallel-calls',
    message: 'calls at the same time are taken as independent of one another',
    where: atStation('calls', ({ parallel, firstSync, firstAsync }) => parallel && firstAsync - firstSync > 1),
  },
  {
    rule: 'tries',
    message: 'tries that follow one another are taken as independent of one another',
    where: atLink('timeoutMs', ({ timeoutMs, retry }) => timeoutMs < Infinity || (retry?.attempts ?? 1) > 1),
  },
  {
    rule: 'retry-budgets',
    message: 'a budget of retries lets through its share of the first tries in the long run',
    where: atLink('retry.budgetRatio', ({ retry }) => retry !== null && retry.budgetRatio !== null),
  },
  {
    rule: 'hedges',
    message: 'the two tries of a hedge are taken as independent of one another',
    where: atLink('hedge', ({ hedgeMs }) => hedgeMs < Infinity),
  },
  {
    rule: 'rate-limits',
    message: 'a rate limit refuses what is over its rate in the long run; bursts are left out',
    where: atLink('rateLimit', ({ rateLimit }) => rateLimit !== null),
  },
  {
    rule: 'bulkheads',
    message: 'a bulkhead is taken as a loss system of its own',
    where: atLink('bulkhead', ({ bulkhead }) => bulkhead < Infinity),
  },
  {
    rule: 'batches',
    message: 'batches are taken at their mean size',
    where: atStation('batch', ({ batch }) => batch !== null && batch.max > 1),
  },
  {
    rule: 'partitions',
    message: 'partitions bound the consumers at work; that keys are unequal is left out',
    where: atStation('partitions', ({ broker }) => (broker?.partitions ?? 0) > 0),
  },
  {
    rule: 'redelivery',
    message: 'messages that come again are taken as new ones',
    where: atStation('maxDeliveries', ({ broker }) => (broker?.maxDeliveries ?? 1) > 1),
  },
];

function said(remarks: readonly Remark[], network: Network, scenario: string): EstimateNote[] {
  return remarks.flatMap(({ rule, message, where }) => {
    const path = where(network);
    return path === null ? [] : [{ rule, path: path === '' ? `scenarios.${scenario}` : path, message }];
  });
}

export function notesOf({ plan, isSettled }: Solution, scenario: string): EstimateNote[] {
  const notSettled = {
    rule: 'not-settled',
    path: `scenarios.${scenario}`,
    message: 'load and waits call for one another and come to no rest; the figures are those of the last round',
  };
  return [...said(LEFT_OUT, plan.network, scenario), ...(isSettled ? [] : [notSettled])];
}

export function approximationsOf({ plan, closed }: Solution, scenario: string): EstimateNote[] {
  const many = {
    rule: 'many-users',
    path: `scenarios.${scenario}`,
    message: 'users who wait for their answers are too many to go through one by one: Linearizer',
  };
  return [...said(APPROXIMATED, plan.network, scenario), ...(closed?.answer.method === 'linearizer' ? [many] : [])];
}
