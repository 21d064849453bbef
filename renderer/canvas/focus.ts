// Which components are in focus: one, and those that call it or that it calls, so many connections away.
import type { Design } from '../../src/model/design.ts';
import type { Focus } from '../state/views.ts';

function linksBy(design: Design, key: 'from' | 'to'): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const connection of design.connections ?? []) {
    const far = key === 'from' ? connection.to : connection.from;
    const list = links.get(connection[key]);
    if (list) list.push(far);
    else links.set(connection[key], [far]);
  }
  return links;
}

function within(start: string, steps: number | null, links: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([start]);
  let edge = [start];
  for (let step = 0; edge.length > 0 && (steps === null || step < steps); step++) {
    const next = edge.flatMap((id) => links.get(id) ?? []).filter((id) => !seen.has(id));
    for (const id of next) seen.add(id);
    edge = [...new Set(next)];
  }
  return seen;
}

/** Callers of callers and callees of callees; not the other callees of a caller. */
export function inFocus(design: Design, { component, steps, direction }: Focus): ReadonlySet<string> {
  const down = direction === 'callers' ? [] : within(component, steps, linksBy(design, 'from'));
  const up = direction === 'callees' ? [] : within(component, steps, linksBy(design, 'to'));
  return new Set([component, ...up, ...down]);
}
