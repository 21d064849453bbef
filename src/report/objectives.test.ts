import { expect, it } from 'vitest';
import type { Design, Objective } from '../model/design.ts';
import type { Result } from '../simulation/result.ts';
import { missedAt } from './objectives.ts';

const objectives: readonly Objective[] = [
  { id: 'there', metric: 'responseMs.p95', at: 'web', below: 200 },
  { id: 'about', metric: 'components.web.utilisation', below: 0.7 },
  { id: 'whole', metric: 'errorRate', below: 0.01 },
  { id: 'other', metric: 'components.web-api.utilisation', below: 0.7 },
];

function runMissing(...ids: string[]) {
  const design = { spandrel: 1, name: 'Shop', components: [], objectives: [...objectives] } as Design;
  const result = { objectives: objectives.map(({ id }) => ({ id, value: 1, met: !ids.includes(id) })) };
  return { design, result: result as unknown as Result };
}

it('counts of a component what was missed at it and about it, and nothing of others or of the whole', () => {
  expect(missedAt(null, 'web')).toBe(0);
  expect(missedAt(runMissing(), 'web')).toBe(0);
  expect(missedAt(runMissing('there', 'about', 'whole', 'other'), 'web')).toBe(2);
  expect(missedAt(runMissing('other', 'whole'), 'web')).toBe(0);
  expect(missedAt(runMissing('other'), 'web-api')).toBe(1);
});
