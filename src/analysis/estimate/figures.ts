// A solution as figures: in the shape of results, with plain numbers where a run has statistics.
import { anyTime, type Ways, waysOf } from './outcome.ts';
import type { Solution } from './solve.ts';
import { mixture, NO_TIME, plus, quantile, type Time } from './time.ts';

export interface EstimatedRequests {
  readonly offeredPerSecond: number;
  readonly throughputPerSecond: number | null;
  readonly errorRate: number | null;
  readonly responseMs: Readonly<Record<'mean' | 'p50' | 'p90' | 'p95' | 'p99', number | null>>;
}

export interface EstimatedComponent {
  readonly arrivalsPerSecond: number;
  readonly throughputPerSecond: number;
  /** Above 1 where the load cannot be carried: the load over what could be. */
  readonly utilisation: number;
  readonly waiting: number | null;
  readonly inSystem: number | null;
  readonly blocked: number | null;
  readonly waitMs: { readonly mean: number | null };
  readonly responseMs: { readonly mean: number | null; readonly p95: number | null };
  readonly replicas: number;
  readonly rejectedPerSecond: number;
  readonly failedPerSecond: number;
}

export interface EstimatedConnection {
  readonly callsPerSecond: number;
  readonly retriesPerSecond: number;
  readonly timeoutsPerSecond: number;
  readonly responseMs: { readonly mean: number | null; readonly p95: number | null };
}

const PER_SECOND = 1000;
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function requestsOf(parts: readonly Part[]): EstimatedRequests {
  const offered = parts.reduce((sum, { rate }) => sum + rate, 0);
  const succeeded = parts.flatMap(({ rate, ok, ways }) =>
    ways.map(([share, time]) => [rate * ok * share, time] as const),
  );
  const good = succeeded.reduce((sum, [rate]) => sum + rate, 0);
  const time = mixture(succeeded);
  const isKnown = good > 0 && Number.isFinite(time.mean);
  const at = (share: number): number | null => (isKnown ? quantile(succeeded, share) : null);
  return {
    offeredPerSecond: offered * PER_SECOND,
    throughputPerSecond: isKnown ? good * PER_SECOND : good === 0 ? 0 : null,
    errorRate: offered === 0 || (!isKnown && good > 0) ? null : 1 - good / offered,
    responseMs: { mean: isKnown ? time.mean : null, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99) },
  };
}

interface Part {
  readonly rate: number;
  readonly ok: number;
  readonly ways: Ways;
}

function streamParts({ plan, streams, visits }: Solution): Part[] {
  return plan.starts.map((visit, index) => {
    const { outcome } = visits[visit]!;
    return { rate: streams[index]!.rate, ok: outcome.ok, ways: waysOf(outcome) };
  });
}

/** End to end, all arrivals together. */
export function allRequests(solution: Solution): EstimatedRequests {
  return requestsOf(streamParts(solution));
}

/** By stream, in the order of the scenario. */
export function requestsByStream(solution: Solution): (EstimatedRequests & { readonly at: string })[] {
  const { stations, streams } = solution.plan.network;
  return streamParts(solution).map((part, index) => ({ at: stations[streams[index]!.at]!.id, ...requestsOf([part]) }));
}

export function requestsByClass(solution: Solution): Record<string, EstimatedRequests> {
  const { classes, streams } = solution.plan.network;
  const parts = streamParts(solution);
  return Object.fromEntries(
    classes.map((name, index) => [name, requestsOf(parts.filter((_, place) => streams[place]!.classIndex === index))]),
  );
}

export function componentFigures(solution: Solution): Record<string, EstimatedComponent> {
  const { stations } = solution.plan.network;
  return Object.fromEntries(stations.map(({ id }, index) => [id, componentAt(solution, index)]));
}

