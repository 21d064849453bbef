// How the fields of a scenario are laid out.
import { scenarioSchema } from '../../../src/model/design.ts';
import { describeFields, type FieldDescription } from '../fields/describe.ts';
import type { SectionKey } from '../inspector/FormSection.tsx';

export interface ScenarioSection {
  readonly key: SectionKey;
  readonly folded: boolean;
  readonly fields: readonly FieldDescription[];
}

export const scenarioFields = describeFields(scenarioSchema, 'scenario');

function pick(...keys: string[]): readonly FieldDescription[] {
  return keys.map((key) => {
    const field = scenarioFields.find((candidate) => candidate.key === key);
    if (!field) throw new Error(`The schema of a scenario has no key ${key}`);
    return field;
  });
}

export const scenarioSections: readonly ScenarioSection[] = [
  { key: 'run', folded: false, fields: pick('name', 'durationS', 'warmupS', 'replications', 'seed') },
  { key: 'arrivals', folded: false, fields: pick('arrivals') },
  { key: 'faults', folded: false, fields: pick('faults') },
  { key: 'rollouts', folded: true, fields: pick('rollouts') },
  { key: 'more', folded: true, fields: pick('id', 'description') },
];
