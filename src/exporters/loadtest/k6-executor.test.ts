import { expect, it } from 'vitest';
import { executor, isWholeIn, timeUnitS } from './k6-executor.ts';

it('makes rates whole numbers of requests in a unit of time', () => {
  expect([[40], [2.5], [1 / 60], [0.11, 3], [1 / 3]].map(timeUnitS)).toEqual([1, 10, 60, 100, 60]);
  expect(timeUnitS([Math.PI])).toBe(100_000);
  expect(isWholeIn(Math.PI, 100_000)).toBe(false);
  expect(executor({ process: 'poisson', ratePerSecond: 2.5 }, 20)).toEqual({
    executor: 'constant-arrival-rate',
    rate: 25,
    timeUnit: '10s',
    duration: '20000ms',
    preAllocatedVUs: 3,
    maxVUs: 30,
  });
});

it('sends the states of an MMPP at their mean rate, each as long as it lasts', () => {
  const states = [
    { ratePerSecond: 1, meanS: 3 },
    { ratePerSecond: 9, meanS: 1 },
  ];
  expect(executor({ process: 'mmpp', states }, 20)).toMatchObject({ rate: 3, timeUnit: '1s' });
});

it('makes stages of a profile: silence before it, the line cut where the scenario ends', () => {
  const points = [
    [2, 0],
    [10, 6],
    [30, 2],
  ] as const;
  expect(executor({ process: 'profile', points }, 20)).toMatchObject({
    executor: 'ramping-arrival-rate',
    startRate: 0,
    timeUnit: '1s',
    stages: [
      { target: 0, duration: '2000ms' },
      { target: 0, duration: '0s' },
      { target: 6, duration: '8000ms' },
      { target: 4, duration: '10000ms' },
    ],
  });
});

it('makes a staircase of a trace that sends as many requests as there are times', () => {
  const made = executor({ process: 'trace', timesMs: [100, 200, 1500] }, 2) as {
    startRate: number;
    stages: { target: number; duration: string }[];
  };
  expect(made.startRate).toBe(2);
  expect(made.stages).toEqual([
    { target: 2, duration: '1000ms' },
    { target: 1, duration: '0ms' },
    { target: 1, duration: '1000ms' },
  ]);
});
