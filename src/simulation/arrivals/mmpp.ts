// Arrivals in bursts: a Poisson process whose rate is that of a state, and the states take turns (MMPP).
import type { Random } from '../random.ts';
import { gammaAboveOne, type Source } from '../samplers.ts';

interface MmppState {
  readonly ratePerSecond: number;
  /** Of an exponential stay. */
  readonly meanS: number;
}

/**
 * The times of the arrivals in ms, exact, and at a cost for each that does not grow with the number of states passed
 * through on the way: stays may be as short as one likes.
 *
 * From the beginning of a stay of mean m at rate λ, no arrival comes in it with chance 1 / (1 + λm), that is exp(-h)
 * with h = ln(1 + λm), and whether or not, it lasts, up to its end or its arrival, an exponential time of mean
 * m / (1 + λm). So one exponential of mean 1 says in which stay the next arrival falls: in the one where the sum of h
 * exceeds it. Whole rounds before it are passed at once, their stays in one state adding up to a gamma.
 */
export function mmppArrivals(random: Random, states: readonly MmppState[]): Source {
  const hazards = states.map(({ ratePerSecond, meanS }) => Math.log1p(ratePerSecond * meanS));
  const staysMs = states.map(({ ratePerSecond, meanS }) => (1000 * meanS) / (1 + ratePerSecond * meanS));
  const roundHazard = hazards.reduce((sum, hazard) => sum + hazard, 0);
  let state = 0;
  let lastMs = 0;

  const passRounds = (rounds: number): void => {
    for (const stayMs of staysMs) lastMs += stayMs * gammaAboveOne(random, rounds);
  };
  const next = (): number => {
    let hazard = random.exponential();
    const rounds = Math.floor(hazard / roundHazard);
    // Without any rate.
    if (rounds === Infinity) return (lastMs = Infinity);
    if (rounds > 0) passRounds(rounds);
    // The remainder is exact, where a product of many rounds would not be.
    hazard %= roundHazard;
    while (hazard >= hazards[state]!) {
      hazard -= hazards[state]!;
      lastMs += staysMs[state]! * random.exponential();
      state = (state + 1) % states.length;
    }
    // The rest of the stay is as long as a new one, so the state begins anew with the arrival.
    return (lastMs += staysMs[state]! * random.exponential());
  };
  return {
    fill(target, from, to) {
      for (let i = from; i < to; i++) target[i] = next();
    },
  };
}
