// The charts of a run, as data: over time, by percentile, by component.
import type { RequestFigures } from '../../simulation/result.ts';
import { bandsOf } from '../bands.ts';
import { breakdownRows } from '../breakdown.ts';
import { formatMs, formatNumber, formatRate, formatShare } from '../format.ts';
import { requestRows } from '../requests.ts';
import { componentNames, type ReportedRun } from '../run.ts';
import type { ReportWords } from '../words.ts';
import type { Axis, Band, BarChart, Chart, Line, Point } from './chart.ts';
import { PARTS, type Palette } from './palette.ts';

const DASHES: readonly (readonly number[] | undefined)[] = [undefined, [6, 3], [2, 2], [8, 3, 2, 3], [12, 3]];
/** More lines than this cannot be told apart. */
export const MOST_LINES = DASHES.length;

export function lineLooks(at: number): Pick<Line, 'colour' | 'dash'> {
  return { colour: at % MOST_LINES, dash: DASHES[at % MOST_LINES] };
}

/** Of several populations, at most as many as can be told apart. */
export interface Population {
  readonly name: string;
  readonly figures: RequestFigures;
  readonly faint?: boolean;
}

export function populationsOf(run: ReportedRun, words: ReportWords): Population[] {
  return requestRows(run, words).slice(0, MOST_LINES);
}

/** The seconds of a step's middle, and what was measured in it. */
export function pointsOver(
  { stepS, fromS }: ReportedRun['result']['series'],
  values: readonly (number | null)[],
): Point[] {
  return values.map((value, step) => [fromS + (step + 0.5) * stepS, value]);
}

export function bandsOver(run: ReportedRun, words: ReportWords): Band[] {
  const { warmupS } = run.result;
  const warmup: Band[] = warmupS > 0 ? [{ kind: 'warmup', label: words.warmup, from: 0, to: warmupS }] : [];
  return [
    ...warmup,
    ...bandsOf(run, words).map(({ kind, label, fromS, toS }) => ({ kind, label, from: fromS, to: toS })),
  ];
}

/** Some lines over the time of a run. */
export function overTime(
  run: ReportedRun,
  words: ReportWords,
  drawn: {
    readonly title: string;
    readonly lines: readonly Line[];
    readonly format: Axis['format'];
    readonly most?: number;
  },
): Chart {
  const { title, lines, format, most } = drawn;
  return {
    title,
    x: {
      title: words.time,
      scale: { kind: 'linear', from: 0, to: endOf(run) },
      format: (value) => formatNumber(value),
    },
    y: { title, scale: { kind: 'linear', from: 0, to: most ?? largest(lines) * 1.08 }, format },
    lines,
    bands: bandsOver(run, words),
  };
}

function endOf({ result }: ReportedRun): number {
  const { fromS, stepS, requests } = result.series;
  return Math.max(result.simulatedS, fromS, stepS * Math.min(1, requests.throughputPerSecond.length));
}

function largest(lines: readonly Line[]): number {
  let most = 0;
  for (const { points } of lines) for (const [, value] of points) most = Math.max(most, value ?? 0);
  return most > 0 ? most : 1;
}

export function responseOverTime(run: ReportedRun, words: ReportWords): Chart {
  const { series } = run.result;
  const { mean, p95 } = series.requests.responseMs;
  return overTime(run, words, {
    title: words.responseOverTime,
    format: formatMs,
    lines: [
      { label: words.mean, points: pointsOver(series, mean), ...lineLooks(0) },
      { label: words.p95, points: pointsOver(series, p95), ...lineLooks(1) },
    ],
  });
}

export function requestsOverTime(run: ReportedRun, words: ReportWords): Chart {
  const { series } = run.result;
  const { offeredPerSecond, throughputPerSecond } = series.requests;
  return overTime(run, words, {
    title: words.requestsOverTime,
    format: formatRate,
    lines: [
      { label: words.succeeded, points: pointsOver(series, throughputPerSecond), ...lineLooks(0) },
      { label: words.offered, points: pointsOver(series, offeredPerSecond), ...lineLooks(1) },
    ],
  });
}

interface Kept {
  readonly name: string;
  readonly at: number;
  readonly faint: boolean;
  readonly spread: NonNullable<RequestFigures['responseMs']['distribution']>;
}

function keptOf(populations: readonly Population[]): Kept[] {
  return populations.flatMap(({ name, figures, faint = false }, at) => {
    const spread = figures.responseMs.distribution;
    return spread === undefined ? [] : [{ name, at, faint, spread }];
  });
}

