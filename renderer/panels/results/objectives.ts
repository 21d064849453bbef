// Objectives in words: what was asked, and what the run said.
import type { Design, Objective } from '../../../src/model/design.ts';
import type { Result } from '../../../src/simulation/result.ts';
import { formatFigure, formatNumber, type FigureKind } from '../../theme/format.ts';
import { nameOf } from '../../../src/model/graph.ts';

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

function formatMetric(metric: string, value: number | null): string {
  const kind = kindOfMetric(metric);
  return kind === null ? formatNumber(value) : formatFigure(kind, value);
}

function askedOf(objective: Objective, design: Design): string {
  const component = design.components.find((candidate) => candidate.id === objective.at);
  const place = objective.at === undefined ? '' : ` at ${nameOf(component ?? { id: objective.at })}`;
  const limits = [
    objective.below === undefined ? '' : ` below ${formatMetric(objective.metric, objective.below)}`,
    objective.above === undefined ? '' : ` above ${formatMetric(objective.metric, objective.above)}`,
  ];
  return objective.metric + place + limits.filter((limit) => limit !== '').join(' and');
}

export function objectiveRows(design: Design, result: Result): ObjectiveRow[] {
  return result.objectives.map(({ id, value, met }) => {
    const objective = (design.objectives ?? []).find((candidate) => candidate.id === id);
    return {
      id,
      asked: objective ? askedOf(objective, design) : id,
      value: formatMetric(objective?.metric ?? '', value),
      met,
    };
  });
}
