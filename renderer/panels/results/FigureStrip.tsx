// The figures of a run that are read first, end to end.
import type { ReactNode } from 'react';
import type { Result } from '../../../src/simulation/result.ts';
import { t } from '../../texts.ts';
import { Figure, StatisticFigure } from '../../theme/Figure.tsx';
import { Verdict } from '../../theme/Verdict.tsx';
import { reportWords } from './words.ts';

function Item({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="results-figure">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "2 of 3", with the icon and the colour of the verdict. */
function Judged({ objectives }: Pick<Result, 'objectives'>) {
  const met = objectives.filter((objective) => objective.met).length;
  return (
    <Verdict isGood={met === objectives.length}>
      {t('results.objectivesMet', { met, count: objectives.length })}
    </Verdict>
  );
}

export function FigureStrip({ result }: { result: Result }) {
  const words = reportWords();
  const { requests, cost, objectives } = result;
  const { p50, p95, p99 } = requests.responseMs;
  return (
    <dl className="results-strip">
      <Item title={words.throughput}>
        <StatisticFigure kind="rate" statistic={requests.throughputPerSecond} />
      </Item>
      <Item title={words.errors}>
        <StatisticFigure kind="share" statistic={requests.errorRate} />
      </Item>
      <Item title="p50">
        <StatisticFigure kind="ms" statistic={p50} />
      </Item>
      <Item title="p95">
        <StatisticFigure kind="ms" statistic={p95} />
      </Item>
      <Item title="p99">
        <StatisticFigure kind="ms" statistic={p99} />
      </Item>
      <Item title={words.costPerHour}>
        <Figure kind="money" value={cost.perHour} currency={cost.currency} />
      </Item>
      {objectives.length > 0 && (
        <Item title={words.objectives}>
          <Judged objectives={objectives} />
        </Item>
      )}
    </dl>
  );
}
