// Small Markov chains, solved exactly, for what has no closed form.

/** A jump to another state, and its rate. */
export interface Transition<S> {
  readonly to: S;
  readonly rate: number;
}

export interface StationaryState<S> {
  readonly state: S;
  readonly chance: number;
}

/**
 * The stationary distribution of the chain that is reached from `start`, by the elimination of Grassmann, Taksar and
 * Heyman (1985), which subtracts nothing and so loses no digits. States are told apart by their JSON.
 */
export function stationary<S>(start: S, transitions: (state: S) => readonly Transition<S>[]): StationaryState<S>[] {
  const { states, rates } = explore(start, transitions);
  const size = states.length;
  for (let n = size - 1; n > 0; n--) {
    const row = rates[n] ?? new Float64Array(0);
    let out = 0;
    for (let j = 0; j < n; j++) out += row[j] ?? 0;
    for (let i = 0; i < n; i++) {
      const from = rates[i] ?? new Float64Array(0);
      const share = (from[n] ?? 0) / out;
      from[n] = share;
      if (share === 0) continue;
      for (let j = 0; j < n; j++) if (j !== i) from[j] = (from[j] ?? 0) + share * (row[j] ?? 0);
    }
  }
  const weights = [1];
  for (let n = 1; n < size; n++) {
    let weight = 0;
    for (let i = 0; i < n; i++) weight += (weights[i] ?? 0) * (rates[i]?.[n] ?? 0);
    weights.push(weight);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return states.map((state, n) => ({ state, chance: (weights[n] ?? 0) / total }));
}

/** The stationary mean of a figure of the state. */
export function expectation<S>(chain: readonly StationaryState<S>[], figure: (state: S) => number): number {
  return chain.reduce((sum, { state, chance }) => sum + chance * figure(state), 0);
}

function explore<S>(
  start: S,
  transitions: (state: S) => readonly Transition<S>[],
): { states: S[]; rates: Float64Array[] } {
  const numberOf = new Map<string, number>([[JSON.stringify(start), 0]]);
  const states = [start];
  const jumps: { from: number; to: number; rate: number }[] = [];
  for (let from = 0; from < states.length; from++) {
    for (const { to, rate } of transitions(states[from] as S)) {
      const key = JSON.stringify(to);
      const known = numberOf.get(key) ?? states.push(to) - 1;
      numberOf.set(key, known);
      jumps.push({ from, to: known, rate });
    }
  }
  const rates = states.map(() => new Float64Array(states.length));
  for (const { from, to, rate } of jumps) {
    const row = rates[from];
    if (row && from !== to) row[to] = (row[to] ?? 0) + rate;
  }
  return { states, rates };
}
