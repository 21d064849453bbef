// The analytic estimate of the scenario at hand, worked out anew while the design is edited: what a run would say, roughly
// and at once. Null where the design has errors or no scenario.
import { useDeferredValue } from 'react';
import { estimateBriefly, type BriefEstimate } from '../../src/analysis/estimate.ts';
import { isError } from '../../src/model/finding.ts';
import type { Design } from '../../src/model/design.ts';
import { useDocument } from './document.ts';
import { findingsOf, useScenarioId } from './selectors.ts';

const kept = new WeakMap<Design, Map<string, BriefEstimate | null>>();

export function estimateOf(design: Design, scenarioId: string | null): BriefEstimate | null {
  const scenario = design.scenarios?.find(({ id }) => id === scenarioId);
  if (!scenario || design.components.length === 0) return null;
  const known = kept.get(design) ?? new Map<string, BriefEstimate | null>();
  kept.set(design, known);
  const before = known.get(scenario.id);
  if (before !== undefined) return before;
  const estimate = findingsOf(design).some(isError) ? null : estimateBriefly(design, scenario);
  known.set(scenario.id, estimate);
  return estimate;
}

/** Follows the design a moment later where it is large, so that typing never waits for it. */
export function useEstimate(): BriefEstimate | null {
  const design = useDeferredValue(useDocument((state) => state.design));
  return estimateOf(design, useScenarioId());
}