function componentAt(solution: Solution, index: number): EstimatedComponent {
  const { plan, visits, stations, backlogs, rates } = solution;
  const station = plan.network.stations[index]!;
  const { lost, utilisation, replicas } = stations[index]!;
  const own = plan.ofStation[index]!;
  const rate = rates[index]!;
  const worked = rate * (1 - lost);
  const sharesSlots = station.discipline === 'processor-sharing';
  const parts = own.map((visit, place) => {
    const { rate: each, delivered } = visits[visit]!;
    const wait = each > 0 && delivered >= each ? NO_TIME : (stations[index]!.waits[place] ?? NO_TIME);
    const { work } = plan.visits[visit]!;
    return { rate: each, wait: plus(wait, backlogs[index]!), work };
  });
  const wait = mixture(parts.map((part) => [part.rate, part.wait]));
  const response = mixture(parts.map((part) => [part.rate, plus(part.wait, part.work)]));
  const blocked = own.reduce((sum, visit) => sum + visits[visit]!.rate * (1 - lost) * visits[visit]!.blockedMs, 0);
  return {
    arrivalsPerSecond: rate * PER_SECOND,
    throughputPerSecond: worked * (1 - station.errorRate) * PER_SECOND,
    utilisation,
    waiting: sharesSlots ? 0 : finite(worked * wait.mean),
    inSystem: finite(worked * response.mean),
    blocked: finite(blocked),
    waitMs: { mean: sharesSlots ? 0 : finite(wait.mean) },
    responseMs: {
      mean: finite(response.mean),
      p95: Number.isFinite(response.mean) ? quantile([[1, response]], 0.95) : null,
    },
    replicas,
    rejectedPerSecond: rate * lost * PER_SECOND,
    failedPerSecond: worked * station.errorRate * PER_SECOND,
  };
}

export function connectionFigures(solution: Solution): Record<string, EstimatedConnection> {
  const { plan, visits, stations } = solution;
  const { links, stations: specs } = plan.network;
  const found = links.map(() => ({ calls: 0, retries: 0, timeouts: 0, parts: [] as (readonly [number, Time])[] }));
  plan.visits.forEach((visit, index) => {
    const station = specs[visit.station]!;
    const state = visits[index]!;
    const worked = state.rate * (1 - stations[visit.station]!.lost) * (1 - station.errorRate);
    const goingOn = worked * (1 - station.hitRatio);
    visit.calls.forEach(({ link }, place) => {
      const outcome = state.calls[place];
      if (outcome === undefined) return;
      const calls = goingOn * (state.begun[place] ?? 0);
      const one = found[link]!;
      one.calls += calls;
      one.retries += calls * outcome.retries;
      one.timeouts += calls * outcome.timeout * (1 + outcome.retries);
      one.parts.push([calls, anyTime(outcome)]);
    });
    for (const { link } of visit.sends) found[link]!.calls += (station.broker ? worked : goingOn) * links[link]!.calls;
  });
  return Object.fromEntries(
    links.map(({ id }, index) => {
      const { calls, retries, timeouts, parts } = found[index]!;
      const time = mixture(parts);
      const isKnown = parts.length > 0 && calls > 0 && Number.isFinite(time.mean);
      return [
        id,
        {
          callsPerSecond: calls * PER_SECOND,
          retriesPerSecond: retries * PER_SECOND,
          timeoutsPerSecond: timeouts * PER_SECOND,
          responseMs: {
            mean: isKnown ? time.mean : null,
            p95: isKnown ? quantile([[1, time]], 0.95) : null,
          },
        },
      ];
    }),
  );
}

/** Stations that cannot keep up with what comes: the ids, the worst first. */
export function saturatedOf({ plan, stations, backlogs }: Solution): string[] {
  const load = (index: number): number => {
    const { sends } = plan.visits[plan.ofStation[index]![0] ?? -1] ?? { sends: [] };
    const consumers = sends.map(({ to }) => stations[plan.visits[to]!.station]!.utilisation);
    return Math.max(stations[index]!.utilisation, ...consumers);
  };
  return plan.network.stations
    .map(({ id }, index) => ({ id, index }))
    .filter(({ index }) => stations[index]!.isSaturated || !Number.isFinite(backlogs[index]!.mean))
    .sort((a, b) => load(b.index) - load(a.index))
    .map(({ id }) => id);
}

/** The component whose slots are busiest with its own work, and how busy; null where nothing is. */
export function busiestOf({
  plan,
  stations,
  visits,
}: Solution): { readonly id: string; readonly utilisation: number } | null {
  let best: { readonly id: string; readonly utilisation: number } | null = null;
  plan.network.stations.forEach(({ id, concurrency }, index) => {
    const { replicas, utilisation, lost } = stations[index]!;
    const slots = replicas * concurrency;
    if (slots === 0) return;
    const blocked = plan.ofStation[index]!.reduce(
      (sum, visit) => sum + visits[visit]!.rate * (1 - lost) * visits[visit]!.blockedMs,
      0,
    );
    const own = Math.max(0, utilisation - (Number.isFinite(blocked) ? blocked / slots : 0));
    if (own > 0 && (best === null || own > best.utilisation)) best = { id, utilisation: own };
  });
  return best;
}
