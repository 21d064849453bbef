// What the run said of each component: the table that a reader sees first.
import type { Result, Statistic } from '../../../src/simulation/result.ts';
import { useDocument } from '../../state/document.ts';
import { select, useSelection } from '../../state/selection.ts';
import { Figure, StatisticFigure } from '../../theme/Figure.tsx';
import { utilisationWords } from '../../theme/utilisation.ts';
import { UtilisationBar } from '../../theme/UtilisationBar.tsx';
import { t } from '../../texts.ts';
import { namesToReferTo } from '../fields/references.ts';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { componentRows, errorShare, type ComponentRow } from './rows.ts';

type Key = 'arrivals' | 'utilisation' | 'wait' | 'p95' | 'waiting' | 'replicas' | 'errors' | 'lag' | 'oldest';

function Utilisation({ statistic }: { statistic: Statistic }) {
  return (
    <span
      className="results-utilisation"
      title={statistic.mean === null ? undefined : utilisationWords(statistic.mean)}
    >
      <UtilisationBar utilisation={statistic.mean ?? 0} />
      <StatisticFigure kind="share" statistic={statistic} />
    </span>
  );
}

const columns = (): readonly FigureColumn<ComponentRow, Key>[] => [
  {
    key: 'utilisation',
    title: t('results.columns.utilisation'),
    term: 'utilisation',
    value: ({ figures }) => figures.utilisation.mean,
    draw: ({ figures }) => <Utilisation statistic={figures.utilisation} />,
  },
  {
    key: 'arrivals',
    title: t('results.columns.arrivals'),
    value: ({ figures }) => figures.arrivalsPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.arrivalsPerSecond} />,
  },
  {
    key: 'wait',
    title: t('results.columns.wait'),
    term: 'wait',
    value: ({ figures }) => figures.waitMs.mean.mean,
    draw: ({ figures }) => <StatisticFigure kind="ms" statistic={figures.waitMs.mean} />,
  },
  {
    key: 'waiting',
    title: t('results.columns.waiting'),
    term: 'waiting',
    value: ({ figures }) => figures.waiting.mean,
    draw: ({ figures }) => <StatisticFigure kind="count" statistic={figures.waiting} />,
  },
  {
    key: 'p95',
    title: 'p95',
    term: 'percentile',
    value: ({ figures }) => figures.responseMs.p95.mean,
    draw: ({ figures }) => <StatisticFigure kind="ms" statistic={figures.responseMs.p95} />,
  },
  {
    key: 'replicas',
    title: t('results.columns.replicas'),
    value: ({ figures }) => figures.replicas.mean,
    draw: ({ figures }) => <Figure kind="count" value={figures.replicas.mean} />,
  },
  {
    key: 'errors',
    title: t('results.columns.failedOrRejected'),
    value: ({ figures }) => errorShare(figures),
    draw: ({ figures }) => <Figure kind="share" value={errorShare(figures)} />,
  },
];

/** Only where something holds messages. */
const lagColumns = (): readonly FigureColumn<ComponentRow, Key>[] => [
  {
    key: 'lag',
    title: t('results.columns.lag'),
    term: 'lag',
    value: ({ figures }) => figures.lag?.messages.mean ?? null,
    draw: ({ figures }) => <StatisticFigure kind="count" statistic={figures.lag?.messages} />,
  },
  {
    key: 'oldest',
    title: t('results.columns.oldest'),
    value: ({ figures }) => figures.lag?.oldestMs.mean ?? null,
    draw: ({ figures }) => <StatisticFigure kind="ms" statistic={figures.lag?.oldestMs} />,
  },
];

const withLag = () => [...columns().slice(0, -1), ...lagColumns(), ...columns().slice(-1)];

export function ComponentsTable({ result }: { result: Result }) {
  const names = useDocument((state) => namesToReferTo(state.design, 'component'));
  const selectedId = useSelection((state) => state.components[0] ?? null);
  const rows = componentRows(names, result);
  const hasLag = rows.some(({ figures }) => figures.lag !== undefined);
  return (
    <FigureTable
      name={t('results.components')}
      nameTitle={t('results.columns.component')}
      rows={rows}
      columns={hasLag ? withLag() : columns()}
      first={{ by: 'utilisation', descending: true }}
      selectedId={selectedId}
      hovers="component"
      onSelect={(id) => select({ components: [id] })}
    />
  );
}
