// "Where the time goes": for each component the parts of the response time spent there, as a bar and in figures.
import { useState } from 'react';
import type { Run } from '../../state/results.ts';
import { useDocument } from '../../state/document.ts';
import { select, useSelection } from '../../state/selection.ts';
import { Figure, StatisticFigure } from '../../theme/Figure.tsx';
import { formatMs, formatShare } from '../../theme/format.ts';
import { t } from '../../texts.ts';
import { Segmented } from '../../theme/Segmented.tsx';
import { namesToReferTo } from '../fields/references.ts';
import { breakdownRows, partTotals, type BreakdownRow, type Sample } from '../../../src/report/breakdown.ts';
import { PARTS, type Part } from '../../../src/report/charts/palette.ts';
import { reportWords } from './words.ts';
import { EmptyResult } from './EmptyResult.tsx';
import { FigureTable, type FigureColumn } from './FigureTable.tsx';

const SAMPLES = ['mean', 'slowest'] as const;

/** One stripe of parts; `share` is its length against the longest. Decorative, as the figures stand beside it. */
function PartsBar({ parts, share }: { readonly parts: Readonly<Record<Part, number>>; readonly share: number }) {
  return (
    <span className="parts-bar" aria-hidden="true">
      <span className="parts-bar-fill" style={{ width: `${share * 100}%` }}>
        {PARTS.map((part) =>
          parts[part] > 0 ? (
            <span key={part} className={`part part-${part}`} style={{ flexGrow: parts[part] }} />
          ) : null,
        )}
      </span>
    </span>
  );
}

function Legend({ totals, wholeMs }: { readonly totals: Readonly<Record<Part, number>>; readonly wholeMs: number }) {
  return (
    <ul className="parts-legend" aria-label={t('results.partsOfResponse')}>
      {PARTS.map((part) => (
        <li
          key={part}
          title={t('results.partInAll', { meaning: reportWords().partMeanings[part], time: formatMs(totals[part]) })}
        >
          <span className={`part part-swatch part-${part}`} aria-hidden="true" />
          {reportWords().parts[part]}{' '}
          <span className="parts-legend-value">{wholeMs > 0 ? formatShare(totals[part] / wholeMs) : '—'}</span>
        </li>
      ))}
    </ul>
  );
}

type Key = 'total' | 'share' | Part;

function plain(row: BreakdownRow): Readonly<Record<Part, number>> {
  return partTotals([row]);
}

function columnsFor(mostMs: number, wholeMs: number): readonly FigureColumn<BreakdownRow, Key>[] {
  return [
    {
      key: 'share',
      title: t('results.shareOfResponse'),
      wide: true,
      value: (row) => row.totalMs,
      draw: (row) => (
        <span className="parts-cell">
          <PartsBar parts={plain(row)} share={mostMs > 0 ? row.totalMs / mostMs : 0} />
          <Figure kind="share" value={wholeMs > 0 ? row.totalMs / wholeMs : null} />
        </span>
      ),
    },
    {
      key: 'total',
      title: reportWords().inAll,
      value: (row) => row.totalMs,
      draw: (row) => <Figure kind="ms" value={row.totalMs} />,
    },
    ...PARTS.map((part) => ({
      key: part,
      title: reportWords().parts[part],
      value: (row: BreakdownRow) => row.parts[part].mean,
      draw: (row: BreakdownRow) => <StatisticFigure kind="ms" statistic={row.parts[part]} />,
    })),
  ];
}

export function BreakdownPanel({ run }: { readonly run: Run }) {
  const [sample, setSample] = useState<Sample>('mean');
  const names = useDocument((state) => namesToReferTo(state.design, 'component'));
  const selectedId = useSelection((state) => state.components[0] ?? null);
  const rows = breakdownRows(new Map(names.map(({ value, label }) => [value, label])), run.result, sample);
  if (rows === null) return <EmptyResult title={t('results.noBreakdown')} hint={t('results.noBreakdownHint')} />;
  const wholeMs = rows.reduce((sum, row) => sum + row.totalMs, 0);
  if (wholeMs === 0)
    return <EmptyResult title={t('results.nothingAnswered')} hint={t('results.nothingAnsweredHint')} />;
  const mostMs = Math.max(...rows.map((row) => row.totalMs));
  return (
    <div className="results-pane">
      <div className="results-tools">
        <Segmented
          label={t('results.requestsToSplit')}
          value={sample}
          choices={SAMPLES.map((value) => ({
            value,
            label: value === 'mean' ? t('results.allRequests') : t('results.slowest'),
          }))}
          onChoose={setSample}
        />
        <span className="results-tools-text">
          {sample === 'mean' ? t('results.meanResponse') : t('results.meanOfSlowest')}{' '}
          <Figure kind="ms" value={wholeMs} />
        </span>
        <Legend totals={partTotals(rows)} wholeMs={wholeMs} />
      </div>
      <div className="results-scroll">
        <FigureTable
          name={t('results.whereTimeGoes')}
          nameTitle={reportWords().component}
          rows={rows}
          columns={columnsFor(mostMs, wholeMs)}
          first={{ by: 'share', descending: true }}
          selectedId={selectedId}
          hovers="component"
          onSelect={(id) => select({ components: [id] })}
        />
      </div>
    </div>
  );
}
