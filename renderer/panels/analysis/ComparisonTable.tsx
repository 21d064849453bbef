// One comparison: what differs beyond chance first said in words, then all figures with the difference and its interval.
import { useState, type ReactNode } from 'react';
import type { ComparedMetric, RunVerdict } from '../../../src/analysis/compare-runs.ts';
import type { Design } from '../../../src/model/design.ts';
import { componentName } from '../../../src/model/graph.ts';
import { metricKind, metricName } from '../../../src/report/metric.ts';
import { useDocument } from '../../state/document.ts';
import type { PinnedComparison } from '../../state/questions.ts';
import { t } from '../../texts.ts';
import { Button } from '../../theme/Button.tsx';
import { formatFigure, statisticParts } from '../../theme/format.ts';
import { reportWords } from '../results/words.ts';

interface ComparisonTableProps {
  readonly comparison: PinnedComparison;
  /** What can be done with it. */
  readonly children: ReactNode;
}

export function ComparisonTable({ comparison, children }: ComparisonTableProps) {
  const { a, b, answer } = comparison;
  const [isAll, setAll] = useState(false);
  const { metrics, paired } = answer.comparison;
  const design = useDocument((state) => state.design);
  const tested = metrics.filter(({ p }) => p !== null).length;
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
        {beyond === 0 ? t('analysis.nothingBeyond', { tested }) : t('analysis.beyondChance', { count: beyond, tested })}{' '}
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
            <Row key={`${compared.at ?? ''} ${compared.metric}`} compared={compared} design={design} />
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
  readonly design: Design;
}

function Row({ compared, design }: RowProps) {
  const { metric, at, a, b, difference, verdict, significant } = compared;
  const kind = metricKind(metric);
  const { currency = 'USD' } = design;
  const { interval } = statisticParts(kind, difference, currency);
  return (
    <tr>
      <th scope="row">
        {metricName(metric, reportWords())}
        {at !== undefined && <span className="figure-interval"> {componentName(design, at)}</span>}
      </th>
      <td>{formatFigure(kind, a.mean, currency)}</td>
      <td>{formatFigure(kind, b.mean, currency)}</td>
      <td>
        <span className={significant ? 'analysis-beyond' : undefined}>
          {(difference.mean ?? 0) > 0 && '+'}
          {formatFigure(kind, difference.mean, currency)}
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
