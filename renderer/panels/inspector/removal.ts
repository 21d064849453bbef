// Taking entries out of the design from the inspector.
import { remove } from '../../../src/model/edit.ts';
import { edit } from '../../state/document.ts';
import { select } from '../../state/selection.ts';

type Entries = Parameters<typeof remove>[1];

/** One step of the history; nothing is selected afterwards. */
export function removeEntries(entries: Entries): void {
  const [[noun, ids] = ['components', []]] = Object.entries(entries) as [string, readonly string[]][];
  edit(`delete ${ids.length === 1 ? noun.replace(/s$/, '') : `${ids.length} ${noun}`}`, (draft) =>
    remove(draft, entries),
  );
  select({});
}
