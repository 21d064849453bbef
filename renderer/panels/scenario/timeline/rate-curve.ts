// How the arrivals of a stream go over the time of a scenario: its line, and the handles by which the line is drawn.
import type { Arrival } from '../../../../src/model/design.ts';

type Point = readonly [seconds: number, value: number];

export interface RateCurve {
  readonly unit: '/s' | 'users';
  /** From left to right; empty where single arrivals are drawn instead. */
  readonly line: readonly Point[];
  /** The times of single arrivals in seconds. */
  readonly ticks: readonly number[];
}

export interface RateHandle {
  /** The place of the point or state; null where the stream has one value. */
  readonly at: number | null;
  readonly seconds: number;
  readonly value: number;
  /** Only the points of a profile have a time of their own. */
  readonly movesInTime: boolean;
}

/** More cannot be told apart on the screen. */
const MOST_TICKS = 400;
const MOST_STAYS = 200;

function flat(value: number, durationS: number): readonly Point[] {
  return [
    [0, value],
    [durationS, value],
  ];
}

/** The states round and round, each for its mean stay: one course of many that a run may take. */
function staysOf(states: Extract<Arrival, { process: 'mmpp' }>['states'], durationS: number): readonly Point[] {
  const line: Point[] = [];
  let from = 0;
  for (let stay = 0; from < durationS && stay < MOST_STAYS; stay++) {
    const state = states[stay % states.length];
    if (!state || !(state.meanS > 0)) break;
    const to = Math.min(from + state.meanS, durationS);
    line.push([from, state.ratePerSecond], [to, state.ratePerSecond]);
    from = to;
  }
  return line;
}

/** Before its first point and after its last nothing arrives. */
function profileOf(points: readonly Point[], durationS: number): readonly Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  const lead: readonly Point[] =
    first[0] > 0
      ? [
          [0, 0],
          [first[0], 0],
        ]
      : [];
  const tail: readonly Point[] =
    last[0] < durationS
      ? [
          [last[0], 0],
          [durationS, 0],
        ]
      : [];
  return [...lead, ...points, ...tail];
}

export function rateCurve(arrival: Arrival, durationS: number): RateCurve {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return { unit: '/s', line: flat(arrival.ratePerSecond, durationS), ticks: [] };
    case 'mmpp':
      return { unit: '/s', line: staysOf(arrival.states, durationS), ticks: [] };
    case 'profile':
      return { unit: '/s', line: profileOf(arrival.points, durationS), ticks: [] };
    case 'trace': {
      const every = Math.max(1, Math.ceil(arrival.timesMs.length / MOST_TICKS));
      return {
        unit: '/s',
        line: [],
        ticks: arrival.timesMs.filter((_, at) => at % every === 0).map((ms) => ms / 1000),
      };
    }
    case 'closed':
      return { unit: 'users', line: flat(arrival.users, durationS), ticks: [] };
  }
}

export function rateHandles(arrival: Arrival, durationS: number): readonly RateHandle[] {
  switch (arrival.process) {
    case 'poisson':
    case 'deterministic':
      return [{ at: null, seconds: durationS / 2, value: arrival.ratePerSecond, movesInTime: false }];
    case 'closed':
      return [{ at: null, seconds: durationS / 2, value: arrival.users, movesInTime: false }];
    case 'profile':
      return arrival.points.map(([seconds, value], at) => ({ at, seconds, value, movesInTime: true }));
    case 'mmpp': {
      let from = 0;
      return arrival.states.flatMap((state, at) => {
        const seconds = from + state.meanS / 2;
        from += state.meanS;
        return seconds <= durationS ? [{ at, seconds, value: state.ratePerSecond, movesInTime: false }] : [];
      });
    }
    case 'trace':
      return [];
  }
}
