// The nearest right word for a wrong one, for every "did you mean".

/** Edits (insert, delete, replace) between two words, or more than `limit` where there are more; Levenshtein's distance. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  let next = [...row];
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const edits = Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > limit) return Infinity;
    [row, next] = [next, row];
  }
  return row[b.length] ?? 0;
}

/** The word of the list that is nearest, or null where none is near (more than a third of it and two letters wrong). */
export function nearest(word: string, list: readonly string[]): string | null {
  if (word.length > 64) return null;
  const wish = word.toLowerCase();
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of list) {
    const far = distance(wish, candidate.toLowerCase(), Math.min(least - 1, Math.max(2, candidate.length / 3)));
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** "did you mean X?", or the list itself where none is near and it is short. */
export function suggestion(word: string, list: readonly string[]): string {
  const near = nearest(word, list);
  if (near !== null) return `did you mean ${near}?`;
  if (list.length === 0) return 'there is none to choose from';
  return `choose one of ${list.slice(0, 12).join(', ')}${list.length > 12 ? ', …' : ''}`;
}
