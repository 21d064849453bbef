// The run over time, side by side with one cursor: what is looked at is chosen by buttons; whose figures they are, by the
// selection, else it is the busiest component.
import { useMemo } from 'react';
import type { Run } from '../../state/results.ts';
import { stepTimes } from '../../charts/columns.ts';
import { TimeChart, type ChartMark } from '../../charts/TimeChart.tsx';
import { useDocument } from '../../state/document.ts';
import { chooseCharts, usePanels, type Quantity } from '../../state/panels.ts';
import { replayStore } from '../../state/replay.ts';
import { select, useSelection } from '../../state/selection.ts';
import { formatFigure } from '../../theme/format.ts';
import { Select } from '../../theme/Select.tsx';
import { namesToReferTo } from '../fields/references.ts';
import { bandsOf, type Band } from '../../../src/report/bands.ts';
import { reportWords } from './words.ts';
import { busiestId } from './rows.ts';
import { chartOf, quantities, summaryOf, type Followed } from './time-series.ts';
import { t } from '../../texts.ts';

/** The selected components that were run, else the busiest. */
function useFollowed(run: Run): readonly Followed[] {
  const selected = useSelection((state) => state.components);
  const names = useDocument((state) => namesToReferTo(state.design, 'component'));
  return useMemo(() => {
    const nameById = new Map(names.map(({ value, label }) => [value, label]));
    const known = selected.filter((id) => id in run.result.series.components);
    const busiest = busiestId(run.result);
    const ids = known.length > 0 ? known : busiest === null ? [] : [busiest];
    return ids.map((id) => ({ id, name: nameById.get(id) ?? id }));
  }, [selected, names, run]);
}

function Chooser({ shown }: { readonly shown: readonly Quantity[] }) {
  const toggle = (key: Quantity): void =>
    chooseCharts(
      quantities()
        .map((quantity) => quantity.key)
        .filter((other) => (other === key ? !shown.includes(key) : shown.includes(other))),
    );
  return (
    <div className="results-chips" role="group" aria-label={t('charts.shown')}>
      {quantities().map(({ key, title }) => (
        <button
          key={key}
          type="button"
          className="results-chip"
          aria-pressed={shown.includes(key)}
          onClick={() => toggle(key)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

function FollowChoice({ run, followed }: { readonly run: Run; readonly followed: readonly Followed[] }) {
  const names = useDocument((state) => namesToReferTo(state.design, 'component'));
  const choices = names.filter(({ value }) => value in run.result.series.components);
  const [first] = followed;
  if (!first) return null;
  const several = followed.length > 1 ? [{ value: '', label: t('charts.selected', { number: followed.length }) }] : [];
  const isKnown = choices.some(({ value }) => value === first.id);
  return (
    <span className="results-follow">
      <span aria-hidden="true">{t('charts.component')}</span>
      <Select
        label={t('charts.followed')}
        value={followed.length > 1 ? '' : first.id}
        choices={[...several, ...(isKnown ? [] : [{ value: first.id, label: first.name }]), ...choices]}
        onChoose={(id) => select({ components: [id] })}
      />
    </span>
  );
}

/** What the shades in the plots are, with their names and times. */
function BandKey({ bands }: { readonly bands: readonly Band[] }) {
  const spoken = (band: Band): string =>
    t('charts.band', { label: band.label, from: formatFigure('s', band.fromS), to: formatFigure('s', band.toS) });
  return (['fault', 'rollout'] as const).map((kind) => {
    const own = bands.filter((band) => band.kind === kind).map(spoken);
    return own.length === 0 ? null : (
      <span key={kind} className="results-band" title={own.join('\n')}>
        <span className={`results-band-swatch results-band-${kind}`} aria-hidden="true" />
        {t(`charts.${kind}`)}
        <span className="visually-hidden">: {own.join('; ')}</span>
      </span>
    );
  });
}

/** Where a replay of this run stands. */
function replayMark(run: Run): ChartMark {
  return {
    now: () => {
      const { replay } = replayStore.getState();
      return replay?.run === run ? replay.timeS : null;
    },
    subscribe: (listener) => replayStore.subscribe(listener),
  };
}

export function TimeCharts({ run }: { run: Run }) {
  const followed = useFollowed(run);
  const shown = usePanels((state) => state.charts);
  const { fromS, stepS, requests } = run.result.series;
  const steps = requests.throughputPerSecond.length;
  const timesS = useMemo(() => stepTimes(fromS, stepS, steps), [fromS, stepS, steps]);
  const charts = useMemo(() => shown.map((key) => chartOf(key, run.result, followed)), [shown, run, followed]);
  const bands = useMemo(() => bandsOf(run, reportWords()), [run]);
  const mark = useMemo(() => replayMark(run), [run]);
  return (
    <div className="results-pane">
      <div className="results-tools">
        <Chooser shown={shown} />
        <span className="results-bands">
          <BandKey bands={bands} />
        </span>
        <FollowChoice run={run} followed={followed} />
      </div>
      {charts.length === 0 && <p className="results-hint">{t('charts.choose')}</p>}
      <div className="results-charts" role="group" aria-label={t('charts.plots')} tabIndex={0}>
        {charts.map((chart) =>
          'missing' in chart ? (
            <div key={chart.key} className="results-no-chart">
              <strong>{chart.title}</strong>
              <p>{chart.missing}</p>
            </div>
          ) : (
            <TimeChart
              key={chart.key}
              title={chart.title}
              summary={summaryOf(chart)}
              timesS={timesS}
              lines={chart.lines}
              format={chart.format}
              warmupS={run.result.warmupS}
              bands={bands}
              mark={mark}
              syncKey="run"
              {...(chart.limit !== undefined && { limit: chart.limit })}
            />
          ),
        )}
      </div>
    </div>
  );
}
