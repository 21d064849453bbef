import { expect, it } from 'vitest';
import type { Scenario } from '../model/design.ts';
import { compareScenarios } from './compare-scenarios.ts';

const WEEKDAY: Scenario = {
  id: 'weekday',
  name: 'Weekday',
  durationS: 600,
  warmupS: 60,
  arrivals: [
    { at: 'api', process: 'poisson', ratePerSecond: 100 },
    { at: 'jobs', process: 'closed', users: 5, thinkMs: { distribution: 'exponential', meanMs: 1000 } },
  ],
  faults: [{ kind: 'outage', at: 'db', fromS: 120, durationS: 30 }],
};

function told(before: Scenario, after: Scenario) {
  return compareScenarios(before, after)
    .filter(({ change }) => change !== 'same')
    .map(({ list, keys, change, before: old, after: now }) => [list, keys.join('.'), change, old, now]);
}

it('a scenario is the same as its copy under another name', () => {
  const copy = { ...structuredClone(WEEKDAY), id: 'copy', name: 'Copy' };
  expect(told(WEEKDAY, copy)).toEqual([]);
  expect(compareScenarios(WEEKDAY, copy).map(({ change }) => change)).toContain('same');
});

it('tells what is added, removed and changed, wherever it stands in its list', () => {
  const sale: Scenario = {
    ...WEEKDAY,
    id: 'sale',
    durationS: 300,
    warmupS: undefined,
    seed: 7,
    arrivals: [
      { at: 'jobs', process: 'closed', users: 50, thinkMs: { distribution: 'exponential', meanMs: 500 } },
      { at: 'api', process: 'poisson', ratePerSecond: 100 },
      { at: 'api', process: 'poisson', ratePerSecond: 3, class: 'report' },
    ],
    faults: [{ kind: 'slowdown', at: 'db', fromS: 120, durationS: 30, factor: 2 }],
  };
  expect(told(WEEKDAY, sale)).toEqual([
    [null, 'durationS', 'changed', 600, 300],
    [null, 'warmupS', 'removed', 60, undefined],
    [null, 'seed', 'added', undefined, 7],
    ['arrivals', 'users', 'changed', 5, 50],
    ['arrivals', 'thinkMs.meanMs', 'changed', 1000, 500],
    ['arrivals', '', 'added', undefined, sale.arrivals[2]],
    ['faults', '', 'removed', WEEKDAY.faults?.[0], undefined],
    ['faults', '', 'added', undefined, sale.faults?.[0]],
  ]);
});

it('tells the other way round what was added as removed', () => {
  const more: Scenario = { ...WEEKDAY, rollouts: [{ at: 'api', strategy: 'recreate', startS: 10 }] };
  expect([told(WEEKDAY, more)[0]?.[2], told(more, WEEKDAY)[0]?.[2]]).toEqual(['added', 'removed']);
});
