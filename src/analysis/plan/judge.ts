// How far figures are from objectives: of a result for the proof, of an estimate to leave out what is hopeless.
import type { Design, Objective, Scenario } from '../../model/design.ts';
import type { Result } from '../../simulation/result.ts';
import { type Estimate, estimateScenario } from '../estimate.ts';

export interface Margin {
  readonly objective: Objective;
  readonly value: number | null;
  /** The share of the bound that is to spare; below 0 where it is missed, null where nothing was measured. */
  readonly margin: number | null;
  readonly met: boolean;
}

/** In the order of the objectives. */
export function marginsOf(objectives: readonly Objective[], result: Result): Margin[] {
  return objectives.map((objective) => {
    const judged = result.objectives.find(({ id }) => id === objective.id);
    const value = judged?.value ?? null;
    return { objective, value, margin: value === null ? null : spare(objective, value), met: judged?.met ?? false };
  });
}

function spare({ below, above }: Objective, value: number): number {
  if (below !== undefined) return below === 0 ? -value : (below - value) / Math.abs(below);
  return above === undefined || above === 0 ? value : (value - above) / Math.abs(above);
}

/** The objective that is missed by the most, or has the least to spare. */
export function tightest(margins: readonly Margin[]): Margin | null {
  const rank = ({ margin }: Margin): number => margin ?? -Infinity;
  return margins.reduce<Margin | null>(
    (worst, next) => (worst === null || rank(next) < rank(worst) ? next : worst),
    null,
  );
}

/** An estimate is within a tenth nearly always; only what misses by as much as this is not simulated. */
const HOPELESS = 2;

/** Whether the estimate leaves no doubt that a response time is missed. Where it leaves something out it is not trusted. */
export function isHopeless(design: Design, scenario: Scenario, objectives: readonly Objective[]): boolean {
  const bounded = objectives.filter(({ metric, below }) => metric.startsWith('responseMs.') && below !== undefined);
  const hasEscape = (design.connections ?? []).some(
    ({ timeoutMs, hedge }) => timeoutMs !== undefined || hedge !== undefined,
  );
  if (bounded.length === 0 || hasEscape) return false;
  const figures = estimateScenario(design, scenario);
  if (figures.notes.length > 0) return false;
  return bounded.some(({ metric, at, below = 0 }) => {
    const value = responseAt(figures, metric.slice('responseMs.'.length), at);
    return value !== null && value > HOPELESS * below;
  });
}

function responseAt({ requests, arrivals }: Estimate, name: string, at: string | undefined): number | null {
  const streams = arrivals.filter((arrival) => arrival.at === at);
  const figures = at === undefined ? requests : streams.length === 1 ? streams[0] : undefined;
  return (figures?.responseMs as Readonly<Record<string, number | null>> | undefined)?.[name] ?? null;
}
