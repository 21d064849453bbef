// Every id stands once in its list, as connections, scenarios and results name things by it.
import type { Finding } from '../../model/finding.ts';
import { error, type EntryList, repeatedIds, type Subject } from './subject.ts';

const LISTS: readonly (readonly [list: EntryList, noun: string])[] = [
  ['groups', 'group'],
  ['components', 'component'],
  ['connections', 'connection'],
  ['objectives', 'objective'],
  ['scenarios', 'scenario'],
  ['notes', 'note'],
];

export function checkIds({ design }: Subject): Finding[] {
  return LISTS.flatMap(([list, noun]) => duplicatesIn(design[list] ?? [], list, noun));
}

function duplicatesIn(entries: readonly { readonly id: string }[], list: EntryList, noun: string): Finding[] {
  const repeated = repeatedIds(entries);
  if (repeated.size === 0) return [];
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!repeated.has(id)) return [];
    const isFirst = !seen.has(id);
    seen.add(id);
    if (isFirst) return [];
    return error(
      'duplicate-id',
      `${list}.${String(index)}.id`,
      `another ${noun} before it has the id "${id}" too`,
      `give this ${noun} an id of its own`,
    );
  });
}
