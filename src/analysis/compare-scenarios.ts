// Two scenarios side by side: every value of either, with what is different. Arrivals, faults and rollouts are matched by
// what they are and where they strike, not by their place in the list.
import type { Scenario } from '../model/design.ts';

export type Change = 'same' | 'changed' | 'added' | 'removed';

export interface ScenarioRow {
  /** The list and the entry that the row belongs to; null for a value of the scenario itself. */
  readonly list: 'arrivals' | 'faults' | 'rollouts' | null;
  readonly entry: Readonly<Record<string, unknown>> | null;
  /** From the scenario or the entry on; empty where a whole entry is there or not. */
  readonly keys: readonly string[];
  readonly change: Change;
  readonly before: unknown;
  readonly after: unknown;
}

type Holder = Readonly<Record<string, unknown>>;

const LISTS = ['arrivals', 'faults', 'rollouts'] as const;

/** What names a scenario says nothing of what it does. */
const NAMES = new Set(['id', 'name', 'description']);

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changeOf(before: unknown, after: unknown): Change {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return JSON.stringify(before) === JSON.stringify(after) ? 'same' : 'changed';
}

/** A row for each plain value or list below; parts such as a distribution are told key by key while both have them. */
function rowsBelow(
  before: Holder,
  after: Holder,
  keys: readonly string[],
  row: Pick<ScenarioRow, 'list' | 'entry'>,
): ScenarioRow[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (isHolder(old) && isHolder(now)) return rowsBelow(old, now, [...keys, name], row);
    return [{ ...row, keys: [...keys, name], change: changeOf(old, now), before: old, after: now }];
  });
}

function identityOf(list: (typeof LISTS)[number], entry: Holder): string {
  const where = String(entry.at ?? entry.connection ?? '');
  if (list === 'arrivals') return `${where} ${String(entry.class ?? '')}`;
  return list === 'faults' ? `${String(entry.kind)} ${where}` : where;
}

function rowsOfList(list: (typeof LISTS)[number], before: readonly Holder[], after: readonly Holder[]): ScenarioRow[] {
  const left = [...after];
  const matched = before.flatMap((old): ScenarioRow[] => {
    const at = left.findIndex((now) => identityOf(list, now) === identityOf(list, old));
    if (at < 0) return [{ list, entry: old, keys: [], change: 'removed', before: old, after: undefined }];
    const [now] = left.splice(at, 1);
    return rowsBelow(old, now ?? {}, [], { list, entry: old }).filter(
      ({ keys }) => !['at', 'connection'].includes(keys[0] ?? ''),
    );
  });
  const added = left.map((now): ScenarioRow => ({
    list,
    entry: now,
    keys: [],
    change: 'added',
    before: undefined,
    after: now,
  }));
  return [...matched, ...added];
}

export function compareScenarios(before: Scenario, after: Scenario): readonly ScenarioRow[] {
  const own = (scenario: Scenario): Holder =>
    Object.fromEntries(
      Object.entries(scenario).filter(([key]) => !NAMES.has(key) && !LISTS.includes(key as (typeof LISTS)[number])),
    );
  return [
    ...rowsBelow(own(before), own(after), [], { list: null, entry: null }),
    ...LISTS.flatMap((list) => rowsOfList(list, before[list] ?? [], after[list] ?? [])),
  ];
}
