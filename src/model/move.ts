// One change of places: what a drag previews on every step and commits once. Components, groups and notes stand
// elsewhere; components and groups may lie in another group afterwards.
import type { Design } from './design.ts';
import { assignGroup, moveComponents } from './edit.ts';
import { type Area, groupById, nestGroup, placeGroup } from './group-edits.ts';
import { placeNote } from './notes.ts';

type ById<T> = Readonly<Record<string, T>>;

export interface Move {
  /** The left top corners of components. */
  readonly places: ById<{ readonly x: number; readonly y: number }>;
  readonly groups: ById<Area>;
  readonly notes: ById<Area>;
  /** The group of components from now on. */
  readonly homes: ById<string | null>;
  /** The group that groups lie in from now on. */
  readonly parents: ById<string | null>;
}

export const NO_MOVE: Move = { places: {}, groups: {}, notes: {}, homes: {}, parents: {} };

export function applyMove(draft: Design, move: Move): void {
  moveComponents(draft, move.places);
  for (const [id, area] of Object.entries(move.groups)) placeGroup(draft, id, area);
  for (const [id, area] of Object.entries(move.notes)) placeNote(draft, id, area);
  for (const [id, home] of Object.entries(move.homes)) assignGroup(draft, [id], home);
  for (const [id, parent] of Object.entries(move.parents)) if (groupById(draft, id)) nestGroup(draft, id, parent);
}

/** The design after the move, without a history: all that does not move stays the same object. */
export function movedDesign(design: Design, move: Move): Design {
  const touched = (...lists: readonly ById<unknown>[]) => {
    const ids = new Set(lists.flatMap((list) => Object.keys(list)));
    return <T extends { id: string }>(entry: T): T => (ids.has(entry.id) ? { ...entry } : entry);
  };
  const copy: Design = { ...design, components: design.components.map(touched(move.places, move.homes)) };
  if (design.groups) copy.groups = design.groups.map(touched(move.groups, move.parents));
  if (design.notes) copy.notes = design.notes.map(touched(move.notes));
  applyMove(copy, move);
  return copy;
}
