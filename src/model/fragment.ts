// Parts of a design as a design of their own: what is copied, cut and dragged between windows as text of the file format,
// and the edit that puts such a part into another design. Ids are made new there; connections, groups and dead letters
// inside the part stay.
import type { Component, Design, Group, Note } from './design.ts';
import { addComponent, connect, idFrom, type PlaceShift, uniqueId } from './edit.ts';
import { groupsAround } from './group-tree.ts';

/** What of a design is meant, by id. */
export interface Parts {
  readonly components: readonly string[];
  readonly groups: readonly string[];
  readonly notes: readonly string[];
}

/** The components that go along: those named, and the members of the groups named. */
export function componentsOf(design: Design, parts: Parts): readonly Component[] {
  const around = groupsAround(design);
  const [ids, groups] = [new Set(parts.components), new Set(parts.groups)];
  return design.components.filter(
    ({ id, group }) => ids.has(id) || [...around(group)].some((above) => groups.has(above)),
  );
}

/** Groups that are named, lie in one that is, or have nothing but members that go along. */
export function groupsOf(design: Design, parts: Parts): readonly Group[] {
  const around = groupsAround(design);
  const named = new Set(parts.groups);
  const going = new Set(componentsOf(design, parts).map(({ id }) => id));
  const members = (groupId: string): readonly Component[] =>
    design.components.filter(({ group }) => around(group).has(groupId));
  return (design.groups ?? []).filter(({ id }) => {
    if ([...around(id)].some((above) => named.has(above))) return true;
    const inside = members(id);
    return inside.length > 0 && inside.every((component) => going.has(component.id));
  });
}

/** A deep copy of plain data, of a draft as well, which the platform's own cannot take. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function keepIf<T extends object, K extends keyof T>(entry: T, key: K, isKept: (value: T[K]) => boolean): T {
  if (Object.hasOwn(entry, key) && !isKept(entry[key])) delete entry[key];
  return entry;
}

/** The part as a valid design: what it mentions outside of itself is left out. */
export function fragmentOf(design: Design, parts: Parts): Design {
  const components = componentsOf(design, parts).map(copyOf);
  const groups = groupsOf(design, parts).map(copyOf);
  const [componentIds, groupIds] = [new Set(components.map(({ id }) => id)), new Set(groups.map(({ id }) => id))];
  for (const component of components) {
    keepIf(component, 'group', (group) => group !== undefined && groupIds.has(group));
    keepIf(component, 'deadLetter', (to) => to !== undefined && componentIds.has(to));
  }
  for (const group of groups) keepIf(group, 'parent', (parent) => parent !== undefined && groupIds.has(parent));
  const connections = (design.connections ?? []).filter(
    ({ from, to }) => componentIds.has(from) && componentIds.has(to),
  );
  const latencies = (design.groupLatencies ?? []).filter(({ from, to }) => groupIds.has(from) && groupIds.has(to));
  const noteIds = new Set(parts.notes);
  const notes = (design.notes ?? []).filter(({ id }) => noteIds.has(id));
  return {
    spandrel: 1,
    name: `Part of ${design.name}`,
    ...(groups.length > 0 && { groups }),
    ...(latencies.length > 0 && { groupLatencies: latencies.map(copyOf) }),
    components,
    ...(connections.length > 0 && { connections: connections.map(copyOf) }),
    ...(notes.length > 0 && { notes: notes.map(copyOf) }),
  };
}

/** "API copy", then "API copy 2": a name that tells the copy apart, where the name is taken. */
function freeName(taken: ReadonlySet<string>, name: string): string {
  if (!taken.has(name)) return name;
  const copy = name.endsWith(' copy') ? name : `${name} copy`;
  if (!taken.has(copy)) return copy;
  for (let number = 2; ; number++) if (!taken.has(`${copy} ${String(number)}`)) return `${copy} ${String(number)}`;
}

/** What came in, by its new ids. */
export interface Pasted {
  readonly components: string[];
  readonly groups: string[];
  readonly notes: string[];
  readonly connections: string[];
}

