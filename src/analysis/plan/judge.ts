// How far the figures of a run are from the objectives.
import type { Objective } from '../../model/design.ts';
import type { Result } from '../../simulation/result.ts';

export interface Margin {
  readonly objective: Objective;
  readonly value: number | null;
  /** The share of the bound that is to spare; below 0 where it is missed, null where nothing was measured. */
  readonly margin: number | null;
  readonly met: boolean;
}

/** In the order of the objectives. */
export function marginsOf(objectives: readonly Objective[], result: Result): Margin[] {
  return objectives.map((objective) => {
    const judged = result.objectives.find(({ id }) => id === objective.id);
    const value = judged?.value ?? null;
    return { objective, value, margin: value === null ? null : spare(objective, value), met: judged?.met ?? false };
  });
}

/** The share of its bound that a value has to spare. */
export function spare({ below, above }: Objective, value: number): number {
  if (below !== undefined) return below === 0 ? -value : (below - value) / Math.abs(below);
  return above === undefined || above === 0 ? value : (value - above) / Math.abs(above);
}

/** The objective that is missed by the most, or has the least to spare. */
export function tightest(margins: readonly Margin[]): Margin | null {
  const rank = ({ margin }: Margin): number => margin ?? -Infinity;
  return margins.reduce<Margin | null>(
    (worst, next) => (worst === null || rank(next) < rank(worst) ? next : worst),
    null,
  );
}
