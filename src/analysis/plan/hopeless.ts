// Whether the estimate leaves no doubt that a point misses an objective, so that it need not be simulated. It errs to the
// side of simulating: an estimate is within a tenth nearly always, and only what misses by much more is left out.
import type { Objective } from '../../model/design.ts';
import { estimatedValue, type Outlook } from './outlook.ts';

/** Response times are missed by at least this factor. */
const FAR = 2;
/** Utilisation and throughput are known better: they follow from the load. */
const NEAR = 1.1;
/** The estimate of closed users, or of threads that block, is one more approximation. */
const LESS_NEAR = 1.3;
/** Of chance, so many standard deviations of a figure that counts n things. */
const DEVIATIONS = 10;

/** The first objective that is surely missed; null where none is. */
export function hopelessObjective(outlook: Outlook, objectives: readonly Objective[]): Objective | null {
  return objectives.find((objective) => isHopeless(outlook, objective)) ?? null;
}

function isHopeless(outlook: Outlook, objective: Objective): boolean {
  const metric = objective.at === undefined ? objective.metric.replace(/^requests\./, '') : objective.metric;
  const [, component] = /^components\.([^.]+)\.utilisation$/.exec(metric) ?? [];
  if (metric.startsWith('responseMs.')) return missesResponse(outlook, objective, metric.slice('responseMs.'.length));
  if (metric === 'throughputPerSecond') return missesThroughput(outlook, objective);
  if (metric === 'errorRate') return missesErrorRate(outlook, objective);
  return component !== undefined && missesUtilisation(outlook, objective, component);
}

function missesResponse(outlook: Outlook, objective: Objective, name: string): boolean {
  const { below } = objective;
  if (below === undefined) return false;
  const value = outlook.isSettled ? estimatedValue(outlook, objective) : null;
  if (value !== null) return value > FAR * below;
  const { overload, fromS, durationS } = outlook;
  const share = SHARES[name];
  if (overload === null || share === undefined) return false;
  // The line grows all the time: who is answered at t has waited for t(1 - 1/factor), as a fluid would.
  const answeredS = fromS + share * (durationS - fromS);
  return 1000 * answeredS * (1 - 1 / overload.factor) > FAR * below;
}

/** Where in the window those stand whose response is the figure, when it grows all the time. */
const SHARES: Readonly<Record<string, number>> = { mean: 0.5, p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, max: 1 };

function missesThroughput(outlook: Outlook, objective: Objective): boolean {
  const { above } = objective;
  const { estimate, overload, isSettled, isSteady } = outlook;
  if (above === undefined) return false;
  if (isSettled) {
    const value = estimatedValue(outlook, objective);
    return value !== null && value * ((isSteady ? NEAR : LESS_NEAR) + chance(outlook, value)) < above;
  }
  // Who can tell which of several streams gets through.
  if (overload === null || (objective.at !== undefined && estimate.arrivals.length > 1)) return false;
  const carried = estimate.requests.offeredPerSecond / overload.factor;
  return carried * (NEAR + chance(outlook, carried)) < above;
}

function missesErrorRate(outlook: Outlook, objective: Objective): boolean {
  const { below } = objective;
  const value = outlook.isSettled ? estimatedValue(outlook, objective) : null;
  if (below === undefined || value === null) return false;
  const spread = chance(outlook, outlook.estimate.requests.offeredPerSecond);
  // Losses are rare where there is room, and then known badly: only many of them count.
  return value * (1 - spread) > 3 * below + 0.05;
}

function missesUtilisation(outlook: Outlook, { below }: Objective, id: string): boolean {
  const { estimate, overload, isSettled, isSteady } = outlook;
  const figures = estimate.components[id];
  if (below === undefined || figures === undefined) return false;
  const isBusy = overload?.id === id;
  if (!isSettled && !isBusy) return false;
  const value = isBusy ? 1 : Math.min(1, figures.utilisation);
  return (value / (isSteady ? NEAR : LESS_NEAR)) * (1 - chance(outlook, figures.throughputPerSecond)) > below;
}

/** The relative spread of what counts so many things a second. */
function chance({ fromS, durationS, replications }: Outlook, perSecond: number): number {
  const count = perSecond * (durationS - fromS) * replications;
  return count > 0 ? DEVIATIONS / Math.sqrt(count) : Infinity;
}
