// A grid that is small enough to conclude nothing from one point about another: every point that may be cheaper than the
// answer is simulated, unless the estimate leaves no doubt.
import { cheapestFirst } from './frontier.ts';
import { hopelessObjective } from './hopeless.ts';
import type { Search } from './search.ts';
import { startsOf } from './starts.ts';

/** After the answer is sure, so many more are tried for a runner-up. */
const MOST_FOR_RUNNER_UP = 12;

export async function walkSmallGrid(search: Search): Promise<void> {
  const lengths = search.varies.map(({ values }) => values.length);
  let [count, extra] = [0, 0];
  for (const ranked of cheapestFirst(startsOf(search.varies, search.steps), lengths, search.steps, (places) =>
    search.rank(places),
  )) {
    if (await search.breathe(++count)) return;
    const [best, second] = search.met;
    if (second !== undefined && !search.mayPrecede(ranked, second)) return;
    if (search.isTried(ranked.places)) continue;
    if (best !== undefined && !search.mayPrecede(ranked, best) && extra++ >= MOST_FOR_RUNNER_UP) return;
    const outlook = search.outlook(ranked.places);
    if (outlook !== null && hopelessObjective(outlook, search.objectives) !== null) search.leftOut += 1;
    else await search.prove(ranked.places);
    if (search.isCancelled) return;
  }
}
