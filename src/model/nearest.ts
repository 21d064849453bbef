// The nearest right word for a wrong one, for every "did you mean".

/** Edits (insert, delete, replace) between two words; Levenshtein's distance by one row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of the list that is nearest, or null where none is near (more than a third of it and two letters wrong). */
export function nearest(word: string, list: readonly string[]): string | null {
  if (word.length > 64) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of list) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best !== null && least <= Math.max(2, best.length / 3) ? best : null;
}

/** "did you mean X?", or the list itself where none is near and it is short. */
export function suggestion(word: string, list: readonly string[]): string {
  const near = nearest(word, list);
  if (near !== null) return `did you mean ${near}?`;
  if (list.length === 0) return 'there is none to choose from';
  return `choose one of ${list.slice(0, 12).join(', ')}${list.length > 12 ? ', …' : ''}`;
}
