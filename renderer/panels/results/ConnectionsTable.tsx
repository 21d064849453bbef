// What the run said of each connection, as its caller sees it.
import type { Result } from '../../../src/simulation/result.ts';
import { useDocument } from '../../state/document.ts';
import { select, useSelection } from '../../state/selection.ts';
import { StatisticFigure } from '../../theme/Figure.tsx';
import { t } from '../../texts.ts';
import { namesToReferTo } from '../fields/references.ts';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { connectionRows, type ConnectionRow } from './rows.ts';

type Key = 'calls' | 'response' | 'p95' | 'retries' | 'timeouts' | 'errors' | 'rejected' | 'open';

const columns = (): readonly FigureColumn<ConnectionRow, Key>[] => [
  {
    key: 'calls',
    title: t('results.columns.calls'),
    value: ({ figures }) => figures.callsPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.callsPerSecond} />,
  },
  {
    key: 'response',
    title: t('results.columns.response'),
    term: 'responseTime',
    value: ({ figures }) => figures.responseMs.mean.mean,
    draw: ({ figures }) => <StatisticFigure kind="ms" statistic={figures.responseMs.mean} />,
  },
  {
    key: 'p95',
    title: 'p95',
    value: ({ figures }) => figures.responseMs.p95.mean,
    draw: ({ figures }) => <StatisticFigure kind="ms" statistic={figures.responseMs.p95} />,
  },
  {
    key: 'retries',
    title: t('results.columns.retries'),
    value: ({ figures }) => figures.retriesPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.retriesPerSecond} />,
  },
  {
    key: 'timeouts',
    title: t('results.columns.timeouts'),
    value: ({ figures }) => figures.timeoutsPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.timeoutsPerSecond} />,
  },
  {
    key: 'errors',
    title: t('results.columns.errors'),
    value: ({ figures }) => figures.outcomesPerSecond.error.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.error} />,
  },
  {
    key: 'rejected',
    title: t('results.columns.rejected'),
    value: ({ figures }) => figures.outcomesPerSecond.rejected.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.rejected} />,
  },
  {
    key: 'open',
    title: t('results.columns.breakerOpen'),
    value: ({ figures }) => figures.outcomesPerSecond.open.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.open} />,
  },
];

export function ConnectionsTable({ result }: { result: Result }) {
  const names = useDocument((state) => namesToReferTo(state.design, 'connection'));
  const selectedId = useSelection((state) => state.connections[0] ?? null);
  return (
    <FigureTable
      name={t('results.connections')}
      nameTitle={t('results.columns.connection')}
      rows={connectionRows(names, result)}
      columns={columns()}
      first={{ by: 'calls', descending: true }}
      selectedId={selectedId}
      hovers="connection"
      onSelect={(id) => select({ connections: [id] })}
    />
  );
}
