// The differences as a person steps through them: each with its place on the canvas. A component that only moved is one
// difference of its own sort, so that an arranged design does not hide what else is new.
import { diffDesigns, type Change } from '../../src/model/diff.ts';
import type { Design } from '../../src/model/design.ts';

export type Sort = Change['kind'] | 'moved';

export interface Difference {
  readonly sort: Sort;
  readonly change: Change;
  readonly list: string;
  /** Of the entry of the list that it lies in; null for the design itself. */
  readonly id: string | null;
}

const ORDER: readonly Sort[] = ['removed', 'added', 'changed', 'moved'];

function differenceOf(change: Change): Difference {
  const [list = '', id = null, key] = change.path.split('.');
  const isMove = list === 'components' && key === 'view';
  // A field that came or went is a change of what it is a field of.
  const isWhole = key === undefined && id !== null;
  return { sort: isMove ? 'moved' : isWhole ? change.kind : 'changed', change, list, id };
}

let last: { readonly before: Design; readonly after: Design; readonly differences: readonly Difference[] } | null =
  null;

/** Worked out once for a pair, since bar and canvas both ask. */
export function differencesBetween(before: Design, after: Design): readonly Difference[] {
  if (last?.before === before && last.after === after) return last.differences;
  const all = diffDesigns(before, after).map(differenceOf);
  const seen = new Set<string>();
  const differences = all.filter(({ sort, id }) => {
    if (sort !== 'moved' || id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  differences.sort((a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort));
  last = { before, after, differences };
  return differences;
}

export function countsOf(differences: readonly Difference[]): Readonly<Record<Sort, number>> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { sort } of differences) counts[sort] += 1;
  return counts;
}

export type Mark = 'added' | 'removed' | 'changed';

/** What stands at each entry of a list on the canvas: a whole entry that came or went, or one with something else in it. */
export function marksIn(differences: readonly Difference[], list: string): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { sort, list: within, id } of differences) {
    if (within !== list || id === null || sort === 'moved') continue;
    marks.set(id, sort);
  }
  return marks;
}
