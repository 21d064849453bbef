// One comparison: what differs beyond chance first said in words, then all figures with the difference and its interval.
import { useState, type ReactNode } from 'react';
import type { ComparedMetric, RunVerdict } from '../../../src/analysis/compare-runs.ts';
import { nameOf } from '../../../src/model/graph.ts';
import type { FigureKind } from '../../../src/report/format.ts';
import { useDocument } from '../../state/document.ts';
import type { PinnedComparison } from '../../state/questions.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { formatFigure, statisticParts } from '../../theme/format.ts';

interface ComparisonTableProps {
  readonly comparison: PinnedComparison;
  /** What can be done with it. */
  readonly children: ReactNode;
}

export function ComparisonTable({ comparison, children }: ComparisonTableProps) {
  const { a, b, answer } = comparison;
  const [isAll, setAll] = useState(false);
  const { metrics, paired } = answer.comparison;
  const name = useComponentName();
  const title = t('analysis.comparedTitle', { a, b });
  const beyond = metrics.filter(({ significant }) => significant).length;
  const shown = isAll ? metrics : metrics.filter(({ at, significant }) => at === undefined || significant);
  return (
    <section className="analysis-point" aria-label={title}>
      <div className="analysis-point-head">
        <h4 className="analysis-heading">{title}</h4>
        {children}
      </div>
      <p className="analysis-note" role="status">
        {beyond === 0
          ? t('analysis.nothingBeyond', { tested: metrics.length })
          : t('analysis.beyondChance', { count: beyond, tested: metrics.length })}{' '}
        {t(paired ? 'analysis.paired' : 'analysis.unpaired')}
      </p>
      <table className="analysis-table analysis-compared" aria-label={t('analysis.figuresOf', { title })}>
        <thead>
          <tr>
            <th scope="col">{t('analysis.figure')}</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">B − A</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((compared) => (
            <Row key={`${compared.at ?? ''} ${compared.metric}`} compared={compared} name={name} />
          ))}
        </tbody>
      </table>
      {(isAll || shown.length < metrics.length) && (
        <Button look="quiet" onClick={() => setAll(!isAll)}>
          {isAll ? t('analysis.showFewer') : t('analysis.showAll', { count: metrics.length })}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly compared: ComparedMetric;
  readonly name: (id: string) => string;
}

function Row({ compared, name }: RowProps) {
  const { metric, at, a, b, difference, verdict, significant } = compared;
  const kind = kindOf(metric);
  const { interval } = statisticParts(kind, difference);
  return (
    <tr>
      <th scope="row">
        {metricTitle(metric)}
        {at !== undefined && <span className="figure-interval"> {name(at)}</span>}
      </th>
      <td>{formatFigure(kind, a.mean)}</td>
      <td>{formatFigure(kind, b.mean)}</td>
      <td>
        <span className={significant ? 'analysis-beyond' : undefined}>
          {(difference.mean ?? 0) > 0 && '+'}
          {formatFigure(kind, difference.mean)}
        </span>
        <br />
        <span className="figure-interval">
          {interval !== null && `±${interval}, `}
          {verdictText(verdict)}
        </span>
      </td>
    </tr>
  );
}

function verdictText(verdict: RunVerdict): string {
  return t(`analysis.verdicts.${verdict}`);
}

const TITLES = {
  'responseMs.mean': 'mean',
  throughputPerSecond: 'throughput',
  errorRate: 'errorRate',
  'cost.perHour': 'cost',
} as const;

function metricTitle(metric: string): string {
  if (metric === 'utilisation') return t('analysis.utilisation');
  if (metric === 'waitMs.mean') return t('analysis.wait');
  const known = TITLES[metric as keyof typeof TITLES] as (typeof TITLES)[keyof typeof TITLES] | undefined;
  return known === undefined ? metric.replace('responseMs.', '') : t(`analysis.measures.${known}`);
}

function kindOf(metric: string): FigureKind {
  if (metric.includes('Ms')) return 'ms';
  if (metric.includes('PerSecond')) return 'rate';
  return metric.startsWith('cost') ? 'money' : 'share';
}

function useComponentName(): (id: string) => string {
  const components = useDocument((state) => state.design.components);
  return (id) => nameOf(components.find((component) => component.id === id) ?? { id });
}
