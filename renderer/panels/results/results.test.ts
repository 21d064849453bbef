import { describe, expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import type { ComponentFigures, Result } from '../../../src/simulation/result.ts';
import { objectiveRows } from '../../../src/report/objectives.ts';
import { en } from '../../../src/texts/en/index.ts';
import { busiestId, componentRows, errorShare, sortRows } from './rows.ts';

function figures(utilisation: number | null, arrivals: number | null = 10, failed = 0, rejected = 0): ComponentFigures {
  const s = (mean: number | null) => ({ mean, ci95: null });
  const none = s(null);
  return {
    arrivalsPerSecond: s(arrivals),
    throughputPerSecond: none,
    utilisation: s(utilisation),
    waiting: none,
    inSystem: none,
    blocked: none,
    waitMs: { mean: none },
    responseMs: { mean: none, p95: none },
    replicas: none,
    heldReplicas: none,
    rejectedPerSecond: s(rejected),
    failedPerSecond: s(failed),
  };
}

const DESIGN: Design = {
  spandrel: 1,
  name: 'Test',
  components: [
    { id: 'a', kind: 'service', name: 'Zebra' },
    { id: 'b', kind: 'service' },
  ],
  objectives: [
    { id: 'fast', metric: 'responseMs.p95', at: 'a', below: 200 },
    { id: 'sure', metric: 'errorRate', below: 0.01 },
  ],
};

const NAMES = [
  { value: 'a', label: 'Zebra' },
  { value: 'b', label: 'b' },
];

function resultWith(components: Record<string, ComponentFigures>): Result {
  return { components, objectives: [] } as unknown as Result;
}

describe('the rows of the results', () => {
  const rows = componentRows(NAMES, resultWith({ a: figures(0.2), b: figures(null), gone: figures(0.9) }));

  it('stand for every component that was run, by name, or by id where it is gone', () => {
    expect(rows.map(({ name }) => name)).toEqual(['Zebra', 'b', 'gone']);
  });

  it('are sorted by value, with those without one last either way', () => {
    const by = (descending: boolean): string[] =>
      sortRows(rows, { by: 'utilisation', descending }, (row) => row.figures.utilisation.mean).map(({ id }) => id);
    expect(by(true)).toEqual(['gone', 'a', 'b']);
    expect(by(false)).toEqual(['a', 'gone', 'b']);
  });

  it('are sorted by name', () => {
    const sorted = sortRows(rows, { by: 'name', descending: false }, () => null);
    expect(sorted.map(({ name }) => name)).toEqual(['b', 'gone', 'Zebra']);
  });

  it('know the busiest', () => {
    expect(busiestId(resultWith({ a: figures(0.2), b: figures(null), c: figures(0.9) }))).toBe('c');
    expect(busiestId(resultWith({}))).toBeNull();
  });

  it('give failures as a share of what came, and none where nothing came', () => {
    expect(errorShare(figures(0, 10, 1, 2))).toBe(0.3);
    expect(errorShare(figures(0, 0))).toBeNull();
    expect(errorShare(figures(0, null))).toBeNull();
  });
});

it('an objective is told with its limit and value in their units', () => {
  const result = {
    objectives: [
      { id: 'fast', value: 88.4, met: true },
      { id: 'sure', value: 0.02, met: false },
      { id: 'forgotten', value: null, met: false },
    ],
  } as unknown as Result;
  expect(objectiveRows(DESIGN, result, en.report)).toEqual([
    { id: 'fast', asked: 'responseMs.p95 at Zebra below 200 ms', value: '88.4 ms', met: true },
    { id: 'sure', asked: 'errorRate below 1 %', value: '2 %', met: false },
    { id: 'forgotten', asked: 'forgotten', value: '—', met: false },
  ]);
});
