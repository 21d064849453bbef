// The streams of a scenario as rates: how many requests per ms, and how regularly they come.
import { momentsOf } from '../../model/moments.ts';
import type { ArrivalProcess, Network } from '../../simulation/network.ts';

export interface StreamRate {
  readonly rate: number;
  /** Squared coefficient of variation of the time between arrivals. */
  readonly scv: number;
  /** Closed streams; null for open ones. */
  readonly users: number | null;
  readonly thinkMs: number;
}

export function streamsOf({ streams, durationMs }: Network): StreamRate[] {
  return streams.map(({ arrival }) => rateOf(arrival, durationMs));
}

function rateOf(arrival: ArrivalProcess, durationMs: number): StreamRate {
  const open = (rate: number, scv: number): StreamRate => ({ rate, scv, users: null, thinkMs: 0 });
  switch (arrival.process) {
    case 'poisson':
      return open(arrival.ratePerSecond / 1000, 1);
    case 'deterministic':
      return open(arrival.ratePerSecond / 1000, 0);
    case 'mmpp':
      return modulated(arrival.states);
    case 'profile':
      return open(meanOfProfile(arrival.points, durationMs / 1000) / 1000, 1);
    case 'trace': {
      const times = arrival.timesMs.filter((time) => time <= durationMs).sort((a, b) => a - b);
      return open(times.length / durationMs, scvOfGaps(times));
    }
    case 'closed': {
      const thinkMs = momentsOf(arrival.think).meanMs;
      return { rate: arrival.users / (thinkMs + 1), scv: 1, users: arrival.users, thinkMs };
    }
  }
}

/**
 * By the index of dispersion of its counts in the long run, which for two states is exact (Fischer and Meier-Hellstern
 * 1993); for more, their rates are taken to forget themselves within half a round.
 */
function modulated(states: Extract<ArrivalProcess, { process: 'mmpp' }>['states']): StreamRate {
  const round = states.reduce((sum, { meanS }) => sum + meanS, 0);
  if (round === 0) return { rate: (states[0]?.ratePerSecond ?? 0) / 1000, scv: 1, users: null, thinkMs: 0 };
  const mean = states.reduce((sum, { ratePerSecond, meanS }) => sum + ratePerSecond * meanS, 0) / round;
  const spread = states.reduce((sum, { ratePerSecond, meanS }) => sum + (ratePerSecond - mean) ** 2 * meanS, 0) / round;
  const memoryS = states.length === 2 ? (states[0]!.meanS * states[1]!.meanS) / round : round / (2 * states.length);
  return { rate: mean / 1000, scv: mean === 0 ? 1 : 1 + (2 * spread * memoryS) / mean, users: null, thinkMs: 0 };
}

/** Per second, over the whole run: linear between the points, 0 before the first and after the last. */
function meanOfProfile(points: readonly (readonly [number, number])[], durationS: number): number {
  let area = 0;
  points.forEach(([from, rate], index) => {
    const next = points[index + 1];
    if (next === undefined || from >= durationS) return;
    const to = Math.min(next[0], durationS);
    const atEnd = next[0] === from ? rate : rate + ((next[1] - rate) * (to - from)) / (next[0] - from);
    area += ((rate + atEnd) / 2) * (to - from);
  });
  return durationS === 0 ? 0 : area / durationS;
}

function scvOfGaps(times: readonly number[]): number {
  if (times.length < 3) return 1;
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (mean === 0) return 1;
  return gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length / mean ** 2;
}
