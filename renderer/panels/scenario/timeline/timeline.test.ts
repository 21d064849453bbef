import { describe, expect, it } from 'vitest';
import { scenarioSchema, type Arrival, type Rollout, type Scenario } from '../../../../src/model/design.ts';
import {
  addPoint,
  moveFault,
  movePoint,
  moveRollout,
  removeItem,
  removePoint,
  resizeFault,
  rolloutSegments,
  setRate,
  stretchRollout,
} from './moves.ts';
import { rateCurve, rateHandles } from './rate-curve.ts';
import { axisTimes, rateStep, roundTop, snapped, timeScale, timeText } from './time-scale.ts';

function scenario(): Scenario {
  return {
    id: 'base',
    durationS: 600,
    arrivals: [{ at: 'api', process: 'profile', points: [[0, 10], [100, 50], [300, 20]] }], // prettier-ignore
    faults: [
      { kind: 'outage', at: 'db', fromS: 100, durationS: 50 },
      { kind: 'crashes', at: 'db', mtbfS: 100, mttrS: 10 },
    ],
    rollouts: [{ at: 'api', strategy: 'canary', startS: 200, startupS: 20, steps: [{ weight: 0.1, holdS: 60 }] }],
  };
}

describe('the scale of time', () => {
  it.each([
    [600, 1200, 2, [0, 60, 120]],
    [600, 240, 10, [0, 300, 600]],
    [10, 1000, 0.1, [0, 1, 2]],
    [604_800, 1000, 3600, [0, 43_200, 86_400]],
  ])('of %d s over %d points goes by %d s', (durationS, width, stepS, times) => {
    const scale = timeScale(durationS, width);
    expect(scale.stepS).toBe(stepS);
    expect(axisTimes(scale).slice(0, 3)).toEqual(times);
    expect(scale.seconds(scale.x(durationS / 3))).toBeCloseTo(durationS / 3, 9);
  });

  it.each([
    [0, '0 s'],
    [0.5, '0.5 s'],
    [45, '45 s'],
    [60, '1 min'],
    [150, '2:30 min'],
    [305, '5:05 min'],
    [7200, '2 h'],
    [9000, '2.5 h'],
  ])('writes %d s as %s', (seconds, text) => expect(timeText(seconds)).toBe(text));

  it('snaps without the dust of fractions', () => {
    expect([snapped(0.29, 0.1), snapped(47, 15), roundTop(130), roundTop(0), rateStep(200)]).toEqual([
      0.3, 45, 200, 1, 5,
    ]);
  });
});

describe('a hand on the timeline', () => {
  it('moves a fault and keeps its length, within the run', () => {
    const draft = scenario();
    moveFault(draft, 0, 250);
    expect(draft.faults?.[0]).toMatchObject({ fromS: 250, durationS: 50 });
    moveFault(draft, 0, -30);
    moveFault(draft, 1, 30);
    expect(draft.faults).toEqual([{ ...scenario().faults?.[0], fromS: 0 }, scenario().faults?.[1]]);
  });

  it.each([
    ['from', 120, 120, 30],
    ['from', 500, 150, 0],
    ['to', 400, 100, 300],
    ['to', 50, 100, 0],
  ] as const)('drags its %s end to %d', (end, seconds, fromS, durationS) => {
    const draft = scenario();
    resizeFault(draft, 0, end, seconds);
    expect(draft.faults?.[0]).toMatchObject({ fromS, durationS });
  });

  it('moves a rollout and stretches its parts', () => {
    const draft = scenario();
    moveRollout(draft, 0, 300);
    stretchRollout(draft, 0, { kind: 'startup' }, 30);
    stretchRollout(draft, 0, { kind: 'step', step: 0, weight: 0.1 }, -5);
    expect(draft.rollouts?.[0]).toMatchObject({ startS: 300, startupS: 30, steps: [{ holdS: 0 }] });
  });

  it('draws a profile: points stay in order, come between their neighbours, and one is left', () => {
    const [arrival] = scenario().arrivals as [Extract<Arrival, { process: 'profile' }>];
    movePoint(arrival, 1, 400, 80);
    expect(arrival.points[1]).toEqual([300, 80]);
    movePoint(arrival, 1, -10, -3);
    expect(arrival.points[1]).toEqual([0, 0]);
    expect([addPoint(arrival, 150, 33), addPoint(arrival, 500, 1)]).toEqual([2, 4]);
    expect(arrival.points).toEqual([[0, 10], [0, 0], [150, 33], [300, 20], [500, 1]]); // prettier-ignore
    for (let time = 0; time < 9; time++) removePoint(arrival, 0);
    expect(arrival.points).toEqual([[500, 1]]);
  });

  it('leaves a scenario that the schema takes, and no empty list', () => {
    const draft = scenario();
    removeItem(draft, { list: 'faults', at: 0 });
    removeItem(draft, { list: 'faults', at: 0 });
    removeItem(draft, { list: 'rollouts', at: 0 });
    expect([draft.faults, draft.rollouts, scenarioSchema.safeParse(draft).success]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });
});

describe('the line of a stream', () => {
  it.each([
    [{ at: 'a', process: 'poisson', ratePerSecond: 7 }, [[0, 7], [60, 7]]],
    [{ at: 'a', process: 'closed', users: 30, thinkMs: 1000 }, [[0, 30], [60, 30]]],
    [{ at: 'a', process: 'profile', points: [[10, 5], [40, 9]] }, [[0, 0], [10, 0], [10, 5], [40, 9], [40, 0], [60, 0]]],
    [{ at: 'a', process: 'mmpp', states: [{ ratePerSecond: 1, meanS: 40 }, { ratePerSecond: 9, meanS: 40 }] },
      [[0, 1], [40, 1], [40, 9], [60, 9]]],
    [{ at: 'a', process: 'trace', timesMs: [500, 1500] }, []],
  ] as [Arrival, number[][]][])('of %o', (arrival, line) => expect(rateCurve(arrival, 60).line).toEqual(line)); // prettier-ignore

  it('shows single arrivals, and not more than can be told apart', () => {
    const times = Array.from({ length: 10_000 }, (_, at) => at * 10);
    const { ticks } = rateCurve({ at: 'a', process: 'trace', timesMs: times }, 100);
    expect([ticks.length <= 400, ticks[0], ticks[1]]).toEqual([true, 0, 0.25]);
  });

  it('has a handle for each value that can be set', () => {
    const flat: Arrival = { at: 'a', process: 'poisson', ratePerSecond: 7 };
    expect(rateHandles(flat, 60)).toEqual([{ at: null, seconds: 30, value: 7, movesInTime: false }]);
    setRate(flat, null, 9);
    expect(flat.ratePerSecond).toBe(9);
    const states: Arrival = { at: 'a', process: 'mmpp', states: [{ ratePerSecond: 1, meanS: 40 }] };
    setRate(states, 0, 3);
    expect(rateHandles(states, 60)).toEqual([{ at: 0, seconds: 20, value: 3, movesInTime: false }]);
  });
});

it('a rollout goes part by part to the new version', () => {
  const rollout: Rollout = {
    at: 'api',
    strategy: 'canary',
    startS: 100,
    startupS: 20,
    steps: [
      { weight: 0.1, holdS: 60 },
      { weight: 0.5, holdS: 30 },
    ],
  };
  expect(rolloutSegments(rollout, 600).map(({ part, fromS, toS }) => [part.kind, fromS, toS])).toEqual([
    ['startup', 100, 120],
    ['step', 120, 180],
    ['step', 180, 210],
    ['new', 210, 600],
  ]);
});
