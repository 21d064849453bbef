// Edits of a design, as recipes: each changes the draft that it is given (an immer draft in the window, a copy
// elsewhere) and leaves it a design. Selection, undo and drawing are nobody's business here.
import type { Component, Connection, Design, Group, GroupKind, Scenario } from './design.ts';

/** What a new component starts with besides its id. */
export type NewComponent = Omit<Component, 'id'> & { readonly id?: string };

/** An id that starts as the wish, with a number behind it where the wish is taken. */
export function uniqueId(taken: Iterable<{ readonly id: string }>, wish: string): string {
  const ids = new Set([...taken].map((entry) => entry.id));
  const base = idFrom(wish);
  if (!ids.has(base)) return base;
  const stem = base.slice(0, 56).replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const candidate = `${stem}-${number}`;
    if (!ids.has(candidate)) return candidate;
  }
}

/** The nearest id to a name: "API Gateway" is `api-gateway`. */
export function idFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z]+|-+$/g, '')
    .slice(0, 63)
    .toLowerCase();
  return plain === '' ? 'component' : plain;
}

/** Adds at the end of the list; returns the id. */
export function addComponent(draft: Design, component: NewComponent): string {
  const { id: wish, ...rest } = component;
  const id = uniqueId(draft.components, wish ?? rest.name ?? rest.kind);
  draft.components.push({ id, ...rest });
  return id;
}

/** Connects two components; returns the id of the connection. */
export function connect(
  draft: Design,
  from: string,
  to: string,
  rest: Partial<Omit<Connection, 'id' | 'from' | 'to'>> = {},
): string {
  draft.connections ??= [];
  const id = uniqueId(draft.connections, `${from}-${to}`);
  draft.connections.push({ id, from, to, ...rest });
  return id;
}

export function moveComponents(
  draft: Design,
  places: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
): void {
  for (const component of draft.components) {
    const place = Object.hasOwn(places, component.id) ? places[component.id] : undefined;
    if (place) component.view = { x: place.x, y: place.y };
  }
}

/** An empty name means none: the id is shown. */
export function renameComponent(draft: Design, id: string, name: string): void {
  const component = draft.components.find((candidate) => candidate.id === id);
  if (!component) return;
  if (name.trim() === '') delete component.name;
  else component.name = name.trim();
}

interface Removal {
  readonly components?: readonly string[];
  readonly connections?: readonly string[];
  readonly groups?: readonly string[];
}

/** Removes what is named, the connections of what goes, and every mention of it. Members of a group stay, in its parent. */
export function remove(draft: Design, removal: Removal): void {
  for (const id of removal.groups ?? []) removeGroup(draft, id);
  const gone = new Set(removal.components);
  const goneLinks = new Set(removal.connections);
  for (const { id, from, to } of draft.connections ?? []) if (gone.has(from) || gone.has(to)) goneLinks.add(id);
  if (goneLinks.size > 0) draft.connections = draft.connections?.filter(({ id }) => !goneLinks.has(id));
  if (gone.size > 0) {
    draft.components = draft.components.filter(({ id }) => !gone.has(id));
    for (const component of draft.components)
      if (component.deadLetter !== undefined && gone.has(component.deadLetter)) delete component.deadLetter;
    if (draft.objectives) draft.objectives = draft.objectives.filter(({ at }) => at === undefined || !gone.has(at));
  }
  for (const scenario of draft.scenarios ?? []) forgetIn(scenario, gone, goneLinks);
}

function forgetIn(scenario: Scenario, gone: ReadonlySet<string>, goneLinks: ReadonlySet<string>): void {
  if (gone.size > 0) scenario.arrivals = scenario.arrivals.filter(({ at }) => !gone.has(at));
  if (scenario.rollouts) scenario.rollouts = scenario.rollouts.filter(({ at }) => !gone.has(at));
  if (scenario.faults) {
    scenario.faults = scenario.faults.filter((fault) =>
      'at' in fault ? !gone.has(fault.at) : !goneLinks.has(fault.connection),
    );
  }
}

/** Gives a component another id, everywhere that it is named. Nothing happens where the id is taken or the same. */
export function changeComponentId(draft: Design, id: string, next: string): void {
  if (draft.components.some((component) => component.id === next)) return;
  const renamed = (value: string): string => (value === id ? next : value);
  for (const component of draft.components) {
    component.id = renamed(component.id);
    if (component.deadLetter !== undefined) component.deadLetter = renamed(component.deadLetter);
  }
  for (const connection of draft.connections ?? []) {
    connection.from = renamed(connection.from);
    connection.to = renamed(connection.to);
  }
  for (const objective of draft.objectives ?? []) if (objective.at !== undefined) objective.at = renamed(objective.at);
  forEachMention(draft, (holder) => {
    holder.at = renamed(holder.at);
  });
}

