// Two runs side by side: every figure with its difference, and whether that is more than chance; their charts overlaid.
import { CircleHelp, Equal, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Verdict } from '../../../../src/analysis/compare.ts';
import { lineLooks, overTime, percentileChart, pointsOver } from '../../../../src/report/charts/of-run.ts';
import { comparisonRows, type ComparedGroup, type ComparisonRow } from '../../../../src/report/comparison.ts';
import { PlotChart } from '../../../charts/PlotChart.tsx';
import { hoverProps } from '../../../state/hover.ts';
import type { Run } from '../../../state/results.ts';
import { t } from '../../../texts.ts';
import { Figure, StatisticFigure } from '../../../theme/Figure.tsx';
import { formatMs } from '../../../theme/format.ts';
import { Segmented } from '../../../theme/Segmented.tsx';
import { reportWords } from '../words.ts';

type Shown = ComparedGroup | 'all';

const ICONS: Readonly<Record<Verdict, typeof Equal>> = { different: TriangleAlert, within: Equal, unknown: CircleHelp };

function VerdictCell({ verdict }: { readonly verdict: Verdict }) {
  const Icon = ICONS[verdict];
  const text = { different: t('results.different'), within: t('results.within'), unknown: t('results.unknown') }[
    verdict
  ];
  return (
    <span className={`results-verdict results-verdict-${verdict}`}>
      <Icon size={13} aria-hidden="true" />
      {text}
    </span>
  );
}

/** With its sign, so that the direction is read before the digits. */
function Signed({ kind, value }: { readonly kind: ComparisonRow['kind']; readonly value: number | null }) {
  return (
    <span>
      {value !== null && value > 0 && '+'}
      <Figure kind={kind} value={value} />
    </span>
  );
}

function Row({ row }: { readonly row: ComparisonRow }) {
  const kind = row.group === 'components' ? 'component' : row.group === 'connections' ? 'connection' : 'requests';
  return (
    <tr className={row.verdict === 'different' ? 'results-differs' : undefined} {...hoverProps(kind, row.id)}>
      <th scope="row" className="results-name" title={row.path}>
        <span>
          {row.subject}
          <span className="results-soft">: {row.figure}</span>
        </span>
      </th>
      <td>
        <StatisticFigure kind={row.kind} statistic={row.a} />
      </td>
      <td>
        <StatisticFigure kind={row.kind} statistic={row.b} />
      </td>
      <td>
        <Signed kind={row.kind} value={row.difference} />
      </td>
      <td>
        <Signed kind="share" value={row.relative} />
      </td>
      <td>
        <VerdictCell verdict={row.verdict} />
      </td>
    </tr>
  );
}

function FiguresTable({ a, b, rows }: { readonly a: Run; readonly b: Run; readonly rows: readonly ComparisonRow[] }) {
  const heading = (title: string) => <th scope="col">{title}</th>;
  return (
    <table className="results-table" aria-label={t('results.comparison')}>
      <thead>
        <tr>
          <th scope="col" className="results-name">
            {t('results.figure')}
          </th>
          {heading(t('results.runNumber', { number: a.number }))}
          {heading(t('results.runNumber', { number: b.number }))}
          {heading(t('results.difference'))}
          {heading(t('results.relative'))}
          <th scope="col" title={t('results.verdictHelp')}>
            {t('results.verdict')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.path} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** Both in one chart each, the longer of the two deciding the axes. */
function Overlaid({ a, b }: { readonly a: Run; readonly b: Run }) {
  const words = reportWords();
  const drawn = [a, b].map((run) => ({ run, name: t('results.runNumber', { number: run.number }) }));
  const longer = a.result.simulatedS > b.result.simulatedS ? a : b;
  const lines = drawn.map(({ run, name }, at) => {
    const { series } = run.result;
    return { label: name, points: pointsOver(series, series.requests.responseMs.p95), ...lineLooks(at) };
  });
  const time = overTime(longer, words, { title: t('results.compareOverTime'), format: formatMs, lines });
  const curve = percentileChart(
    drawn.map(({ run, name }) => ({ name, figures: run.result.requests })),
    words,
  );
  const summary = (title: string): string =>
    `${title}: ${drawn.map(({ run, name }) => `${name} p95 ${formatMs(run.result.requests.responseMs.p95.mean)}`).join(', ')}`;
  return (
    <div className="results-pictures">
      <PlotChart chart={time} summary={summary(time.title)} />
      {curve && <PlotChart chart={curve} summary={summary(curve.title)} />}
    </div>
  );
}

export function ComparisonView({ a, b }: { readonly a: Run; readonly b: Run }) {
  const [shown, setShown] = useState<Shown>('all');
  const [onlyBeyond, setOnlyBeyond] = useState(false);
  const rows = useMemo(() => comparisonRows(a, b, reportWords()), [a, b]);
  const listed = rows.filter(
    ({ group, verdict }) => (shown === 'all' || group === shown) && (!onlyBeyond || verdict === 'different'),
  );
  return (
    <>
      <Overlaid a={a} b={b} />
      <div className="results-tools">
        <Segmented
          label={t('results.figuresCompared')}
          value={shown}
          choices={[
            { value: 'all', label: t('results.all') },
            { value: 'requests', label: t('results.requests') },
            { value: 'components', label: t('results.components') },
            { value: 'connections', label: t('results.connections') },
          ]}
          onChoose={setShown}
        />
        <label className="results-check">
          <input type="checkbox" checked={onlyBeyond} onChange={(event) => setOnlyBeyond(event.target.checked)} />
          {t('results.onlyBeyond')}
        </label>
      </div>
      {listed.length === 0 ? (
        <p className="results-hint">{t('results.noneBeyond')}</p>
      ) : (
        <FiguresTable a={a} b={b} rows={listed} />
      )}
      <p className="results-hint">{t('results.verdictHelp')}</p>
    </>
  );
}
