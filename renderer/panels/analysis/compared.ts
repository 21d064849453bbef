// With what the open design can be compared: what was pinned, its other scenarios, and the runs of this session.
import type { Design } from '../../../src/model/design.ts';
import { nameOf } from '../../../src/model/graph.ts';
import type { PinnedDesign } from '../../state/questions.ts';
import type { Run } from '../../state/results.ts';
import { t } from '../../texts.ts';

export interface Comparable {
  /** Of the choice. */
  readonly value: string;
  readonly label: string;
  readonly design: Design;
  readonly scenario: string;
}

/** The first is the one that is meant as long as none was chosen. */
export function comparables(
  design: Design,
  scenario: string | null,
  pinned: readonly PinnedDesign[],
  runs: readonly Run[],
): Comparable[] {
  return [
    ...pinned.map(({ id, label, design: then, scenario: asked }): Comparable => ({
      value: `pin ${id}`,
      label,
      design: then,
      scenario: asked,
    })),
    ...(design.scenarios ?? [])
      .filter(({ id }) => id !== scenario)
      .map((other): Comparable => ({
        value: `scenario ${other.id}`,
        label: t('analysis.scenarioNamed', { name: nameOf(other) }),
        design,
        scenario: other.id,
      })),
    ...runs
      .map((run): Comparable => ({
        value: `run ${run.id}`,
        label: t('analysis.runNamed', { number: run.number, scenario: scenarioName(run.design, run.scenario) }),
        design: run.design,
        scenario: run.scenario,
      }))
      .toReversed(),
  ];
}

export function scenarioName({ scenarios = [] }: Design, id: string): string {
  return nameOf(scenarios.find((scenario) => scenario.id === id) ?? { id });
}
