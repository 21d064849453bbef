// Edits of groups as areas of the canvas: made around what is selected, put into one another, sized, collapsed, dissolved.
import type { Design, Group, GroupKind } from './design.ts';
import { addGroup, assignGroup, removeGroup, setOptional } from './edit.ts';
import { groupsAround } from './group-tree.ts';

/** A rectangle of the canvas. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function groupById(design: Design, id: string): Group | undefined {
  return design.groups?.find((group) => group.id === id);
}

/** A circle of groups would have no outermost one. */
export function canNest(design: Design, id: string, parent: string | null): boolean {
  if (parent === null) return true;
  return groupById(design, parent) !== undefined && !groupsAround(design)(parent).has(id);
}

/** Puts a group into another, or with null into none. Nothing happens where that would close a circle. */
export function nestGroup(draft: Design, id: string, parent: string | null): void {
  const group = groupById(draft, id);
  if (group && canNest(draft, id, parent)) setOptional(group, 'parent', parent ?? undefined);
}

/** The size below which a group does not go, and where it stands while it has no members. */
export function placeGroup(draft: Design, id: string, { x, y, width, height }: Area): void {
  const group = groupById(draft, id);
  if (group) group.view = { x, y, width, height, ...(group.view?.collapsed === true && { collapsed: true }) };
}

/** From now on the group is as large as its members need. */
export function fitGroup(draft: Design, id: string): void {
  const group = groupById(draft, id);
  if (!group?.view) return;
  setOptional(group, 'view', group.view.collapsed === true ? { collapsed: true } : undefined);
}

export function collapseGroup(draft: Design, id: string, collapsed: boolean): void {
  const group = groupById(draft, id);
  if (!group) return;
  const { collapsed: _before, ...place } = group.view ?? {};
  const view = collapsed ? { ...place, collapsed: true } : place;
  setOptional(group, 'view', Object.keys(view).length > 0 ? view : undefined);
}

/** A group around components and groups, inside the one that they all lie in, if there is one; returns its id. */
export function groupTogether(
  draft: Design,
  members: { readonly components: readonly string[]; readonly groups: readonly string[] },
  name: string,
  kind: GroupKind = 'boundary',
): string {
  const inside = new Set(members.groups);
  const around = groupsAround(draft);
  // What lies in a selected group goes along with it.
  const isWithin = (group: string | undefined): boolean => [...around(group)].some((id) => inside.has(id));
  const loose = draft.components.filter(({ id, group }) => members.components.includes(id) && !isWithin(group));
  const outermost = (draft.groups ?? []).filter(({ id, parent }) => inside.has(id) && !isWithin(parent));
  const parents = new Set([...loose.map(({ group }) => group), ...outermost.map(({ parent }) => parent)]);
  const looseIds = loose.map(({ id }) => id);
  const outermostIds = outermost.map(({ id }) => id);
  const id = addGroup(draft, name, kind, parents.size === 1 ? [...parents][0] : undefined);
  assignGroup(draft, looseIds, id);
  for (const group of outermostIds) nestGroup(draft, group, id);
  return id;
}

/** Selected groups are dissolved; selected components move up into the parent of their group. */
export function ungroup(
  draft: Design,
  { components, groups }: { readonly components: readonly string[]; readonly groups: readonly string[] },
): void {
  const parents = new Map((draft.groups ?? []).map(({ id, parent }) => [id, parent ?? null]));
  const going = new Set(groups);
  for (const { id, group } of draft.components.filter((entry) => components.includes(entry.id)))
    if (group !== undefined && !going.has(group)) assignGroup(draft, [id], parents.get(group) ?? null);
  for (const id of groups) removeGroup(draft, id);
}