/** Adds the components, connections, groups and notes of another design, moved by an offset. */
export function pasteFragment(draft: Design, fragment: Design, by: PlaceShift, into: string | null = null): Pasted {
  const groupIds = pasteGroups(draft, fragment, by, into);
  const componentIds = pasteComponents(draft, fragment, by, groupIds, into);
  const connections = (fragment.connections ?? []).flatMap((connection) => {
    const [from, to] = [componentIds.get(connection.from), componentIds.get(connection.to)];
    if (from === undefined || to === undefined) return [];
    const { id: _id, from: _from, to: _to, ...rest } = copyOf(connection);
    for (const point of rest.view?.points ?? []) {
      point.x += by.x;
      point.y += by.y;
    }
    return connect(draft, from, to, rest);
  });
  return {
    components: [...componentIds.values()],
    // Members go with their group; what they lie in need not be named as well.
    groups: (fragment.groups ?? []).flatMap(({ id, parent }) =>
      parent !== undefined && groupIds.has(parent) ? [] : (groupIds.get(id) ?? []),
    ),
    notes: pasteNotes(draft, fragment.notes ?? [], by),
    connections,
  };
}

function pasteGroups(draft: Design, fragment: Design, by: PlaceShift, into: string | null): Map<string, string> {
  const ids = new Map<string, string>();
  const copies = (fragment.groups ?? []).map((group) => {
    draft.groups ??= [];
    const copy = copyOf(group);
    copy.id = uniqueId([...draft.groups, ...draft.components], group.id);
    if (copy.view?.x !== undefined) copy.view.x += by.x;
    if (copy.view?.y !== undefined) copy.view.y += by.y;
    draft.groups.push(copy);
    ids.set(group.id, copy.id);
    return copy.id;
  });
  // Once all have their ids, since a parent may stand after its child.
  for (const group of draft.groups ?? []) {
    if (!copies.includes(group.id)) continue;
    const parent = group.parent === undefined ? undefined : ids.get(group.parent);
    if (parent !== undefined) group.parent = parent;
    else if (into !== null) group.parent = into;
    else delete group.parent;
  }
  for (const { from, to, latencyMs } of fragment.groupLatencies ?? []) {
    const [newFrom, newTo] = [ids.get(from), ids.get(to)];
    if (newFrom === undefined || newTo === undefined) continue;
    (draft.groupLatencies ??= []).push({ from: newFrom, to: newTo, latencyMs });
  }
  return ids;
}

function pasteComponents(
  draft: Design,
  fragment: Design,
  by: PlaceShift,
  groupIds: ReadonlyMap<string, string>,
  into: string | null,
): Map<string, string> {
  const taken = new Set(draft.components.map(({ id, name }) => name ?? id));
  const ids = new Map<string, string>();
  for (const component of fragment.components) {
    const { group, ...copy } = copyOf(component);
    if (copy.name !== undefined) copy.name = freeName(taken, copy.name);
    if (copy.view) copy.view = { x: copy.view.x + by.x, y: copy.view.y + by.y };
    const home = (group === undefined ? undefined : groupIds.get(group)) ?? into;
    ids.set(component.id, addComponent(draft, { ...copy, ...(home !== null && { group: home }) }));
    if (copy.name !== undefined) taken.add(copy.name);
  }
  for (const component of draft.components) {
    if (component.deadLetter === undefined || ![...ids.values()].includes(component.id)) continue;
    const to = ids.get(component.deadLetter);
    if (to === undefined) delete component.deadLetter;
    else component.deadLetter = to;
  }
  return ids;
}

function pasteNotes(draft: Design, notes: readonly Note[], by: PlaceShift): string[] {
  return notes.map((note) => {
    draft.notes ??= [];
    const id = uniqueId(draft.notes, idFrom(note.id));
    draft.notes.push({ ...copyOf(note), id, view: { ...note.view, x: note.view.x + by.x, y: note.view.y + by.y } });
    return id;
  });
}

/** Copies parts beside themselves, inside the groups that they lie in. */
export function duplicateParts(draft: Design, parts: Parts, by: PlaceShift): Pasted {
  const fragment = fragmentOf(draft, parts);
  const inFragment = new Set((fragment.groups ?? []).map(({ id }) => id));
  const homes = fragment.components.map(({ id }) => draft.components.find((entry) => entry.id === id)?.group);
  const parents = (fragment.groups ?? []).map(({ id }) => draft.groups?.find((entry) => entry.id === id)?.parent);
  const [firstComponent, firstGroup] = [draft.components.length, draft.groups?.length ?? 0];
  const pasted = pasteFragment(draft, fragment, by);
  homes.forEach((home, index) => {
    const copy = draft.components[firstComponent + index];
    if (copy && home !== undefined && !inFragment.has(home)) copy.group = home;
  });
  parents.forEach((parent, index) => {
    const copy = draft.groups?.[firstGroup + index];
    if (copy && parent !== undefined && !inFragment.has(parent)) copy.parent = parent;
  });
  return pasted;
}
