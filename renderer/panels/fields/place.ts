// Where a field lies in the design, and reading and writing there. A place names entries by their id, as the PATH
// language does, so that it stays right when the order of a list changes.
import { isDraft } from 'immer';
import type { Design } from '../../../src/model/design.ts';
import { pathOf as pathOfKeys } from '../../../src/model/path.ts';

export type Key = string | number;
export type Place = readonly Key[];

/** The lists of the design whose entries are found by their id. */
const BY_ID = new Set(['components', 'connections', 'groups', 'objectives', 'scenarios']);

/** Objects without meaning of their own: they vanish from the file with their last key. */
const VANISHES_EMPTY = new Set([
  'capacity',
  'resources',
  'cost',
  'runtime',
  'env',
  'serviceByClass',
  'version',
  'view',
]);

type Holder = Record<Key, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

interface Entry {
  readonly id: string;
}

const positions = new WeakMap<readonly Entry[], ReadonlyMap<string, number>>();

/** Looked up for many entries after each edit, so the ids of a list are kept; a draft still changes under one's hands. */
function positionOf(entries: readonly Entry[], id: string): number {
  if (isDraft(entries)) return entries.findIndex((entry) => entry.id === id);
  const known = positions.get(entries) ?? new Map(entries.map((entry, at) => [entry.id, at] as const).reverse());
  positions.set(entries, known);
  return known.get(id) ?? -1;
}

/** The same place with positions for ids; null where an entry is not there. */
function resolve(design: Design, place: Place): Place | null {
  const [list, id, ...rest] = place;
  if (typeof list !== 'string' || typeof id !== 'string' || !BY_ID.has(list)) return place;
  const index = positionOf(design[list as 'components'] ?? [], id);
  return index < 0 ? null : [list, index, ...rest];
}

/** `components.api.capacity.replicas`: the place as findings name it. */
export function pathOf(design: Design, place: Place): string {
  return pathOfKeys(design, resolve(design, place) ?? place);
}

/** The value there; undefined where nothing is. */
export function valueAt(design: Design, place: Place): unknown {
  const keys = resolve(design, place);
  if (!keys) return undefined;
  let value: unknown = design;
  for (const key of keys) {
    if (!isHolder(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Objects or lists are made on the way as the next key asks. */
function holderOf(design: Design, keys: Place): Holder {
  let holder: Holder = design as unknown as Holder;
  keys.slice(0, -1).forEach((key, depth) => {
    if (!isHolder(holder[key])) holder[key] = typeof keys[depth + 1] === 'number' ? [] : {};
    holder = holder[key] as Holder;
  });
  return holder;
}

function isEmpty(value: unknown): boolean {
  return isHolder(value) && Object.keys(value).length === 0;
}

/**
 * Writes a value into a draft of the design, or removes the key when the value is undefined; an entry of a list is taken
 * out of it. A place whose component or scenario is gone is left alone.
 */
export function setAt(draft: Design, place: Place, value: unknown): void {
  const keys = resolve(draft, place);
  const last = keys?.at(-1);
  if (!keys || last === undefined) return;
  if (value === undefined && valueAt(draft, place) === undefined) return;
  const holder = holderOf(draft, keys);
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else remove(draft, keys, holder, last);
}

function remove(draft: Design, keys: Place, holder: Holder, last: Key): void {
  delete holder[last];
  const parent = keys.at(-2);
  if (isEmpty(holder) && typeof parent === 'string' && VANISHES_EMPTY.has(parent))
    setAt(draft, keys.slice(0, -1), undefined);
}
