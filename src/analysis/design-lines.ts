// A design as lines, one for each value with its path, in an order of its own: what `git diff` compares in place of the
// file, so that another order or layout of the file is no difference.
import type { Design } from '../model/design.ts';

/** Entries stand in the order of their ids; where things stand on the canvas is one line, the last. */
export function designLines(design: Design): string[] {
  const views: string[] = [];
  const lines = linesOf('', design, views);
  return views.length === 0 ? lines : [...lines, `view: ${String(views.length)} values, ${hash(views.join('\n'))}`];
}

function linesOf(path: string, value: unknown, views: string[]): string[] {
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const isOf = ([key, inner]: readonly [string, unknown]): string[] => {
    if (key !== 'view') return linesOf(below(key), inner, views);
    views.push(...linesOf(below(key), inner, []));
    return [];
  };
  if (Array.isArray(value) && value.length > 0 && value.every(isBox)) return byId(value).flatMap(isOf);
  if (isBox(value) && Object.keys(value).length > 0) return Object.entries(value).flatMap(isOf);
  return [`${path}: ${JSON.stringify(value)}`];
}

/** Under their ids where all have one, else under their places. */
function byId(list: readonly Readonly<Record<string, unknown>>[]): (readonly [string, unknown])[] {
  if (!list.every(({ id }) => typeof id === 'string')) return list.map((entry, at) => [String(at), entry]);
  const pairs = list.map((entry) => [String(entry['id']), entry] as const);
  return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function isBox(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** FNV-1a, 32 bits: enough to see that something is another. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const unit of text) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return state.toString(16).padStart(8, '0');
}
