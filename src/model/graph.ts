// Questions asked of a design as a graph: who calls whom, what can be reached, where synchronous calls form a cycle.
import type { Component, Connection, Design } from './design.ts';

/** Connections by their caller; a component without any is not in the map. */
export type Adjacency = ReadonlyMap<string, readonly Connection[]>;

export function outgoing(design: Design): Adjacency {
  const lists = new Map<string, Connection[]>();
  for (const connection of design.connections ?? []) {
    const list = lists.get(connection.from);
    if (list) list.push(connection);
    else lists.set(connection.from, [connection]);
  }
  return lists;
}

export function callees(design: Design, id: string): readonly string[] {
  return [
    ...new Set(
      (design.connections ?? []).filter((connection) => connection.from === id).map((connection) => connection.to),
    ),
  ];
}

export function callers(design: Design, id: string): readonly string[] {
  return [
    ...new Set(
      (design.connections ?? []).filter((connection) => connection.to === id).map((connection) => connection.from),
    ),
  ];
}

export function isSynchronous(connection: Connection): boolean {
  return connection.mode !== 'async';
}

/** Ids that can be reached from the given ones, themselves included, over the connections that pass the test. */
export function reachable(
  design: Design,
  from: Iterable<string>,
  follows: (connection: Connection) => boolean = () => true,
): ReadonlySet<string> {
  const links = outgoing(design);
  const seen = new Set(from);
  const open = [...seen];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const connection of links.get(id) ?? []) {
      if (!follows(connection) || seen.has(connection.to)) continue;
      seen.add(connection.to);
      open.push(connection.to);
    }
  }
  return seen;
}

/**
 * The ids of one cycle of connections that a caller waits for, in the order of its calls, or null where there is none.
 * Depth-first search with a stack of its own, so that a long chain of components does not exhaust the engine's.
 */
export function synchronousCycle(
  design: Design,
  waits: (connection: Connection) => boolean = isSynchronous,
): readonly string[] | null {
  const links = outgoing(design);
  const finished = new Set<string>();
  for (const { id } of design.components) {
    const cycle = finished.has(id) ? null : cycleFrom(id, links, finished, waits);
    if (cycle) return cycle;
  }
  return null;
}

function cycleFrom(
  start: string,
  links: Adjacency,
  finished: Set<string>,
  waits: (connection: Connection) => boolean,
): readonly string[] | null {
  const path = [start];
  const onPath = new Set(path);
  const cursors = [0];
  while (path.length > 0) {
    const at = path.length - 1;
    const id = path[at] ?? '';
    const connection = links.get(id)?.[cursors[at] ?? 0];
    if (!connection) {
      path.pop();
      cursors.pop();
      onPath.delete(id);
      finished.add(id);
      continue;
    }
    cursors[at] = (cursors[at] ?? 0) + 1;
    if (!waits(connection) || finished.has(connection.to)) continue;
    if (onPath.has(connection.to)) return path.slice(path.indexOf(connection.to));
    path.push(connection.to);
    onPath.add(connection.to);
    cursors.push(0);
  }
  return null;
}

/** Whether a new synchronous connection would close a cycle. */
export function wouldCloseCycle(design: Design, from: string, to: string): boolean {
  return from === to || reachable(design, [to], isSynchronous).has(from);
}

/** A component's name as people see it. */
export function nameOf(component: Pick<Component, 'id' | 'name'>): string {
  return component.name ?? component.id;
}

/** The name of the component with this id; the id where there is none. */
export function componentName(design: Pick<Design, 'components'>, id: string): string {
  return nameOf(design.components.find((component) => component.id === id) ?? { id });
}

export function componentById(design: Design, id: string): Component | undefined {
  return design.components.find((component) => component.id === id);
}
