// The saturation curve: response and throughput against load, by the estimate; where it bends, and where it ends.
import type { Design, Scenario } from '../model/design.ts';
import { compileNetwork } from '../simulation/compile.ts';
import { estimateBriefly } from './estimate.ts';
import { withLoad } from './load/scale.ts';
import { loadLimitOf } from './sensitivity.ts';

export interface LoadPoint {
  /** Of the load of the scenario; 1 is as it is. */
  readonly factor: number;
  readonly offeredPerSecond: number | null;
  readonly throughputPerSecond: number | null;
  /** Null where the load cannot be carried. */
  readonly meanMs: number | null;
  readonly p95Ms: number | null;
}

export interface SaturationCurve {
  /** By growing load. */
  readonly points: readonly LoadPoint[];
  /** The load that still can be carried, as a factor; null where users wait for their answers, or nothing saturates. */
  readonly limit: number | null;
  /** The component that saturates first; null without a limit. */
  readonly component: string | null;
  /**
   * Where more load begins to cost more response than it brings throughput: the most of throughput over response, the
   * power of L. Kleinrock, "Power and Deterministic Rules of Thumb for Probabilistic Problems in Computer
   * Communications" (1979). Null where there is no bend within the curve.
   */
  readonly knee: LoadPoint | null;
}

const POINTS = 32;
/** So close to the limit the curve leaves every picture. */
const CLOSEST = 0.985;
/** How far a curve goes that has no limit. */
const FURTHEST = 64;

/** Of a design without errors. Takes some tens of estimates. */
export function saturationCurve(design: Design, scenario: Scenario): SaturationCurve {
  const at = (factor: number): LoadPoint => estimatedAt(design, scenario, factor);
  const { factor, component } = loadLimitOf(compileNetwork(design, scenario));
  const limit = Number.isFinite(factor) && factor > 0 ? factor : null;
  const span = limit === null ? spanOf(at) : limit * CLOSEST;
  const points = distinct(factorsUpTo(span, limit !== null).map(at));
  return { points, limit, component: limit === null ? null : component, knee: kneeOf(points) };
}

/** Throughput over response, the power, is 0 at no load and at the limit; what lies at an end is no bend. */
export function kneeOf(points: readonly LoadPoint[]): LoadPoint | null {
  const power = ({ throughputPerSecond, meanMs }: LoadPoint): number =>
    throughputPerSecond === null || meanMs === null || meanMs === 0 ? 0 : throughputPerSecond / meanMs;
  const best = points.reduce((most, point, index) => (power(point) > power(points[most]!) ? index : most), 0);
  return best > 0 && best < points.length - 1 ? points[best]! : null;
}

/** Loads for the simulation, fewer than those of the estimate, and some beyond the limit. */
export function loadsToSimulate({ points, limit }: SaturationCurve, count = 10): readonly number[] {
  const most = limit === null ? (points.at(-1)?.factor ?? 1) : limit * 1.1;
  return Array.from({ length: count }, (_, index) => Number(((most * (index + 1)) / count).toPrecision(3)));
}

function estimatedAt(design: Design, scenario: Scenario, factor: number): LoadPoint {
  const { requests, stable } = estimateBriefly(design, withLoad(scenario, factor));
  return {
    factor,
    offeredPerSecond: requests.offeredPerSecond,
    throughputPerSecond: requests.throughputPerSecond,
    meanMs: stable ? requests.responseMs.mean : null,
    p95Ms: stable ? requests.responseMs.p95 : null,
  };
}

/** Closer together towards a limit, where the curve is steep. */
function factorsUpTo(span: number, isSteepAtEnd: boolean): number[] {
  return Array.from({ length: POINTS }, (_, index) => {
    const share = (index + 1) / POINTS;
    return span * (isSteepAtEnd ? 1 - (1 - share) ** 2 : share);
  });
}

/** Few users rounded are the same load twice. */
function distinct(points: readonly LoadPoint[]): LoadPoint[] {
  return points.filter(
    (point, index) => index === 0 || point.throughputPerSecond !== points[index - 1]!.throughputPerSecond,
  );
}

/** Doubled until it brings a twentieth more throughput at the most: then the bend is behind. */
function spanOf(at: (factor: number) => LoadPoint): number {
  let span = 2;
  while (span < FURTHEST) {
    const [one, two] = [at(span), at(2 * span)];
    if ((two.throughputPerSecond ?? 0) <= 1.05 * (one.throughputPerSecond ?? 0)) break;
    span *= 2;
  }
  return span;
}
