// Closed networks by mean value analysis: exact while there are few populations to go through, else by Linearizer.
import { exactAnalysis } from './exact.ts';
import { type Core, linearizer } from './linearizer.ts';
import type { ClosedChain, ClosedFigures, ClosedStation } from './network.ts';

/** Populations times stations times chains; the estimate asks some tens of times, and is to take milliseconds. */
const MOST_STEPS = 6_000;

export function isExact(stations: readonly ClosedStation[], chains: readonly ClosedChain[]): boolean {
  const populations = chains.reduce((product, { users }) => product * (users + 1), 1);
  return populations * stations.length * chains.length <= MOST_STEPS;
}

/** Where it was approximated, with where it stood: the next time it starts from there. */
export type ClosedAnswer = ClosedFigures & { readonly core?: Core };

/** `before` is what it said of the same network a moment ago, with a little other work. */
export function meanValueAnalysis(
  stations: readonly ClosedStation[],
  chains: readonly ClosedChain[],
  before: ClosedAnswer | null = null,
): ClosedAnswer {
  if (isExact(stations, chains)) return exactAnalysis(stations, chains);
  const core = before?.core;
  return linearizer(stations, chains, hasShape(core, stations.length) ? core : null);
}

/** A station that was refused a round ago may take part now. */
function hasShape(core: Core | undefined, stations: number): core is Core {
  return core?.shares.length === stations;
}
