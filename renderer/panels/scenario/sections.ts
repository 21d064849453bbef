// How the fields of a scenario are laid out.
import { scenarioSchema } from '../../../src/model/design.ts';
import { describeFields, type FieldDescription } from '../fields/describe.ts';

export interface ScenarioSection {
  readonly title: string;
  readonly folded: boolean;
  readonly fields: readonly FieldDescription[];
}

export const scenarioFields = describeFields(scenarioSchema);

function pick(...keys: string[]): readonly FieldDescription[] {
  return keys.map((key) => {
    const field = scenarioFields.find((candidate) => candidate.key === key);
    if (!field) throw new Error(`The schema of a scenario has no key ${key}`);
    return field;
  });
}

export const scenarioSections: readonly ScenarioSection[] = [
  { title: 'Run', folded: false, fields: pick('name', 'durationS', 'warmupS', 'replications', 'seed') },
  { title: 'Arrivals', folded: false, fields: pick('arrivals') },
  { title: 'What goes wrong', folded: false, fields: pick('faults') },
  { title: 'New versions', folded: true, fields: pick('rollouts') },
  { title: 'More', folded: true, fields: pick('id', 'description') },
];
