// What the run said of each connection, as its caller sees it.
import type { Result } from '../../../src/simulation/result.ts';
import { useDocument } from '../../state/document.ts';
import { select, useSelection } from '../../state/selection.ts';
import { StatisticFigure } from '../../theme/Figure.tsx';
import { namesToReferTo } from '../fields/references.ts';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { connectionRows, type ConnectionRow } from './rows.ts';

type Key = 'calls' | 'response' | 'p95' | 'retries' | 'timeouts' | 'errors' | 'rejected' | 'open';

const COLUMNS: readonly FigureColumn<ConnectionRow, Key>[] = [
  {
    key: 'calls',
    title: 'Calls',
    value: ({ figures }) => figures.callsPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.callsPerSecond} />,
  },
  {
    key: 'response',
    title: 'Response',
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
    title: 'Retries',
    value: ({ figures }) => figures.retriesPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.retriesPerSecond} />,
  },
  {
    key: 'timeouts',
    title: 'Timeouts',
    value: ({ figures }) => figures.timeoutsPerSecond.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.timeoutsPerSecond} />,
  },
  {
    key: 'errors',
    title: 'Errors',
    value: ({ figures }) => figures.outcomesPerSecond.error.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.error} />,
  },
  {
    key: 'rejected',
    title: 'Rejected',
    value: ({ figures }) => figures.outcomesPerSecond.rejected.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.rejected} />,
  },
  {
    key: 'open',
    title: 'Breaker open',
    value: ({ figures }) => figures.outcomesPerSecond.open.mean,
    draw: ({ figures }) => <StatisticFigure kind="rate" statistic={figures.outcomesPerSecond.open} />,
  },
];

export function ConnectionsTable({ result }: { result: Result }) {
  const names = useDocument((state) => namesToReferTo(state.design, 'connection'));
  const selectedId = useSelection((state) => state.connections[0] ?? null);
  return (
    <FigureTable
      name="Connections"
      nameTitle="Connection"
      rows={connectionRows(names, result)}
      columns={COLUMNS}
      first={{ by: 'calls', descending: true }}
      selectedId={selectedId}
      hovers="connection"
      onSelect={(id) => select({ connections: [id] })}
    />
  );
}
