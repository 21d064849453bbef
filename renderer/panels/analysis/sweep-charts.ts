// The pictures of a sweep: a line with its interval over one dimension, a heat map over two, cost against response.
import { paretoFront } from '../../../src/analysis/sweep/front.ts';
import type { Vary } from '../../../src/analysis/sweep/grid.ts';
import type { Axis, Chart, HeatMap, Interval, Line, Point } from '../../../src/report/charts/chart.ts';
import { t } from '../../texts.ts';
import { formatMeasure, measures, measureTitle, type MeasureId } from './measures.ts';
import { isNumeric, numberAt, pointText, valueText, type Fixed, type PlacedPoint } from './sweep-points.ts';

export interface Swept {
  readonly varies: readonly Vary[];
  readonly points: readonly PlacedPoint[];
  readonly measure: MeasureId;
  readonly currency: string;
  /** A path by its name. */
  readonly nameOf: (path: string) => string;
}

/** More lines than colours cannot be told apart. */
export const MOST_LINES = 5;

/** Over `across`, a line for each value of `by`. */
export function lineChart(swept: Swept, across: Vary, by: Vary | null, fixed: Fixed): Chart {
  const { measure, nameOf, currency } = swept;
  const byNumber = new Map(swept.points.map(({ number, point }) => [number, point]));
  const xs = across.values.map((value, at) => (isNumeric(across) ? Number(value) : at));
  const shown = by === null ? [null] : by.values.slice(0, MOST_LINES);
  const lines = shown.map((value, colour): Line => {
    const measured = xs.map((x, place) => {
      const places = { ...fixed, [across.path]: place, ...(by && { [by.path]: colour }) };
      const figures = byNumber.get(numberAt(swept.varies, places))?.figures ?? null;
      return { x, statistic: figures === null ? null : measures[measure].of(figures) };
    });
    const spread = measured.flatMap(({ x, statistic }): Interval[] => {
      const { mean = null, ci95 = null } = statistic ?? {};
      return mean === null || ci95 === null ? [] : [[x, mean - ci95, mean + ci95]];
    });
    const points = measured.map(({ x, statistic }): Point => [x, statistic?.mean ?? null]);
    const dots = isNumeric(across) ? 'on-line' : 'only';
    return { label: value === null ? '' : valueText(value), points, colour, dots, spread };
  });
  return {
    title:
      by === null
        ? measureTitle(measure)
        : t('analysis.measureBy', { measure: measureTitle(measure), by: nameOf(by.path) }),
    x: acrossAxis(across, xs, nameOf),
    y: measureAxis(measure, lines, currency),
    lines,
  };
}

function acrossAxis(across: Vary, xs: readonly number[], nameOf: Swept['nameOf']): Axis {
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  const room = 0.04 * (last - first || 1);
  return {
    title: nameOf(across.path),
    scale: { kind: 'linear', from: first - room, to: last + room },
    format: (value) => (isNumeric(across) ? valueText(value) : valueText(across.values[Math.round(value)] ?? '')),
    ticks: xs,
  };
}

function measureAxis(measure: MeasureId, lines: readonly Line[], currency: string): Axis {
  const highest = lines.flatMap(({ points, spread = [] }) => [
    ...points.map(([, y]) => y ?? 0),
    ...spread.map(([, , high]) => high),
  ]);
  const most = Math.max(...highest, 0);
  return {
    title: measureTitle(measure),
    scale: { kind: 'linear', from: 0, to: most > 0 ? most * 1.08 : 1 },
    format: (value) => formatMeasure(measure, value, currency),
  };
}

/** `across` from left to right, `up` from the bottom to the top. */
export function heatMap(swept: Swept, across: Vary, up: Vary, fixed: Fixed): HeatMap {
  const { measure, nameOf, currency, varies } = swept;
  const byNumber = new Map(swept.points.map(({ number, point }) => [number, point]));
  const format = (value: number): string => formatMeasure(measure, value, currency);
  const cells = up.values.map((_, row) =>
    across.values.map((__, column) => {
      const number = numberAt(varies, { ...fixed, [up.path]: row, [across.path]: column });
      const figures = byNumber.get(number)?.figures ?? null;
      const value = figures === null ? null : measures[measure].of(figures).mean;
      return { value, told: `${pointText(varies, number)}: ${formatMeasure(measure, value, currency)}` };
    }),
  );
  return {
    title: measureTitle(measure),
    x: { title: nameOf(across.path), values: across.values.map(valueText) },
    y: { title: nameOf(up.path), values: up.values.map(valueText) },
    cells,
    format,
  };
}

interface Priced {
  readonly number: number;
  readonly cost: number;
  readonly value: number;
}

/** What response can be had for which cost; a point that something beats in both is off the front. */
export function frontOf({ points, measure }: Swept): {
  readonly all: readonly Priced[];
  readonly front: readonly Priced[];
} {
  const { of } = measures[responseMeasure(measure)];
  const all = points.flatMap(({ number, point: { figures } }): Priced[] => {
    const value = figures === null ? null : of(figures).mean;
    const cost = figures?.cost.perHour ?? null;
    return cost === null || value === null ? [] : [{ number, cost, value }];
  });
  return { all, front: paretoFront(all) };
}

export function frontChart(swept: Swept): Chart {
  const { currency } = swept;
  const measure = responseMeasure(swept.measure);
  const { all, front } = frontOf(swept);
  const onFront = new Set(front.map(({ number }) => number));
  const place = ({ cost, value }: Priced): Point => [cost, value];
  const costs = all.length === 0 ? [0] : all.map(({ cost }) => cost);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const room = 0.05 * (most - least || 1);
  const lines: Line[] = [
    {
      label: t('analysis.beaten'),
      points: all.filter(({ number }) => !onFront.has(number)).map(place),
      colour: 4,
      dots: 'only',
    },
    { label: t('analysis.front'), points: front.map(place), colour: 0, dots: 'on-line' },
  ];
  return {
    title: t('analysis.costAgainst', { measure: measureTitle(measure) }),
    x: {
      title: t('analysis.measures.cost'),
      scale: { kind: 'linear', from: Math.max(0, least - room), to: most + room },
      format: (value) => formatMeasure('cost', value, currency),
    },
    y: measureAxis(measure, lines, currency),
    lines: lines.filter(({ points }) => points.length > 0),
  };
}

/** Cost is set against a time; where another figure is looked at, against p95. */
export function responseMeasure(measure: MeasureId): MeasureId {
  return measure === 'mean' || measure === 'p99' ? measure : 'p95';
}
