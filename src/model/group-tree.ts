// The groups of a design as a forest, for every format that draws boxes in boxes.
import type { Component, Design, Group } from './design.ts';

export interface GroupNode {
  readonly id: string;
  readonly title: string;
  readonly components: readonly Component[];
  readonly children: readonly GroupNode[];
}

export interface GroupForest {
  readonly roots: readonly GroupNode[];
  /** Components in no group, or in one that the design does not have. */
  readonly loose: readonly Component[];
}

/** Everything keeps the order of the file. A group whose parents form a circle, or are missing, stands at the root. */
export function groupForest(design: Design): GroupForest {
  const groups = new Map((design.groups ?? []).map((group) => [group.id, group]));
  const children = collect([...groups.values()], (group) => parentOf(group, groups));
  const members = collect(design.components, ({ group }) => (group !== undefined && groups.has(group) ? group : null));
  const grow = (group: Group): GroupNode => ({
    id: group.id,
    title: group.name ?? group.id,
    components: members.get(group.id) ?? [],
    children: (children.get(group.id) ?? []).map(grow),
  });
  return { roots: (children.get(null) ?? []).map(grow), loose: members.get(null) ?? [] };
}

function parentOf(group: Group, groups: ReadonlyMap<string, Group>): string | null {
  const seen = new Set([group.id]);
  let above = group.parent;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    above = groups.get(above)?.parent;
  }
  const isCircular = above === group.id;
  return group.parent !== undefined && groups.has(group.parent) && !isCircular ? group.parent : null;
}

function collect<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const collected = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const alike = collected.get(key);
    if (alike === undefined) collected.set(key, [item]);
    else alike.push(item);
  }
  return collected;
}

/** For a group: its own id and those of all groups around it; nothing for what lies in no group. Circles are cut. */
export function groupsAround(design: Design): (group: string | undefined) => ReadonlySet<string> {
  const parents = new Map((design.groups ?? []).map(({ id, parent }) => [id, parent]));
  return (group) => {
    const around = new Set<string>();
    for (let at = group; at !== undefined && !around.has(at); at = parents.get(at)) around.add(at);
    return around;
  };
}
