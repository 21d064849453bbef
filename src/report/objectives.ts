// Objectives in words: what was asked, and what the run said.
import type { Design, Objective } from '../model/design.ts';
import type { Result } from '../simulation/result.ts';
import { formatFigure, formatNumber, type FigureKind } from './format.ts';
import type { ReportedRun } from './run.ts';
import { fill, type ReportWords } from './words.ts';
import { nameOf } from '../model/graph.ts';

export interface ObjectiveRow {
  readonly id: string;
  /** "responseMs.p95 at API Gateway below 200 ms". */
  readonly asked: string;
  readonly value: string;
  readonly met: boolean;
}

/** What a metric measures, by its name: units stand last in it. */
function kindOfMetric(metric: string): FigureKind | null {
  if (/errorRate|utilisation/i.test(metric)) return 'share';
  if (/PerSecond/.test(metric)) return 'rate';
  return /Ms\b/.test(metric) ? 'ms' : null;
}

export function formatMetric(metric: string, value: number | null): string {
  const kind = kindOfMetric(metric);
  return kind === null ? formatNumber(value) : formatFigure(kind, value);
}

/** "responseMs.p95 at API Gateway below 200 ms". */
export function objectiveText({ metric, at, below, above }: Objective, design: Design, words: ReportWords): string {
  const component = design.components.find((candidate) => candidate.id === at);
  const what = at === undefined ? metric : fill(words.metricAt, { metric, place: nameOf(component ?? { id: at }) });
  const limits = [
    below === undefined ? null : fill(words.below, { limit: formatMetric(metric, below) }),
    above === undefined ? null : fill(words.above, { limit: formatMetric(metric, above) }),
  ];
  return `${what} ${limits.filter((limit) => limit !== null).join(words.and)}`;
}

export function objectiveRows(design: Design, result: Result, words: ReportWords): ObjectiveRow[] {
  return result.objectives.map(({ id, value, met }) => {
    const objective = (design.objectives ?? []).find((candidate) => candidate.id === id);
    return {
      id,
      asked: objective ? objectiveText(objective, design, words) : id,
      value: formatMetric(objective?.metric ?? '', value),
      met,
    };
  });
}

/** How many objectives of a component a run missed: those at it, and those about it. */
export function missedAt(run: Pick<ReportedRun, 'design' | 'result'> | null, id: string): number {
  if (run === null || run.result.objectives.length === 0) return 0;
  const missed = new Set(run.result.objectives.filter(({ met }) => !met).map((objective) => objective.id));
  const isOf = ({ at, metric }: Objective): boolean => at === id || metric.startsWith(`components.${id}.`);
  return (run.design.objectives ?? []).filter((objective) => missed.has(objective.id) && isOf(objective)).length;
}
