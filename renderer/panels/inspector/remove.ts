// Taking entries out of the design from the inspector, together with what cannot stand without them.
import type { Design } from '../../../src/model/design.ts';
import { edit } from '../../state/document.ts';
import { select } from '../../state/selection.ts';

interface Entries {
  readonly components?: readonly string[];
  readonly connections?: readonly string[];
  readonly groups?: readonly string[];
}

function without<T extends { id: string }>(entries: readonly T[] | undefined, ids: readonly string[]): T[] {
  return (entries ?? []).filter((entry) => !ids.includes(entry.id));
}

/** Connections go with their ends; members of a group that goes stay, in the group around it. */
export function removeFrom(draft: Design, { components = [], connections = [], groups = [] }: Entries): void {
  draft.components = without(draft.components, components);
  if (draft.connections)
    draft.connections = without(draft.connections, connections).filter(
      ({ from, to }) => !components.includes(from) && !components.includes(to),
    );
  for (const id of groups) removeGroup(draft, id);
}

function removeGroup(draft: Design, id: string): void {
  const parent = draft.groups?.find((group) => group.id === id)?.parent;
  draft.groups = without(draft.groups, [id]);
  for (const component of draft.components) if (component.group === id) moveTo(component, 'group', parent);
  for (const group of draft.groups) if (group.parent === id) moveTo(group, 'parent', parent);
  if (draft.groupLatencies)
    draft.groupLatencies = draft.groupLatencies.filter(({ from, to }) => from !== id && to !== id);
}

function moveTo<K extends string>(
  entry: { [key in K]?: string | undefined },
  key: K,
  parent: string | undefined,
): void {
  if (parent === undefined) delete entry[key];
  else entry[key] = parent as (typeof entry)[K];
}

export function removeEntries(entries: Entries): void {
  const count = Object.values(entries).reduce((sum, ids: readonly string[]) => sum + ids.length, 0);
  const [noun = 'entry'] = Object.keys(entries);
  edit(`delete ${count === 1 ? noun.replace(/s$/, '') : `${count} ${noun}`}`, (draft) => removeFrom(draft, entries));
  select({});
}
