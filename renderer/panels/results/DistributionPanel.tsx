// "Distribution": how long requests took, as a histogram, by percentile and in figures; for all, by class and by stream.
import { useMemo, useState } from 'react';
import type { Statistic } from '../../../src/simulation/result.ts';
import { histogramChart, MOST_LINES, percentileChart, type Population } from '../../../src/report/charts/of-run.ts';
import { requestRows, type RequestRow } from '../../../src/report/requests.ts';
import { PlotChart } from '../../charts/PlotChart.tsx';
import { useHovered } from '../../state/hover.ts';
import type { Run } from '../../state/results.ts';
import { select } from '../../state/selection.ts';
import { t } from '../../texts.ts';
import { Figure } from '../../theme/Figure.tsx';
import { formatMs, formatStatistic, type FigureKind } from '../../theme/format.ts';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';
import { reportWords } from './words.ts';

type Key = 'throughput' | 'errors' | 'mean' | 'p50' | 'p90' | 'p95' | 'p99' | 'max';

/** With its interval where there is room for it: it comes with the pointer too. */
function Plain({ kind, statistic }: { readonly kind: FigureKind; readonly statistic: Statistic }) {
  return (
    <span title={formatStatistic(kind, statistic)}>
      <Figure kind={kind} value={statistic.mean} />
    </span>
  );
}

function columns(): readonly FigureColumn<RequestRow, Key>[] {
  const words = reportWords();
  const time = (key: 'mean' | 'p50' | 'p90' | 'p95' | 'p99' | 'max', title: string): FigureColumn<RequestRow, Key> => ({
    key,
    title,
    value: ({ figures }) => figures.responseMs[key].mean,
    draw: ({ figures }) => <Plain kind="ms" statistic={figures.responseMs[key]} />,
  });
  return [
    time('mean', t('results.mean')),
    time('p50', 'p50'),
    time('p90', 'p90'),
    time('p95', 'p95'),
    time('p99', 'p99'),
    time('max', words.maximum),
    {
      key: 'throughput',
      title: words.throughput,
      value: ({ figures }) => figures.throughputPerSecond.mean,
      draw: ({ figures }) => <Plain kind="rate" statistic={figures.throughputPerSecond} />,
    },
    {
      key: 'errors',
      title: words.errors,
      value: ({ figures }) => figures.errorRate.mean,
      draw: ({ figures }) => <Plain kind="share" statistic={figures.errorRate} />,
    },
  ];
}

/** Which populations are drawn; more than can be told apart are chosen among. */
function Chooser(props: {
  readonly rows: readonly RequestRow[];
  readonly shown: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}) {
  return (
    <div className="results-chips" role="group" aria-label={t('results.requestsDrawn')}>
      {props.rows.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="results-chip"
          aria-pressed={props.shown.has(id)}
          onClick={() => props.onToggle(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** A picture in words: its title, and of each population the percentiles that are asked for most. */
function summary(title: string, drawn: readonly Population[]): string {
  const parts = drawn.map(({ name, figures: { responseMs } }) =>
    t('results.spreadInWords', {
      name,
      p50: formatMs(responseMs.p50.mean),
      p95: formatMs(responseMs.p95.mean),
      p99: formatMs(responseMs.p99.mean),
    }),
  );
  return `${title}: ${parts.join('; ')}`;
}

function Pictures({ drawn }: { readonly drawn: readonly Population[] }) {
  const words = reportWords();
  const charts = [histogramChart(drawn, words), percentileChart(drawn, words)];
  if (charts.every((chart) => chart === null)) return <p className="results-hint">{t('results.noDistribution')}</p>;
  return (
    <div className="results-pictures">
      {charts.map(
        (chart) => chart && <PlotChart key={chart.title} chart={chart} summary={summary(chart.title, drawn)} />,
      )}
    </div>
  );
}

export function DistributionPanel({ run }: { readonly run: Run }) {
  const rows = useMemo(() => requestRows(run, reportWords()), [run]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(rows.slice(MOST_LINES).map(({ id }) => id)));
  const hovered = useHovered('requests');
  const drawn = useMemo(() => {
    const shown = rows.filter(({ id }) => !hidden.has(id)).slice(0, MOST_LINES);
    const isOneHovered = shown.some(({ id }) => id === hovered);
    return shown.map((row) => ({ ...row, faint: isOneHovered && row.id !== hovered }));
  }, [rows, hidden, hovered]);
  const toggle = (id: string): void =>
    setHidden((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])));
  return (
    <div className="results-pane results-scroll" tabIndex={0} role="group" aria-label={t('results.distribution')}>
      {rows.length > 1 && (
        <div className="results-tools">
          <Chooser rows={rows} shown={new Set(drawn.map(({ id }) => id))} onToggle={toggle} />
        </div>
      )}
      <Pictures drawn={drawn} />
      <FigureTable
        name={t('results.requests')}
        nameTitle={reportWords().requests}
        rows={rows}
        columns={columns()}
        first={null}
        selectedId={null}
        hovers="requests"
        onSelect={(id) => {
          const at = rows.find((row) => row.id === id)?.componentId ?? null;
          if (at !== null) select({ components: [at] });
        }}
      />
      {rows.length === 1 && <p className="results-hint">{t('results.oneStream')}</p>}
    </div>
  );
}
