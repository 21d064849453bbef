// "Distribution": how long requests took, by percentiles, for all, by class and by stream of arrivals.
import { useMemo } from 'react';
import type { Statistic } from '../../../src/simulation/result.ts';
import { axisTicks } from '../../charts/axis.ts';
import type { Run } from '../../state/results.ts';
import { select } from '../../state/selection.ts';
import { Figure } from '../../theme/Figure.tsx';
import { formatMs, formatStatistic, type FigureKind } from '../../theme/format.ts';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { bandsBetween, requestRows, type RequestRow } from './requests.ts';

type Key = 'throughput' | 'errors' | 'mean' | 'picture' | 'p50' | 'p90' | 'p95' | 'p99' | 'max';

const BAND_WORDS = {
  p50: 'Half of the requests, up to p50',
  p90: 'Up to p90',
  p95: 'Up to p95',
  p99: 'Up to p99',
} as const;

function Key({ mostMs }: { readonly mostMs: number }) {
  return (
    <>
      <ul className="parts-legend spread-legend" aria-label="Response times by percentile">
        {(['p50', 'p90', 'p95', 'p99'] as const).map((upTo) => (
          <li key={upTo}>
            <span className={`spread-swatch spread-${upTo}`} aria-hidden="true" />
            {BAND_WORDS[upTo]}
          </li>
        ))}
        <li>
          <span className="spread-swatch spread-mean" aria-hidden="true" />
          Mean
        </li>
      </ul>
      <span className="results-tools-text">All on one scale, up to {formatMs(mostMs)}</span>
    </>
  );
}

/** Decorative: the percentiles stand beside it. */
function Spread({
  row,
  mostMs,
  ticks,
}: {
  readonly row: RequestRow;
  readonly mostMs: number;
  readonly ticks: number[];
}) {
  const place = (ms: number): string => `${mostMs > 0 ? Math.min(100, (100 * ms) / mostMs) : 0}%`;
  const mean = row.figures.responseMs.mean.mean;
  const bands = bandsBetween(row.figures);
  const title = bands.map(({ upTo, toMs }) => `${upTo} ${formatMs(toMs)}`).join(', ');
  return (
    <span className="spread" aria-hidden="true" title={title}>
      {ticks.map((ms) => (
        <span key={ms} className="spread-tick" style={{ left: place(ms) }} />
      ))}
      {bands.map(({ upTo, fromMs, toMs }) => (
        <span
          key={upTo}
          className={`spread-band spread-${upTo}`}
          style={{ left: place(fromMs), width: `calc(${place(toMs)} - ${place(fromMs)})` }}
        />
      ))}
      {mean !== null && <span className="spread-band spread-mean" style={{ left: place(mean) }} />}
    </span>
  );
}

/** Without its interval, which the room is kept from for the picture; it comes with the pointer. */
function Plain({ kind, statistic }: { readonly kind: FigureKind; readonly statistic: Statistic }) {
  return (
    <span title={formatStatistic(kind, statistic)}>
      <Figure kind={kind} value={statistic.mean} />
    </span>
  );
}

function columnsFor(mostMs: number): readonly FigureColumn<RequestRow, Key>[] {
  const ticks = axisTicks(mostMs, 5);
  const time = (key: 'mean' | 'p50' | 'p90' | 'p95' | 'p99' | 'max', title: string): FigureColumn<RequestRow, Key> => ({
    key,
    title,
    value: ({ figures }) => figures.responseMs[key].mean,
    draw: ({ figures }) => <Plain kind="ms" statistic={figures.responseMs[key]} />,
  });
  return [
    {
      key: 'picture',
      title: 'Response time',
      term: 'percentile',
      wide: true,
      value: ({ figures }) => figures.responseMs.p99.mean,
      draw: (row) => <Spread row={row} mostMs={mostMs} ticks={ticks} />,
    },
    time('mean', 'Mean'),
    time('p50', 'p50'),
    time('p90', 'p90'),
    time('p95', 'p95'),
    time('p99', 'p99'),
    time('max', 'Max'),
    {
      key: 'throughput',
      title: 'Throughput',
      value: ({ figures }) => figures.throughputPerSecond.mean,
      draw: ({ figures }) => <Plain kind="rate" statistic={figures.throughputPerSecond} />,
    },
    {
      key: 'errors',
      title: 'Errors',
      value: ({ figures }) => figures.errorRate.mean,
      draw: ({ figures }) => <Plain kind="share" statistic={figures.errorRate} />,
    },
  ];
}

export function DistributionPanel({ run }: { readonly run: Run }) {
  const rows = useMemo(() => requestRows(run), [run]);
  const mostMs = Math.max(0, ...rows.map(({ figures }) => figures.responseMs.p99.mean ?? 0));
  const columns = useMemo(() => columnsFor(mostMs), [mostMs]);
  return (
    <div className="results-pane">
      <div className="results-tools">
        <Key mostMs={mostMs} />
      </div>
      <div className="results-scroll">
        <FigureTable
          name="Requests"
          nameTitle="Requests"
          rows={rows}
          columns={columns}
          first={null}
          selectedId={null}
          onSelect={(id) => {
            const at = rows.find((row) => row.id === id)?.componentId ?? null;
            if (at !== null) select({ components: [at] });
          }}
        />
        {rows.length === 1 && (
          <p className="results-hint">
            With a class, or a second stream of arrivals, in the tab Scenario, each is told for itself here.
          </p>
        )}
      </div>
    </div>
  );
}