export function changeConnectionId(draft: Design, id: string, next: string): void {
  if (draft.connections?.some((connection) => connection.id === next)) return;
  for (const connection of draft.connections ?? []) if (connection.id === id) connection.id = next;
  for (const scenario of draft.scenarios ?? []) {
    for (const fault of scenario.faults ?? [])
      if ('connection' in fault && fault.connection === id) fault.connection = next;
  }
}

/** Arrivals, rollouts and faults that name a component or group. */
function forEachMention(draft: Design, visit: (holder: { at: string }) => void): void {
  for (const scenario of draft.scenarios ?? []) {
    scenario.arrivals.forEach(visit);
    scenario.rollouts?.forEach(visit);
    for (const fault of scenario.faults ?? []) if ('at' in fault) visit(fault);
  }
}

export function addGroup(draft: Design, name: string, kind: GroupKind = 'boundary', parent?: string): string {
  draft.groups ??= [];
  const id = uniqueId([...draft.groups, ...draft.components], idFrom(name));
  const group: Group = parent === undefined ? { id, name, kind } : { id, name, kind, parent };
  draft.groups.push(group);
  return id;
}

export function changeGroupId(draft: Design, id: string, next: string): void {
  if (draft.groups?.some((group) => group.id === next)) return;
  const renamed = (value: string): string => (value === id ? next : value);
  for (const group of draft.groups ?? []) {
    group.id = renamed(group.id);
    if (group.parent !== undefined) group.parent = renamed(group.parent);
  }
  for (const component of draft.components)
    if (component.group !== undefined) component.group = renamed(component.group);
  for (const latency of draft.groupLatencies ?? []) {
    latency.from = renamed(latency.from);
    latency.to = renamed(latency.to);
  }
  if (draft.components.some((component) => component.id === id)) return;
  forEachMention(draft, (holder) => {
    holder.at = renamed(holder.at);
  });
}

/** The members and inner groups of a removed group go to its parent. */
export function removeGroup(draft: Design, id: string): void {
  const group = draft.groups?.find((candidate) => candidate.id === id);
  if (!group) return;
  const parent = group.parent;
  draft.groups = draft.groups?.filter((candidate) => candidate.id !== id);
  for (const inner of draft.groups ?? []) if (inner.parent === id) setOptional(inner, 'parent', parent);
  for (const component of draft.components) if (component.group === id) setOptional(component, 'group', parent);
  if (draft.groupLatencies)
    draft.groupLatencies = draft.groupLatencies.filter(({ from, to }) => from !== id && to !== id);
  for (const scenario of draft.scenarios ?? []) {
    if (scenario.faults && !draft.components.some((component) => component.id === id)) {
      scenario.faults = scenario.faults.filter((fault) => !('at' in fault) || fault.at !== id);
    }
  }
}

export function assignGroup(draft: Design, componentIds: readonly string[], group: string | null): void {
  const ids = new Set(componentIds);
  for (const component of draft.components)
    if (ids.has(component.id)) setOptional(component, 'group', group ?? undefined);
}

/** Writes an optional key, or removes it: a missing key means its default. */
export function setOptional<T extends object, K extends keyof T>(holder: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) delete holder[key];
  else holder[key] = value;
}

/** Copies components beside themselves, with the connections between them; returns the new ids by the old. */
export function duplicate(
  draft: Design,
  componentIds: readonly string[],
  offset: { readonly x: number; readonly y: number },
): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  for (const id of componentIds) {
    const original = draft.components.find((component) => component.id === id);
    if (!original) continue;
    const copy = structuredCloneOf(original);
    copy.id = uniqueId(draft.components, id);
    if (original.name !== undefined) copy.name = `${original.name} copy`;
    if (copy.view) copy.view = { x: copy.view.x + offset.x, y: copy.view.y + offset.y };
    draft.components.push(copy);
    copies.set(id, copy.id);
  }
  for (const connection of [...(draft.connections ?? [])]) {
    const from = copies.get(connection.from);
    const to = copies.get(connection.to);
    if (from === undefined || to === undefined) continue;
    const { id: _id, from: _from, to: _to, ...rest } = structuredCloneOf(connection);
    for (const point of rest.view?.points ?? []) {
      point.x += offset.x;
      point.y += offset.y;
    }
    connect(draft, from, to, rest);
  }
  return copies;
}

/** A deep copy of plain data; a draft cannot be cloned by the platform, and JSON is what it is. */
function structuredCloneOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
