// What a scenario uses and this version does not simulate yet: refused with a finding, never silently ignored.
import type { Design, Scenario } from '../model/design.ts';
import type { Finding } from '../model/finding.ts';
import { error } from './checks/subject.ts';

/** An error for each use. */
export function notSimulatedYet(design: Design, scenario: Scenario): Finding[] {
  const timeGoes = (design.objectives ?? [])
    .filter(({ metric }) => /^components\.[^.]*\.breakdownMs\./.test(metric))
    .map(({ id }) => notYet('where the time goes', `objectives.${id}.metric`));
  const warmup =
    scenario.warmupS === 'auto' ? [notYet('a warm-up found by itself', `scenarios.${scenario.id}.warmupS`)] : [];
  return [...warmup, ...timeGoes];
}

function notYet(what: string, path: string): Finding {
  return error('not-simulated', path, `not simulated yet: ${what}`, 'remove it to run this scenario without it');
}
