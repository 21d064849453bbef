import { expect, it } from 'vitest';
import type { Design, Scenario } from '../../model/design.ts';
import { loadtest } from './loadtest.ts';

const scenario: Scenario = {
  id: 'base',
  durationS: 60,
  warmupS: 10,
  arrivals: [
    { at: 'api', process: 'poisson', ratePerSecond: 0 },
    { at: 'api', process: 'deterministic', ratePerSecond: Math.E, class: 'gold & silver' },
    { at: 'api', process: 'trace', timesMs: [1, 2] },
  ],
};

async function rules(changed: Partial<Scenario>, tool: string): Promise<string[]> {
  const design: Design = {
    spandrel: 1,
    name: 'Shop',
    components: [{ id: 'api', kind: 'service' }],
    scenarios: [{ ...scenario, ...changed }],
  };
  const made = await loadtest.run(design, { tool, scenario: '' });
  if (!made.ok) throw new Error(JSON.stringify(made.findings));
  return made.notes.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
}

it('names what k6 does otherwise, at the place in the design', async () => {
  expect(await rules({}, 'k6')).toEqual([
    'advice loadtest-class scenarios.base.arrivals.1.class',
    'warning loadtest-warmup scenarios.base.warmupS',
    'advice loadtest-rate scenarios.base.arrivals.1',
    'warning loadtest-arrivals scenarios.base.arrivals.2',
  ]);
});

it('has less to say of Locust', async () => {
  expect(await rules({}, 'locust')).toEqual(['advice loadtest-class scenarios.base.arrivals.1.class']);
  expect(await rules({ warmupS: 'auto' }, 'locust')).toContain('warning loadtest-warmup scenarios.base.warmupS');
});
