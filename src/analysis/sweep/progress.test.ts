// How far a sweep is counts what is still to be computed, so that the time left is not shortened by what was known before.
import { expect, it } from 'vitest';
import { createInlineExecutor } from '../../../worker/inline.ts';
import type { Design } from '../../model/design.ts';
import type { Progress } from '../executor.ts';
import { sweep, type SweepPoint } from '../sweep.ts';
import { pointAt } from './grid.ts';

const design: Design = {
  spandrel: 1,
  name: 'One',
  components: [{ id: 'a', kind: 'service', service: { distribution: 'exponential', meanMs: 5 } }],
  scenarios: [
    { id: 's', durationS: 2, replications: 2, arrivals: [{ at: 'a', process: 'poisson', ratePerSecond: 20 }] },
  ],
};
const varies = [{ path: 'components.a.capacity.replicas', values: [1, 2, 3, 4] }];

it('counts the missing points only, never goes back, and computes no other', async () => {
  const known = new Map<number, SweepPoint>(
    [0, 3].map((number) => [number, { set: pointAt(varies, number), result: null }]),
  );
  const told: Progress[] = [];
  const computed: number[] = [];
  const outcome = await sweep(design, varies, {}, createInlineExecutor(), {
    known,
    onProgress: (progress) => told.push(progress),
    onPoint: (number) => {
      computed.push(number);
      return Promise.resolve();
    },
  });
  expect(outcome.kind).toBe('done');
  expect(computed).toEqual([1, 2]);
  const fractions = told.map(({ fraction }) => fraction);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(new Set(told.map(({ replications }) => replications))).toEqual(new Set([2]));
  expect(told.at(-1)).toEqual({ fraction: 1, replicationsDone: 2, replications: 2 });
  // The first of the two missing ones is half of what is left to do.
  expect(told.find(({ replicationsDone }) => replicationsDone === 1)?.fraction).toBe(0.5);
});
