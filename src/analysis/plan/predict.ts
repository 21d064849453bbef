// How far the estimate expects a point to be from the objectives, corrected by what was simulated so far: the compass of
// the search, never its proof.
import type { Objective } from '../../model/design.ts';
import { estimatedValue, type Outlook } from './outlook.ts';
import { spare } from './judge.ts';
import type { Found } from './point.ts';

/** By objective: the measured value over the estimated one, where both are known. */
export type Corrections = ReadonlyMap<string, number>;

/** More than this the estimate is not taken to be wrong. */
const MOST = 10;

export function correctedBy(before: Corrections, found: Found, outlook: Outlook | null): Corrections {
  const after = new Map(before);
  if (outlook === null) return after;
  for (const { objective, value } of found.margins) {
    const estimated = estimatedValue(outlook, objective);
    if (value === null || estimated === null || !(estimated > 0) || !(value > 0)) continue;
    after.set(objective.id, Math.min(MOST, Math.max(1 / MOST, value / estimated)));
  }
  return after;
}

/** How much is missed, summed over the objectives; 0 where all of them are expected to be met. What is not known counts as met. */
export function expectedShortfall(
  outlook: Outlook,
  objectives: readonly Objective[],
  corrections: Corrections,
): number {
  const overloads = Object.values(outlook.estimate.components).map(({ utilisation }) => Math.max(0, utilisation - 1));
  const overload = overloads.reduce((sum, one) => sum + one, 0);
  return objectives.reduce((sum, objective) => {
    const estimated = estimatedValue(outlook, objective);
    if (estimated === null) {
      // Beyond any finite response; less of an overload is nearer.
      const isLost = !outlook.estimate.stable && /responseMs|waitMs/.test(objective.metric);
      return isLost && objective.below !== undefined ? sum + 1e6 * (1 + overload) : sum;
    }
    const margin = spare(objective, estimated * (corrections.get(objective.id) ?? 1));
    return sum + Math.max(0, -margin) + (margin <= 0 ? 1e-9 : 0);
  }, 0);
}
