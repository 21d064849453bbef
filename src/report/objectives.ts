// Objectives in words: what was asked, and what the run said.
import type { Design, Objective } from '../model/design.ts';
import type { Result } from '../simulation/result.ts';
import { formatFigure } from './format.ts';
import { metricKind } from './metric.ts';
import type { ReportedRun } from './run.ts';
import { fill, type ReportWords } from './words.ts';
import { componentName } from '../model/graph.ts';

export interface ObjectiveRow {
  readonly id: string;
  /** "responseMs.p95 at API Gateway below 200 ms". */
  readonly asked: string;
  readonly value: string;
  readonly met: boolean;
}

export function formatMetric(metric: string, value: number | null): string {
  return formatFigure(metricKind(metric), value);
}

/** "responseMs.p95 at API Gateway below 200 ms". */
export function objectiveText({ metric, at, below, above }: Objective, design: Design, words: ReportWords): string {
  const what = at === undefined ? metric : fill(words.metricAt, { metric, place: componentName(design, at) });
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
