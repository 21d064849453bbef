// What may not lead back to itself: groups within groups, and calls that somebody waits for.
import type { Connection } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { isSynchronous, synchronousCycle } from '../../model/graph.ts';
import { isBroker } from '../brokers.ts';
import { error, finding, type Subject, titleOf } from './subject.ts';

export function checkCycles(subject: Subject): Finding[] {
  return [...groupCycles(subject), ...selfConnections(subject), ...callCycle(subject)];
}

/** Each cycle is told once, at the first of its groups in the file. */
function groupCycles({ groups, groupById, pathOf }: Subject): Finding[] {
  const told = new Set<string>();
  return groups.flatMap(({ id }, index) => {
    const cycle = told.has(id) ? null : cycleOfParents(id, (group) => groupById.get(group)?.parent);
    if (cycle === null) return [];
    cycle.forEach((member) => told.add(member));
    const names = [...cycle, id].map((member) => groupById.get(member)?.name ?? member);
    const message = `the groups lie in one another in a cycle: ${names.join(' in ')}`;
    return error('group-cycle', `${pathOf('groups', index)}.parent`, message, 'remove the parent of one of them');
  });
}

/** The group and those above it, where they lead back to it; null where they end or lead into another cycle. */
function cycleOfParents(id: string, parentOf: (id: string) => string | undefined): string[] | null {
  const above = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !above.has(at)) {
    above.add(at);
    at = parentOf(at);
  }
  return at === id ? [...above] : null;
}

/** With fewer calls than this for each message, what a component sends itself dies out. */
const ENDLESS_CALLS = 1;

function selfConnections(subject: Subject): Finding[] {
  return subject.connections.flatMap((connection, index) => {
    if (connection.from !== connection.to || !subject.componentById.has(connection.from)) return [];
    const name = titleOf(subject, connection.from);
    const path = subject.pathOf('connections', index);
    if (isAwaited(subject, connection)) {
      const message = `${name} waits for an answer of its own, which is a cycle: ${name} → ${name}`;
      return [error('self-connection', path, message, 'remove the connection, or make it asynchronous')];
    }
    if ((connection.calls ?? 1) < ENDLESS_CALLS) return [];
    const message = `every message of ${name} to itself makes another, without end`;
    return [
      finding('self-connection', 'warning', path, message, 'remove the connection, or give it fewer calls than 1'),
    ];
  });
}

/** What a broker hands on, nobody waits for: whoever sent the message was answered when the broker had it. */
function isAwaited({ componentById }: Subject, connection: Connection): boolean {
  const caller = componentById.get(connection.from);
  return isSynchronous(connection) && !(caller !== undefined && isBroker(caller));
}

function callCycle(subject: Subject): Finding[] {
  const waits = (connection: Connection): boolean =>
    connection.from !== connection.to && isAwaited(subject, connection);
  const cycle = synchronousCycle(subject.design, waits);
  const last = cycle?.at(-1);
  const first = cycle?.[0];
  if (cycle === null || first === undefined || last === undefined) return [];
  const closing = (connection: Connection): boolean =>
    connection.from === last && connection.to === first && waits(connection);
  const names = [...cycle, first].map((id) => titleOf(subject, id)).join(' → ');
  return [
    error(
      'synchronous-cycle',
      subject.pathOf('connections', subject.connections.findIndex(closing)),
      `synchronous connections form a cycle: ${names}`,
      'remove one of these connections, or make it asynchronous',
    ),
  ];
}
