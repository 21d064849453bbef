import { expect, it } from 'vitest';
import { scenarioSchema } from '../../../src/model/design.ts';
import { scenarioSections } from './sections.ts';

it('the scenario tab reaches every key of a scenario, each once', () => {
  const reached = scenarioSections.flatMap(({ fields }) => fields.map((field) => field.key));
  expect(reached.sort()).toEqual(Object.keys(scenarioSchema.shape).sort());
});
