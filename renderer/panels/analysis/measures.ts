// What of a run is compared over many: one figure each, with its unit and which way is better.
import type { RunFigures } from '../../../src/analysis/studies/study.ts';
import { busiestOf } from '../../../src/analysis/sweep/busiest.ts';
import { formatFigure, type FigureKind } from '../../../src/report/format.ts';
import type { Statistic } from '../../../src/simulation/result.ts';
import { t } from '../../texts.ts';

export const MEASURES = ['mean', 'p95', 'p99', 'throughput', 'errorRate', 'busiest', 'cost'] as const;
export type MeasureId = (typeof MEASURES)[number];

export interface Measure {
  readonly kind: FigureKind;
  readonly of: (figures: RunFigures) => Statistic;
}

export const measures: Readonly<Record<MeasureId, Measure>> = {
  mean: { kind: 'ms', of: ({ requests }) => requests.responseMs.mean },
  p95: { kind: 'ms', of: ({ requests }) => requests.responseMs.p95 },
  p99: { kind: 'ms', of: ({ requests }) => requests.responseMs.p99 },
  throughput: { kind: 'rate', of: ({ requests }) => requests.throughputPerSecond },
  errorRate: { kind: 'share', of: ({ requests }) => requests.errorRate },
  busiest: { kind: 'share', of: (figures) => busiestOf(figures)?.utilisation ?? { mean: null, ci95: null } },
  cost: { kind: 'money', of: ({ cost }) => ({ mean: cost.perHour, ci95: null }) },
};

export function measureTitle(id: MeasureId): string {
  return id === 'p95' || id === 'p99' ? id : t(`analysis.measures.${id}`);
}

export function formatMeasure(id: MeasureId, value: number | null | undefined, currency = 'USD'): string {
  return formatFigure(measures[id].kind, value, currency);
}
