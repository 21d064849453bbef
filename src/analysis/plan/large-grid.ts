// A grid that is too large to try all: the neighbours of the best point, then, as far as the limits reach, every point that
// may be cheaper, the most promising first.
import { isDominated, dominators } from './dominance.ts';
import { cheapestFirst, compareRanked, type Ranked } from './frontier.ts';
import { movesFrom } from './guided.ts';
import { hopelessObjective } from './hopeless.ts';
import type { Found } from './point.ts';
import { type Corrections, expectedShortfall } from './predict.ts';
import type { Search } from './search.ts';
import { startsOf } from './starts.ts';

const MOST_TRIED = 120;
/** Points judged by the estimate; each takes some milliseconds. */
const MOST_LOOKED_AT = 1500;
/** Neighbours of the best that are simulated before the others. */
const MOST_NEIGHBOURS = 24;
const MOST_FOR_RUNNER_UP = 4;
/** Combinations of what is no capacity. */
const MOST_STARTS = 1000;

interface Candidate {
  readonly ranked: Ranked;
  readonly shortfall: number;
}

/** True where no point that is cheaper can meet the objectives; `concludes`: less capacity can never do better. */
export async function searchLargeGrid(search: Search, corrections: Corrections, concludes: boolean): Promise<boolean> {
  const top = await search.prove(search.top);
  if (search.best === null && search.adds.every(Boolean) && top !== null && dominators([top]).length > 0)
    return concludes;
  if (search.best !== null) await tryNeighbours(search, corrections, concludes);
  const { candidates, isWhole } = await candidatesBelow(search, corrections, concludes);
  const isDone = await tryAll(search, candidates, concludes);
  if (search.best !== null) await findRunnerUp(search, corrections);
  return isWhole && isDone;
}

/** What is one step or exchange away from the best, as long as it makes it better. */
async function tryNeighbours(search: Search, corrections: Corrections, concludes: boolean): Promise<void> {
  let left = MOST_NEIGHBOURS;
  for (let best: Found | null = null; best !== search.best && !search.isCancelled;) {
    best = search.best;
    const near = movesFrom(search, best?.rank.places ?? search.top).map((places) => search.rank(places));
    const candidates: Candidate[] = [];
    for (const ranked of near) {
      const shortfall = promise(search, ranked, corrections);
      if (shortfall !== null) candidates.push({ ranked, shortfall });
    }
    for (const { ranked } of candidates.sort(mostPromising)) {
      if (left === 0 || search.isCancelled || search.best !== best) break;
      if (concludes && isDominated(ranked.places, missedOf(search))) continue;
      left -= 1;
      await search.prove(ranked.places);
    }
  }
}

/** Null for what cannot be better than the best, was simulated, cannot be set or is hopeless. */
function promise(search: Search, ranked: Ranked, corrections: Corrections): number | null {
  if (search.isTried(ranked.places) || (search.best !== null && !search.mayPrecede(ranked, search.best))) return null;
  const outlook = search.outlook(ranked.places);
  if (outlook === null || hopelessObjective(outlook, search.objectives) !== null) return null;
  return expectedShortfall(outlook, search.objectives, corrections);
}

async function candidatesBelow(search: Search, corrections: Corrections, concludes: boolean) {
  const candidates: Candidate[] = [];
  const lengths = search.varies.map(({ values }) => values.length);
  const starts = lengths.reduce((size, length, index) => (search.steps[index] === true ? size : size * length), 1);
  if (starts > MOST_STARTS) return { candidates, isWhole: false };
  const { floors, areSure } = await floorsOf(search);
  const isSure = concludes || areSure;
  let count = 0;
  const walk = cheapestFirst(startsOf(search.varies, search.steps, floors), lengths, search.steps, (places) =>
    search.rank(places),
  );
  for (const ranked of walk) {
    if (search.best !== null && !search.mayPrecede(ranked, search.best)) return { candidates, isWhole: isSure };
    if (search.isTried(ranked.places) || (concludes && isDominated(ranked.places, missedOf(search)))) continue;
    if (++count > MOST_LOOKED_AT || (await search.breathe(count))) return { candidates, isWhole: false };
    const shortfall = promise(search, ranked, corrections);
    if (shortfall === null) search.leftOut += 1;
    else candidates.push({ ranked, shortfall });
  }
  return { candidates, isWhole: isSure };
}

/** Of each capacity by itself the least that is not hopeless with the most of all others; sure where nothing is left out by that. */
async function floorsOf(search: Search): Promise<{ readonly floors: readonly number[]; readonly areSure: boolean }> {
  const { top, adds, objectives } = search;
  const floors = top.map(() => 0);
  let looks = 0;
  for (const [index, last] of top.entries()) {
    let [low, high] = [0, adds[index] === true ? last : 0];
    while (low < high && !(await search.breathe(++looks))) {
      const middle = (low + high) >> 1;
      const outlook = search.outlook(top.with(index, middle));
      if (outlook !== null && hopelessObjective(outlook, objectives) === null) high = middle;
      else low = middle + 1;
    }
    floors[index] = high;
  }
  return { floors, areSure: floors.every((floor) => floor === 0) };
}

async function tryAll(search: Search, candidates: readonly Candidate[], concludes: boolean): Promise<boolean> {
  for (const { ranked } of [...candidates].sort(mostPromising)) {
    if (search.isTried(ranked.places) || (search.best !== null && !search.mayPrecede(ranked, search.best))) continue;
    if (concludes && isDominated(ranked.places, missedOf(search))) {
      search.leftOut += 1;
      continue;
    }
    if (search.tried >= MOST_TRIED || search.isCancelled) return false;
    await search.prove(ranked.places);
  }
  return !search.isCancelled;
}

/** The next one after the best among what is one step or exchange away from it. */
async function findRunnerUp(search: Search, corrections: Corrections): Promise<void> {
  const { best } = search;
  if (best === null) return;
  const near = movesFrom(search, best.rank.places)
    .map((places) => search.rank(places))
    .filter((ranked) => !search.isTried(ranked.places) && !search.mayPrecede(ranked, best))
    .sort(compareRanked);
  let left = MOST_FOR_RUNNER_UP;
  for (const ranked of near) {
    const [, second] = search.met;
    if (left === 0 || search.isCancelled || (second !== undefined && !search.mayPrecede(ranked, second))) return;
    const outlook = search.outlook(ranked.places);
    if (outlook === null || expectedShortfall(outlook, search.objectives, corrections) > 0) continue;
    left -= 1;
    await search.prove(ranked.places);
  }
}

function missedOf(search: Search): readonly Found[] {
  return dominators(search.all);
}

function mostPromising(a: Candidate, b: Candidate): number {
  return a.shortfall - b.shortfall || compareRanked(a.ranked, b.ranked);
}
