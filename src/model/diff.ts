// What is different between two designs, as data: entries with an id are told apart by it, wherever they stand in their
// list; everything else by its place. No sentence and no judgement here.
import type { Design } from './design.ts';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** In the PATH language: `components.api.capacity.replicas`; a list itself where its order is another. */
  readonly path: string;
  /** Undefined where it was not there. */
  readonly before: unknown;
  /** Undefined where it is not there. */
  readonly after: unknown;
}

type Entry = { readonly id: string };

/** Lists that may be missing: the first entry of one is an added entry, not an added list. */
const LISTS = ['groups', 'groupLatencies', 'components', 'connections', 'objectives', 'scenarios'] as const;

/** Empty exactly where the two say the same. */
export function diffDesigns(before: Design, after: Design): readonly Change[] {
  return diffValues('', withLists(before, after), withLists(after, before));
}

function withLists(design: Design, other: Design): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...design };
  for (const list of LISTS) if (design[list] === undefined && (other[list]?.length ?? 0) > 0) filled[list] = [];
  return filled;
}

function diffValues(path: string, before: unknown, after: unknown): readonly Change[] {
  if (Object.is(before, after)) return [];
  if (before === undefined) return [{ kind: 'added', path, before, after }];
  if (after === undefined) return [{ kind: 'removed', path, before, after }];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(path, before, after);
  if (isRecord(before) && isRecord(after)) return diffRecords(path, before, after);
  return [{ kind: 'changed', path, before, after }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntries(list: readonly unknown[]): list is readonly Entry[] {
  const ids = list.map((entry) => (isRecord(entry) ? entry['id'] : undefined));
  return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function diffRecords(path: string, before: Record<string, unknown>, after: Record<string, unknown>): readonly Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const own = (record: Record<string, unknown>, key: string): unknown =>
    Object.hasOwn(record, key) ? record[key] : undefined;
  return [...keys].flatMap((key) => diffValues(below(path, key), own(before, key), own(after, key)));
}

function diffLists(path: string, before: readonly unknown[], after: readonly unknown[]): readonly Change[] {
  if (isEntries(before) && isEntries(after)) return diffEntries(path, before, after);
  // Plain numbers and points are one value to a reader, however many they are.
  if (![...before, ...after].every(isRecord)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ kind: 'changed', path, before, after }];
  }
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) =>
    diffValues(below(path, String(index)), before[index], after[index]),
  ).flat();
}

function diffEntries(path: string, before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const [earlier, later] = [byId(before), byId(after)];
  const gone = before.filter(({ id }) => !later.has(id));
  const kept = before.filter(({ id }) => later.has(id));
  const come = after.filter(({ id }) => !earlier.has(id));
  const orderBefore = kept.map(({ id }) => id);
  const orderAfter = after.filter(({ id }) => earlier.has(id)).map(({ id }) => id);
  return [
    ...gone.map((entry): Change => ({ kind: 'removed', path: below(path, entry.id), before: entry, after: undefined })),
    ...kept.flatMap((entry) => diffValues(below(path, entry.id), entry, later.get(entry.id))),
    ...come.map((entry): Change => ({ kind: 'added', path: below(path, entry.id), before: undefined, after: entry })),
    ...orderChange(path, orderBefore, orderAfter),
  ];
}

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function orderChange(path: string, before: readonly string[], after: readonly string[]): readonly Change[] {
  return before.every((id, index) => id === after[index]) ? [] : [{ kind: 'changed', path, before, after }];
}
