// The component that is the busiest in a run: what limits a point of a sweep.
import type { Result, Statistic } from '../../simulation/result.ts';

export interface Busiest {
  readonly id: string;
  readonly utilisation: Statistic;
}

/** Null where nothing was at work. */
export function busiestOf({ components }: Pick<Result, 'components'>): Busiest | null {
  return Object.entries(components).reduce<Busiest | null>((best, [id, { utilisation }]) => {
    return (utilisation.mean ?? 0) > (best?.utilisation.mean ?? 0) ? { id, utilisation } : best;
  }, null);
}
