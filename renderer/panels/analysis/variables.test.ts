// What can be varied, which ranges suit it, and what of a row cannot be asked.
import { expect, it } from 'vitest';
import type { Design } from '../../../src/model/design.ts';
import { getAt } from '../../../src/model/path.ts';
import { validateDesign } from '../../../src/catalogue/validate.ts';
import { designAt, sizeOf } from '../../../src/analysis/sweep/grid.ts';
import { readRange } from '../../../src/analysis/sweep/range.ts';
import { variedRow } from '../../state/questions.ts';
import { axesOf, numberAt, pointText } from './sweep-points.ts';
import { busiestVariable, problemOf, rangeFor, readRows, subjectsOf } from './variables.ts';

const design: Design = {
  spandrel: 1,
  name: 'Shop',
  components: [
    { id: 'web', kind: 'web-client', name: 'Web' },
    {
      id: 'api',
      kind: 'service',
      name: 'API',
      service: { distribution: 'exponential', meanMs: 8 },
      capacity: { replicas: 3 },
      view: { x: 40, y: 50 },
      cost: { perReplicaHour: 0.4 },
    },
    { id: 'cache', kind: 'cache', service: { distribution: 'exponential', meanMs: 1 }, hitRatio: 0.65 },
    { id: 'jobs', kind: 'stream', partitions: 3 },
  ],
  connections: [
    { id: 'web-api', from: 'web', to: 'api', timeoutMs: 500 },
    { id: 'api-cache', from: 'api', to: 'cache' },
  ],
  scenarios: [
    { id: 'base', durationS: 20, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 50 }] },
    { id: 'busy', durationS: 20, arrivals: [{ at: 'web', process: 'poisson', ratePerSecond: 90 }] },
  ],
};

const paths = (): string[] =>
  subjectsOf(design, design.scenarios![0]!).flatMap(({ variables }) => variables.map(({ path }) => path));

it('offers capacity of what works, and every number but prices and places', () => {
  expect(paths()).toEqual(
    expect.arrayContaining([
      'components.api.capacity.replicas',
      'components.api.capacity.concurrency',
      'components.api.capacity.speed',
      'components.api.service.meanMs',
      'components.cache.hitRatio',
      'connections.web-api.timeoutMs',
      'scenarios.base.arrivals.0.ratePerSecond',
    ]),
  );
  for (const word of ['view', 'cost', 'durationS', 'scenarios.busy', 'components.web'])
    expect(paths().filter((path) => path.includes(word))).toEqual([]);
});

it('has for every variable a range that can be read and taken, with what is there inside', () => {
  for (const path of paths()) {
    const read = readRange(rangeFor(design, path));
    expect(read.ok, path).toBe(true);
    if (!read.ok) continue;
    const there = getAt(design, path);
    if (there !== undefined) expect(read.value, path).toContain(there);
    for (const value of read.value) {
      const at = designAt(design, { [path]: value });
      expect(at.ok && validateDesign(at.value).filter(({ severity }) => severity === 'error'), path).toEqual([]);
    }
  }
  expect(rangeFor(design, 'components.api.capacity.replicas')).toBe('1..6');
  expect(rangeFor(design, 'components.jobs.partitions')).toBe('1..6');
  expect(rangeFor(design, 'components.cache.hitRatio')).toBe('0.5,0.65,0.7,0.8,0.9,0.95');
});

it('says what is wrong with a row, and asks nothing then', () => {
  const good = variedRow('components.api.capacity.replicas', '1..3');
  const bad = variedRow('components.api.capacity.speed', '3..1');
  const lost = variedRow('components.nobody.capacity.speed', '1');
  expect(problemOf(design, good, [good])).toBeNull();
  expect(problemOf(design, bad, [bad])).toMatch(/3 is more than 1/);
  expect(problemOf(design, lost, [lost])).not.toBeNull();
  const twice = variedRow(good.path, '1,2');
  expect(problemOf(design, twice, [good, twice])).not.toBeNull();
  expect(readRows(design, [good])).toEqual([{ path: good.path, values: [1, 2, 3] }]);
  for (const rows of [[], [good, bad], [lost], [good, twice]]) expect(readRows(design, rows)).toBeNull();
});

it('begins with the component that has most to do', () => {
  expect(busiestVariable(design, null)).toBe('components.api.capacity.replicas');
  const busy = { components: { api: { utilisation: { mean: 0.2 } }, cache: { utilisation: { mean: 0.6 } } } };
  expect(busiestVariable(design, busy as never)).toBe('components.cache.capacity.replicas');
});

it('places of the grid are those of its numbers', () => {
  const varies = [
    { path: 'a', values: [1, 2, 3] },
    { path: 'b', values: ['x'] },
    { path: 'c', values: [0.5, 1] },
  ];
  const numbers = [0, 1, 2].flatMap((a) => [0, 1].map((c) => numberAt(varies, { a, c })));
  expect(numbers).toEqual(Array.from({ length: sizeOf(varies) }, (_, at) => at));
  expect(pointText(varies, numberAt(varies, { a: 2, c: 1 }))).toBe('3 · x · 1');
  expect(axesOf(varies).map(({ path }) => path)).toEqual(['a', 'c']);
});
