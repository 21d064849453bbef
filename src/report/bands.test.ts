import { expect, it } from 'vitest';
import type { Design } from '../model/design.ts';
import type { Result } from '../simulation/result.ts';
import { en } from '../texts/en/index.ts';
import { bandsOf } from './bands.ts';

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  groups: [{ id: 'zone', name: 'Zone A' }],
  components: [
    { id: 'api', kind: 'gateway', name: 'API' },
    { id: 'db', kind: 'sql-database' },
  ],
  connections: [{ id: 'api-db', from: 'api', to: 'db' }],
  scenarios: [
    {
      id: 'base',
      durationS: 100,
      arrivals: [],
      faults: [
        { kind: 'outage', at: 'zone', fromS: 10, durationS: 5 },
        { kind: 'partition', connection: 'api-db', fromS: 90, durationS: 50 },
        { kind: 'crashes', at: 'db', mtbfS: 100, mttrS: 1 },
        { kind: 'slowdown', at: 'db', fromS: 200, durationS: 5, factor: 2 },
      ],
      rollouts: [
        { at: 'api', strategy: 'rolling', startS: 20 },
        { at: 'db', strategy: 'recreate', startS: 50 },
      ],
    },
  ],
};

it('faults and rollouts are stretches of the run, cut to it, with names as a reader knows them', () => {
  const result = { rollouts: [{ durationS: { mean: 12, ci95: 1 } }, { durationS: { mean: null, ci95: null } }] };
  const run = { design: DESIGN, scenario: 'base', result: result as unknown as Result };
  expect(bandsOf(run, en.report)).toEqual([
    { kind: 'fault', label: 'outage of Zone A', fromS: 10, toS: 15 },
    { kind: 'fault', label: 'partition of API to db', fromS: 90, toS: 100 },
    { kind: 'rollout', label: 'rolling of API', fromS: 20, toS: 32 },
    { kind: 'rollout', label: 'recreate of db', fromS: 50, toS: 100 },
  ]);
});

it('a scenario that is gone from the design has none', () => {
  expect(bandsOf({ design: DESIGN, scenario: 'gone', result: {} as Result }, en.report)).toEqual([]);
});
