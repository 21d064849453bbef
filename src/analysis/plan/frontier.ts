// The points of a grid from the cheapest to the dearest, without listing them all: best first over a lattice, on which a
// step along any dimension never makes a point cheaper.

export interface Ranked {
  /** Places in the value lists, one for each dimension. */
  readonly places: readonly number[];
  /** The least that the point can cost. */
  readonly cost: number;
  readonly size: number;
}

/** By cost, then by size, then in the order of the grid. Costs that differ by rounding only are the same. */
export function compareRanked(a: Ranked, b: Ranked): number {
  const isSame = Math.abs(a.cost - b.cost) <= 1e-9 * Math.max(Math.abs(a.cost), Math.abs(b.cost));
  if (!isSame) return a.cost - b.cost;
  if (Math.abs(a.size - b.size) > 1e-9 * Math.max(a.size, b.size)) return a.size - b.size;
  const differs = a.places.findIndex((place, index) => place !== b.places[index]);
  return differs < 0 ? 0 : a.places[differs]! - b.places[differs]!;
}

/** `steps` tells which dimensions may be stepped along; the others keep the place of the start they came from. */
export function* cheapestFirst(
  starts: readonly (readonly number[])[],
  lengths: readonly number[],
  steps: readonly boolean[],
  rank: (places: readonly number[]) => Ranked | null,
): Generator<Ranked> {
  const seen = new Set<string>();
  const waiting: Ranked[] = [];
  const add = (places: readonly number[]): void => {
    const key = places.join();
    if (seen.has(key)) return;
    seen.add(key);
    const ranked = rank(places);
    if (ranked !== null) insert(waiting, ranked);
  };
  starts.forEach(add);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const { places } = next;
    lengths.forEach((length, index) => {
      if (steps[index] === true && places[index]! + 1 < length) add(places.with(index, places[index]! + 1));
    });
  }
}

/** Kept with the cheapest last. */
function insert(waiting: Ranked[], ranked: Ranked): void {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRanked(waiting[middle]!, ranked) > 0) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, ranked);
}
