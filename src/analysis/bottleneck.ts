// The one sentence on a run that a person reads first: which component limits it, and how much of the time goes there.
import { kindByKey } from '../catalogue/index.ts';
import type { Component, Design } from '../model/design.ts';
import { componentById, isSynchronous, nameOf, reachable } from '../model/graph.ts';
import type { ComponentFigures, Result } from '../simulation/result.ts';

/** From this share of its slots at work on, the busiest component is what limits the rest. */
const BUSY = 0.7;

interface Candidate {
  readonly component: Component;
  readonly figures: ComponentFigures;
  /** The share of its slots that are at its own work; those that wait for others are not its own fault. */
  readonly ownBusy: number;
}

/**
 * Such as "Database is the bottleneck: 91 % busy, 40 ms of the 88 ms"; null where nothing was busy. The times are the
 * component's share of the mean response of a request, all its visits together, and that mean; they are left out
 * where nobody waits for the component, or where calls at the same time make the shares add up to more.
 */
export function bottleneckSentence(design: Design, result: Result): string | null {
  const busiest = candidates(design, result).reduce<Candidate | null>(
    (best, next) => (best === null || next.ownBusy > best.ownBusy ? next : best),
    null,
  );
  if (busiest === null || busiest.ownBusy === 0) return null;
  const name = nameOf(busiest.component);
  const verdict = busiest.ownBusy >= BUSY ? 'is the bottleneck' : 'is the busiest';
  const parts = [`${digits(100 * busiest.ownBusy)} % busy`];
  const share = waitedFor(design, result).has(busiest.component.id) ? shareOfResponse(busiest, result) : null;
  if (share !== null) parts.push(`${digits(share.partMs)} ms of the ${digits(share.wholeMs)} ms`);
  return `${name} ${verdict}: ${parts.join(', ')}`;
}

function candidates(design: Design, result: Result): Candidate[] {
  return design.components.flatMap((component) => {
    const figures = result.components[component.id];
    if (figures === undefined) return [];
    return [{ component, figures, ownBusy: ownBusyOf(component, figures) }];
  });
}

function ownBusyOf(component: Component, figures: ComponentFigures): number {
  const slots = (figures.replicas.mean ?? 0) * (component.capacity?.concurrency ?? 1);
  if (slots === 0) return 0;
  return Math.max(0, (figures.utilisation.mean ?? 0) - (figures.blocked.mean ?? 0) / slots);
}

/** Components on the way of a request that somebody waits for; what a broker passes on, nobody does. */
function waitedFor(design: Design, result: Result): ReadonlySet<string> {
  const scenario = (design.scenarios ?? []).find(({ id }) => id === result.scenario);
  const isBroker = (id: string): boolean =>
    kindByKey(componentById(design, id)?.kind ?? '')?.behaviour.station === 'broker';
  return reachable(
    design,
    (scenario?.arrivals ?? []).map(({ at }) => at),
    (connection) => isSynchronous(connection) && !isBroker(connection.from),
  );
}

function shareOfResponse(
  { figures }: Candidate,
  { requests }: Result,
): { readonly partMs: number; readonly wholeMs: number } | null {
  const wholeMs = requests.responseMs.mean.mean;
  const requestRate = requests.throughputPerSecond.mean;
  const rate = figures.throughputPerSecond.mean;
  const onceMs = figures.responseMs.mean.mean;
  if (wholeMs === null || onceMs === null || rate === null || requestRate === null || requestRate === 0) return null;
  const partMs = (rate / requestRate) * onceMs;
  return partMs <= wholeMs ? { partMs, wholeMs } : null;
}

/** At most three digits, and no decimals from 10 on: a sentence is no table. */
function digits(value: number): string {
  if (value >= 9.95) return value.toFixed(0);
  return String(Number(value.toPrecision(2)));
}
