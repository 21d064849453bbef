// The Pareto front: of points with a cost and a quality, those that no other beats in one without being worse in the other.

export interface Judged {
  readonly cost: number;
  /** Less is better. */
  readonly value: number;
}

/** In the order of their cost; of equals the first. */
export function paretoFront<P extends Judged>(points: readonly P[]): P[] {
  const sorted = points.toSorted((a, b) => a.cost - b.cost || a.value - b.value);
  let best = Infinity;
  return sorted.filter(({ value }) => {
    const isBetter = value < best;
    if (isBetter) best = value;
    return isBetter;
  });
}
