// The analytic estimate of the scenario at hand, worked out anew while the design is edited: what a run would say, roughly
// and at once. Null where the design has errors or no scenario.
import { useDeferredValue } from 'react';
import { estimateBriefly, type BriefEstimate } from '../../src/analysis/estimate.ts';
import { isError } from '../../src/model/finding.ts';
import type { Design } from '../../src/model/design.ts';
import { useDocument } from './document.ts';
import { findingsOf, useScenarioId } from './selectors.ts';

const kept = new WeakMap<Design, Map<string, BriefEstimate | null>>();
let latest: Design | null = null;

type Placed = Readonly<Record<string, unknown>>;

function isSameButForPlace(a: Placed, b: Placed): boolean {
  if (a === b) return true;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => key === 'view' || a[key] === b[key]);
}

/** Whether two designs say the same but for where things stand: what was not edited is shared between them. */
export function differsOnlyInPlaces(a: Design, b: Design): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Design>;
  return [...keys].every((key) => {
    const [before, after] = [a[key], b[key]];
    if (before === after || key === 'notes') return true;
    if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
    return before.every((entry: unknown, at) => isEntrySame(entry, after[at]));
  });
}

function isEntrySame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return isSameButForPlace(a as Placed, b as Placed);
}

/** The estimates of a design; moving things about changes none of them. */
function estimatesOf(design: Design): Map<string, BriefEstimate | null> {
  const moved = latest !== null && differsOnlyInPlaces(latest, design) ? kept.get(latest) : undefined;
  const known = kept.get(design) ?? moved ?? new Map<string, BriefEstimate | null>();
  kept.set(design, known);
  latest = design;
  return known;
}

export function estimateOf(design: Design, scenarioId: string | null): BriefEstimate | null {
  const scenario = design.scenarios?.find(({ id }) => id === scenarioId);
  if (!scenario || design.components.length === 0) return null;
  const known = estimatesOf(design);
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
