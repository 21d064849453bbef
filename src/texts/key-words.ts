// The words of a key by the path at which it stands in a design, for those who know no schema: sentences about what was
// changed, and reports.
import type { Language } from './index.ts';
import { texts } from './index.ts';

export interface KeyWords {
  readonly title: string;
  /** What a missing key means, in words; undefined where nothing is said. */
  readonly missing?: string;
}

interface Entry {
  readonly words: readonly string[];
  readonly found: KeyWords;
}

const known = new Map<Language, ReadonlyMap<string, readonly Entry[]>>();

/** By their last word, all keys of the catalogue. */
function entriesOf(language: Language): ReadonlyMap<string, readonly Entry[]> {
  const before = known.get(language);
  if (before) return before;
  const entries = new Map<string, Entry[]>();
  const visit = (node: Readonly<Record<string, unknown>>, words: readonly string[]): void => {
    if (typeof node.title === 'string') {
      const last = words.at(-1) ?? '';
      const found = { title: node.title, ...(typeof node.missing === 'string' && { missing: node.missing }) };
      entries.set(last, [...(entries.get(last) ?? []), { words: words.slice(0, -1), found }]);
    }
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>, [...words, key]);
  };
  visit(texts[language].keys, []);
  known.set(language, entries);
  return entries;
}

/** Lists are named in the plural in a path, and their entries in the singular in the catalogue. */
function singular(word: string): string {
  return word === 'groupLatencies' ? 'groupLatency' : word.replace(/s$/, '');
}

/** The words of `key` below `path`; where the same key stands in several places, of the place that is most alike. */
export function wordsOfKey(key: string, path: readonly string[], language: Language = 'en'): KeyWords | null {
  const candidates = entriesOf(language).get(key) ?? [];
  const around = new Set(path.flatMap((word) => [word, singular(word)]));
  let best: Entry | null = null;
  let most = -1;
  for (const entry of candidates) {
    const alike = entry.words.filter((word) => around.has(word)).length - 0.1 * entry.words.length;
    if (alike > most) [best, most] = [entry, alike];
  }
  return best?.found ?? null;
}
