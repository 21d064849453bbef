// Connecting two components: whether it may be, what the new connection starts with, and the edit itself.
import { isBroker } from '../../src/catalogue/brokers.ts';
import { connect } from '../../src/model/edit.ts';
import { componentById, isSynchronous, nameOf, wouldCloseCycle } from '../../src/model/graph.ts';
import type { Connection, Design } from '../../src/model/design.ts';
import { documentStore, edit } from '../state/document.ts';
import type { EndName } from '../state/edges.ts';
import { select } from '../state/selection.ts';
import { t } from '../texts.ts';

function isBrokerId(design: Design, id: string): boolean {
  const component = componentById(design, id);
  return component !== undefined && isBroker(component);
}

/** To and from a broker nobody waits. */
export function modeBetween(design: Design, from: string, to: string): Connection['mode'] {
  return isBrokerId(design, from) || isBrokerId(design, to) ? 'async' : 'sync';
}

function whyNot(design: Design, from: string, to: string, waits: boolean): string | null {
  const [source, target] = [componentById(design, from), componentById(design, to)];
  if (!source || !target) return t('connections.needsBothEnds');
  if (from === to) return t('connections.notItself', { name: nameOf(source) });
  if (waits && wouldCloseCycle(design, from, to))
    return t('connections.wouldCloseCycle', { callee: nameOf(target), caller: nameOf(source) });
  return null;
}

/** A sentence on why these two cannot be connected; null where they can. */
export function whyNotConnect(design: Design, from: string, to: string): string | null {
  return whyNot(design, from, to, modeBetween(design, from, to) === 'sync');
}

function without(design: Design, { id }: Connection): Design {
  return { ...design, connections: (design.connections ?? []).filter((connection) => connection.id !== id) };
}

/** The same for a connection that is there and is to have these ends. What a broker hands on, nobody waits for. */
export function whyNotLead(design: Design, connection: Connection, from: string, to: string): string | null {
  return whyNot(without(design, connection), from, to, isSynchronous(connection) && !isBrokerId(design, from));
}

/** The text behind it says what to do instead. */
export function cycleMend(): string {
  return t('connections.cycleMend');
}

/** Ids from which the given one is reached over calls that somebody waits for, or that it reaches; itself included. */
function waitingFor(design: Design, id: string, end: EndName): ReadonlySet<string> {
  const links = new Map<string, string[]>();
  for (const connection of design.connections ?? []) {
    if (!isSynchronous(connection)) continue;
    const [near, far] = end === 'to' ? [connection.to, connection.from] : [connection.from, connection.to];
    const list = links.get(near);
    if (list) list.push(far);
    else links.set(near, [far]);
  }
  const seen = new Set([id]);
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of links.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  return seen;
}

/** Components that cannot be called by this one: looked for once, not for each of them. */
export function refusedCallees(design: Design, from: string): ReadonlySet<string> {
  if (isBrokerId(design, from)) return new Set([from]);
  const waiting = [...waitingFor(design, from, 'to')].filter((id) => id === from || !isBrokerId(design, id));
  return new Set(waiting);
}

/** Components that this end of a connection cannot be led to. */
export function refusedFor(design: Design, connection: Connection, end: EndName): ReadonlySet<string> {
  const stays = end === 'from' ? connection.to : connection.from;
  if (!isSynchronous(connection) || (end === 'to' && isBrokerId(design, stays))) return new Set([stays]);
  const waiting = waitingFor(without(design, connection), stays, end);
  return new Set([...waiting].filter((id) => id === stays || end === 'to' || !isBrokerId(design, id)));
}

export function connectComponents(from: string, to: string): void {
  const { design } = documentStore.getState();
  if (whyNotConnect(design, from, to) !== null) return;
  const names = [from, to].map((id) => {
    const component = componentById(design, id);
    return component ? nameOf(component) : id;
  });
  let id = '';
  const [caller = from, callee = to] = names;
  edit(t('steps.connect', { what: t('steps.fromTo', { from: caller, to: callee }) }), (draft) => {
    id = connect(draft, from, to, { mode: modeBetween(design, from, to) });
  });
  select({ connections: [id] });
}