/** A first edge of 0 has no place on a scale of logarithms; the bucket is drawn as wide as the next. */
function shownEdges(edgesMs: readonly number[]): number[] {
  const [first = 0, second = 1, third = second * 1.1] = edgesMs;
  return first > 0 ? [...edgesMs] : [(second * second) / third, ...edgesMs.slice(1)];
}

/** Null where no request was answered, or the run kept none of it. */
export function histogramChart(populations: readonly Population[], words: ReportWords): Chart | null {
  const kept = keptOf(populations);
  if (kept.length === 0) return null;
  const lines = kept.map(({ name, at, faint, spread }): Line => {
    const edges = shownEdges(spread.edgesMs);
    const steps = spread.share.map((share, place): Point => [edges[place] ?? 0, perWidth(share, edges, place)]);
    return {
      label: kept.length > 1 ? name : '',
      points: [...steps, [edges.at(-1) ?? 1, 0]],
      filled: true,
      faint,
      ...lineLooks(at),
    };
  });
  const times = lines.flatMap(({ points }) => points.map(([ms]) => ms));
  return {
    title: words.distribution,
    x: {
      title: words.responseAxis,
      scale: { kind: 'log', from: Math.min(...times), to: Math.max(...times) },
      format: formatMs,
    },
    y: {
      title: words.shareOfRequests,
      scale: { kind: 'linear', from: 0, to: largest(lines) * 1.08 },
      format: formatShare,
    },
    lines,
  };
}

/** So that histograms with buckets of other widths can lie over each other: the share of a bucket 10 % wide. */
function perWidth(share: number, edges: readonly number[], place: number): number {
  const width = Math.log((edges[place + 1] ?? 1) / (edges[place] ?? 1));
  return width > 0 ? (share * Math.log(1.1)) / Math.max(width, Math.log(1.1) / 32) : share;
}

export function percentileChart(populations: readonly Population[], words: ReportWords): Chart | null {
  const kept = keptOf(populations);
  if (kept.length === 0) return null;
  const lines = kept.map(({ name, at, faint, spread }): Line => ({
    label: kept.length > 1 ? name : '',
    points: spread.percentiles.filter(({ share }) => share >= 0.5).map(({ share, ms }): Point => [share, ms]),
    faint,
    ...lineLooks(at),
  }));
  const end = Math.max(0.99, ...lines.flatMap(({ points }) => points.map(([share]) => share)));
  return {
    title: words.percentileCurve,
    x: { title: words.withinAxis, scale: { kind: 'tail', from: 0.5, to: end }, format: percentileText },
    y: { title: words.responseTime, scale: { kind: 'linear', from: 0, to: largest(lines) * 1.08 }, format: formatMs },
    lines,
  };
}

/** 0.999 is "99.9 %": as many digits as the nines need. */
export function percentileText(share: number): string {
  return `${String(Number((share * 100).toFixed(3)))} %`;
}

/** The busiest first. */
export function utilisationBars({ design, result }: ReportedRun, words: ReportWords, palette: Palette): BarChart {
  const names = componentNames(design);
  const bars = Object.entries(result.components)
    .map(([id, { utilisation }]) => ({ label: names.get(id) ?? id, value: utilisation.mean ?? 0 }))
    .sort((a, b) => b.value - a.value)
    .map(({ label, value }) => {
      const fill = value >= 0.9 ? palette.critical : value >= 0.7 ? palette.high : palette.calm;
      return { label, parts: [{ name: '', value, fill }], text: formatShare(value) };
    });
  return { title: words.utilisation, bars, most: 1, format: formatShare, key: [] };
}

/** The longest first; null where the run kept no breakdown, or nothing was answered. */
export function breakdownBars({ design, result }: ReportedRun, words: ReportWords, palette: Palette): BarChart | null {
  const rows = breakdownRows(componentNames(design), result, 'mean') ?? [];
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((a, b) => b.totalMs - a.totalMs);
  return {
    title: words.breakdown,
    bars: sorted.map(({ name, parts, totalMs }) => ({
      label: name,
      parts: PARTS.map((part) => ({
        name: words.parts[part],
        value: parts[part].mean ?? 0,
        fill: palette.parts[part],
      })),
      text: formatMs(totalMs),
    })),
    most: sorted[0]?.totalMs ?? 1,
    format: formatMs,
    key: PARTS.map((part) => ({ name: words.parts[part], fill: palette.parts[part] })),
  };
}
