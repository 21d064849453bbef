// Whether a design means something: its limits, known kinds and references, no cycles, scenarios that can run.
import { checkShape } from '../model/check.ts';
import type { Design } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import { checkCycles } from './checks/cycles.ts';
import { checkEffects } from './checks/effects.ts';
import { checkIds } from './checks/ids.ts';
import { checkObjectives } from './checks/objectives.ts';
import { checkRanges } from './checks/ranges.ts';
import { checkReferences } from './checks/references.ts';
import { checkRestless } from './checks/restless.ts';
import { checkScenarios } from './checks/scenarios.ts';
import { type Check, subjectOf } from './checks/subject.ts';

const CHECKS: readonly Check[] = [
  checkIds,
  checkReferences,
  checkCycles,
  checkRanges,
  checkRestless,
  checkScenarios,
  checkObjectives,
  checkEffects,
];

/**
 * Every finding of a design, subject by subject; only those of severity `error` stand in the way of a run. A value of
 * a wrong type, as an edit by path may leave one, is told alone: what depends on it cannot be judged.
 */
export function validateDesign(design: Design): Finding[] {
  const { structural, limits, unknown } = checkShape(design);
  if (structural.length > 0) return [...structural];
  const subject = subjectOf(design);
  return [...limits, ...CHECKS.flatMap((check) => check(subject)), ...unknown];
}
