// The compass at work: the cheapest point that the estimate expects to meet the objectives.
//
// From the least of every dimension that can do at all, what brings the most for its price is added until it is enough
// (marginal allocation: B. Fox, "Discrete optimization via marginal analysis", Management Science 13, 1966); then what is
// not needed is taken away again, or exchanged for something cheaper.
import { compareRanked, type Ranked } from './frontier.ts';
import { type Corrections, expectedShortfall } from './predict.ts';
import type { Search } from './search.ts';

type Places = readonly number[];

/** No more points are looked at for one answer. */
const MOST_LOOKS = 600;

export class Guide {
  private looks = 0;

  constructor(
    private readonly search: Search,
    private readonly corrections: Corrections,
    /** Keys of points that were simulated and missed, whatever the estimate expects. */
    private readonly missed: ReadonlySet<string>,
  ) {}

  /** Null where no point is expected to meet them, or the search is cancelled. */
  async cheapest(): Promise<Places | null> {
    const { top } = this.search;
    const start = (await this.shortfall(top)) === 0 ? await this.grown(await this.floors()) : await this.nearest(top);
    const enough = start === null ? null : await this.trimmed(start);
    return this.search.isCancelled ? null : enough;
  }

  /** 0 where all objectives are expected to be met. */
  private async shortfall(places: Places): Promise<number> {
    this.looks += 1;
    if (await this.search.breathe(this.looks)) return Infinity;
    if (this.missed.has(places.join())) return 1e-6;
    const outlook = this.search.outlook(places);
    return outlook === null ? Infinity : expectedShortfall(outlook, this.search.objectives, this.corrections);
  }

  private get isSpent(): boolean {
    return this.search.isCancelled || this.looks >= MOST_LOOKS;
  }

  /** Of each dimension by itself the least value that is expected to do, with the most of all others. */
  private async floors(): Promise<number[]> {
    const { top, adds } = this.search;
    const floors = [...top];
    for (const [index, last] of top.entries()) {
      let [low, high] = [adds[index] === true ? 0 : last, last];
      while (low < high && !this.isSpent) {
        const middle = (low + high) >> 1;
        if ((await this.shortfall(top.with(index, middle))) === 0) high = middle;
        else low = middle + 1;
      }
      floors[index] = high;
    }
    return floors;
  }

  /** The step that brings the most for its price, again and again, until it is enough. */
  private async grown(from: Places): Promise<Places | null> {
    let at = from;
    let missing = await this.shortfall(at);
    while (missing > 0) {
      if (this.isSpent) return null;
      let best: { readonly places: Places; readonly missing: number; readonly worth: number } | null = null;
      const here = this.search.rank(at);
      for (const [index, place] of at.entries()) {
        if (this.search.adds[index] !== true || place >= this.search.top[index]!) continue;
        const places = at.with(index, place + 1);
        const left = await this.shortfall(places);
        const worth = (missing - left) / priceOf(this.search.rank(places), here);
        if (best === null || worth > best.worth) best = { places, missing: left, worth };
      }
      if (best === null) return null;
      ({ places: at, missing } = best);
    }
    return at;
  }

  /** Where not even the most of everything is enough: the nearest point by single changes, of any size. */
  private async nearest(from: Places): Promise<Places | null> {
    let at = from;
    let missing = await this.shortfall(at);
    while (missing > 0 && !this.isSpent) {
      let better: { readonly places: Places; readonly missing: number } | null = null;
      for (const [index, place] of at.entries())
        for (const value of nearby(place, this.search.top[index]!)) {
          const places = at.with(index, value);
          const left = await this.shortfall(places);
          if (left < (better?.missing ?? missing)) better = { places, missing: left };
        }
      if (better === null) return null;
      ({ places: at, missing } = better);
    }
    return missing > 0 ? null : at;
  }

  /** Anything cheaper that still does: one step less, another value, or one step less here for one more there. */
  private async trimmed(from: Places): Promise<Places> {
    let at = from;
    for (let isBetter = true; isBetter && !this.isSpent;) {
      isBetter = false;
      const here = this.search.rank(at);
      const cheaper = movesFrom(this.search, at)
        .map((places) => this.search.rank(places))
        .filter((ranked) => compareRanked(ranked, here) < 0)
        .sort(compareRanked);
      for (const { places } of cheaper) {
        if (this.isSpent) break;
        if ((await this.shortfall(places)) > 0) continue;
        at = places;
        isBetter = true;
        break;
      }
    }
    return at;
  }
}

/** What is one step of capacity or one other value away, or one step less here for one more there. */
export function movesFrom({ top, adds }: Search, at: Places): Places[] {
  const one = at.flatMap((place, index) =>
    (adds[index] === true ? [place - 1, place + 1] : nearby(place, top[index]!))
      .filter((value) => value >= 0 && value <= top[index]!)
      .map((value) => at.with(index, value)),
  );
  const swapped = at.flatMap((less, from) =>
    less === 0
      ? []
      : at.flatMap((more, to) => (to === from || more >= top[to]! ? [] : [at.with(from, less - 1).with(to, more + 1)])),
  );
  return [...one, ...swapped];
}

/** Price of a step; where nothing is paid, its size counts, so little that it only decides between such steps. */
function priceOf(after: Ranked, before: Ranked): number {
  return Math.max(after.cost - before.cost, 1e-9 * Math.max(1, after.size - before.size));
}

/** Other places of a dimension, near ones and far ones. */
function nearby(place: number, top: number): number[] {
  const places = new Set([0, top]);
  for (let step = 1; step <= top; step *= 2) [place - step, place + step].forEach((one) => places.add(one));
  places.delete(place);
  return [...places].filter((one) => one >= 0 && one <= top);
}
