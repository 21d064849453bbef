// What was changed between one run and the next, in words.
import { diffDesigns } from '../../../../src/analysis/diff.ts';
import { nameOf } from '../../../../src/model/graph.ts';
import type { Run } from '../../../state/results.ts';
import { currentLanguage } from '../../../texts.ts';

/** Where things stand on the canvas changes no figure, so it is left out; a scenario that was not run neither does. */
export function changesBetween(before: Run, after: Run, otherScenario: (name: string) => string): string[] {
  const isOther = before.scenario !== after.scenario;
  const scenario = after.design.scenarios?.find(({ id }) => id === after.scenario);
  const own = `scenarios.${after.scenario}`;
  const changes = diffDesigns(before.design, after.design, currentLanguage()).filter(
    ({ kind, path }) =>
      kind !== 'moved' && (!path.startsWith('scenarios.') || path === own || path.startsWith(`${own}.`)),
  );
  return [
    ...(isOther ? [otherScenario(nameOf(scenario ?? { id: after.scenario }))] : []),
    ...changes.map(({ text }) => text),
  ];
}
