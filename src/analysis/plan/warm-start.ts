// A point that meets the objectives, early: what the estimate expects to be the cheapest is simulated, the estimate is
// corrected by what came of it, and asked again.
import { Guide } from './guided.ts';
import { type Corrections, correctedBy } from './predict.ts';
import type { Search } from './search.ts';

/** Rounds of asking and simulating; on a small grid the first that is met is enough, since all cheaper ones follow. */
const MOST_ROUNDS = 10;

export async function warmStart(search: Search, isSmall: boolean): Promise<Corrections> {
  let corrections: Corrections = new Map();
  const missed = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && !search.isCancelled; round++) {
    const expected = await new Guide(search, corrections, missed).cheapest();
    // Where nothing is expected to do, the most of everything tells how far the estimate is to be believed.
    const places = expected ?? search.top;
    if (search.isCancelled || search.isTried(places)) break;
    const found = await search.prove(places);
    if (found !== null) corrections = correctedBy(corrections, found, search.outlook(places));
    if (found?.isMet !== true) missed.add(places.join());
    if (isSmall && (found?.isMet === true || expected === null)) break;
  }
  return corrections;
}
