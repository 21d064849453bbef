// The chart of a saturation curve: the estimate as lines, the simulation as dots with their intervals.
import type { SaturationCurve } from '../../../src/analysis/saturation.ts';
import type { LoadRun } from '../../../src/analysis/studies/study.ts';
import type { Scenario } from '../../../src/model/design.ts';
import type { Chart, Guide, Interval, Line, Point } from '../../../src/report/charts/chart.ts';
import type { Statistic } from '../../../src/simulation/result.ts';
import { t } from '../../texts.ts';
import { formatMs, formatNumber, formatRate } from '../../theme/format.ts';

export type LoadQuantity = 'response' | 'throughput';

/** How load is told: as requests a second where all arrive by themselves, as a multiple where users wait for answers. */
export interface LoadUnit {
  readonly title: string;
  readonly of: (factor: number) => number;
  readonly format: (value: number) => string;
}

export function loadUnit({ arrivals }: Scenario, { points }: SaturationCurve): LoadUnit {
  const isClosed = arrivals.some(({ process }) => process === 'closed');
  const known = points.find(({ offeredPerSecond }) => offeredPerSecond !== null && offeredPerSecond > 0);
  const perFactor = known?.offeredPerSecond ? known.offeredPerSecond / known.factor : null;
  if (isClosed || perFactor === null)
    return { title: t('analysis.loadFactor'), of: (factor) => factor, format: (value) => `× ${formatNumber(value)}` };
  return { title: t('analysis.load'), of: (factor) => factor * perFactor, format: formatRate };
}

export function loadChart(
  curve: SaturationCurve,
  runs: readonly LoadRun[],
  quantity: LoadQuantity,
  unit: LoadUnit,
): Chart {
  const lines = quantity === 'response' ? responseLines(curve, runs, unit) : throughputLines(curve, runs, unit);
  const format = quantity === 'response' ? formatMs : formatRate;
  const furthest = Math.max(curve.points.at(-1)?.factor ?? 1, curve.limit ?? 0, ...runs.map(({ factor }) => factor));
  const title = quantity === 'response' ? t('analysis.response') : t('analysis.throughput');
  const most = quantity === 'response' ? mostResponse(curve, runs) : largest(lines);
  return {
    title,
    x: { title: unit.title, scale: { kind: 'linear', from: 0, to: unit.of(furthest) * 1.02 }, format: unit.format },
    y: { title, scale: { kind: 'linear', from: 0, to: most * 1.08 }, format },
    lines: lines.map((line) => within(line, most * 1.08)),
    guides: guidesOf(curve, unit),
  };
}

function guidesOf({ limit, knee }: SaturationCurve, unit: LoadUnit): Guide[] {
  return [
    { at: unit.of(1), label: t('analysis.now'), tone: 'soft' },
    ...(knee === null ? [] : [{ at: unit.of(knee.factor), label: t('analysis.knee'), tone: 'accent' as const }]),
    ...(limit === null ? [] : [{ at: unit.of(limit), label: t('analysis.limitMark'), tone: 'critical' as const }]),
  ];
}

function responseLines(curve: SaturationCurve, runs: readonly LoadRun[], unit: LoadUnit): Line[] {
  const estimated = (key: 'meanMs' | 'p95Ms'): Point[] =>
    curve.points.map((point) => [unit.of(point.factor), point[key]]);
  return [
    { label: t('analysis.meanEstimated'), points: estimated('meanMs'), colour: 0 },
    { label: t('analysis.p95Estimated'), points: estimated('p95Ms'), colour: 1, dash: [6, 3] },
    ...simulated(runs, unit, t('analysis.meanSimulated'), 0, ({ requests }) => requests.responseMs.mean),
    ...simulated(runs, unit, t('analysis.p95Simulated'), 1, ({ requests }) => requests.responseMs.p95),
  ];
}

function throughputLines(curve: SaturationCurve, runs: readonly LoadRun[], unit: LoadUnit): Line[] {
  const points = curve.points.map((point): Point => [unit.of(point.factor), point.throughputPerSecond]);
  return [
    { label: t('analysis.estimated'), points, colour: 0 },
    ...simulated(runs, unit, t('analysis.simulated'), 0, ({ requests }) => requests.throughputPerSecond),
  ];
}

function simulated(
  runs: readonly LoadRun[],
  unit: LoadUnit,
  label: string,
  colour: number,
  of: (figures: NonNullable<LoadRun['figures']>) => Statistic,
): Line[] {
  if (runs.length === 0) return [];
  const measured = runs.map(({ factor, figures }) => ({ x: unit.of(factor), value: figures && of(figures) }));
  const spread = measured.flatMap(({ x, value }): Interval[] =>
    value === null || value.mean === null || value.ci95 === null
      ? []
      : [[x, value.mean - value.ci95, value.mean + value.ci95]],
  );
  return [{ label, points: measured.map(({ x, value }) => [x, value?.mean ?? null]), colour, dots: 'only', spread }];
}

/** The room of the picture is for what can be lived with: close to the limit, and beyond it, the curve leaves it. */
function mostResponse({ points, limit }: SaturationCurve, runs: readonly LoadRun[]): number {
  const isWithin = (factor: number): boolean => limit === null || factor <= 0.92 * limit;
  const values = [
    ...points.filter(({ factor }) => isWithin(factor)).map(({ p95Ms, meanMs }) => p95Ms ?? meanMs ?? 0),
    ...runs.filter(({ factor }) => isWithin(factor)).map(({ figures }) => figures?.requests.responseMs.p95.mean ?? 0),
  ];
  return Math.max(0.001, ...values);
}

function within({ points, spread, ...line }: Line, most: number): Line {
  return {
    ...line,
    points: points.map(([x, y]) => [x, y !== null && y > most ? null : y]),
    ...(spread && { spread: spread.filter(([, low, high]) => (low + high) / 2 <= most) }),
  };
}

function largest(lines: readonly Line[]): number {
  return Math.max(0.001, ...lines.flatMap(({ points }) => points.map(([, y]) => y ?? 0)));
}
