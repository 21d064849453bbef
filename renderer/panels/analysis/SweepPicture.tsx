// The picture of a sweep: as lines, as a heat map or as cost against response, whichever the grid can be shown as.
import { useMemo, useState } from 'react';
import type { Vary } from '../../../src/analysis/sweep/grid.ts';
import type { Design } from '../../../src/model/design.ts';
import { HeatChart } from '../../charts/HeatChart.tsx';
import { PlotChart } from '../../charts/PlotChart.tsx';
import { t } from '../../texts.ts';
import { Segmented } from '../../theme/Segmented.tsx';
import { Select } from '../../theme/Select.tsx';
import { formatMeasure, MEASURES, measureTitle, type MeasureId } from './measures.ts';
import { frontChart, frontOf, heatMap, lineChart, MOST_LINES, responseMeasure, type Swept } from './sweep-charts.ts';
import { axesOf, pointText, valueText, type Fixed, type PlacedPoint } from './sweep-points.ts';
import { variableName } from './variables.ts';

type View = 'line' | 'heat' | 'front';

interface SweepPictureProps {
  readonly design: Design;
  readonly varies: readonly Vary[];
  readonly points: readonly PlacedPoint[];
  readonly measure: MeasureId;
  readonly onMeasure: (measure: MeasureId) => void;
  readonly isLarge: boolean;
}

export function SweepPicture({ design, varies, points, measure, onMeasure, isLarge }: SweepPictureProps) {
  const axes = axesOf(varies);
  const [chosen, setView] = useState<View | null>(null);
  const [fixed, setFixed] = useState<Fixed>({});
  const view = chosen ?? (axes.length >= 2 ? 'heat' : 'line');
  const currency = design.currency ?? 'USD';
  const swept = useMemo<Swept>(
    () => ({ varies, points, measure, currency, nameOf: (path) => variableName(design, path) }),
    [varies, points, measure, currency, design],
  );
  const views: readonly View[] = axes.length >= 2 ? ['heat', 'line', 'front'] : ['line', 'front'];
  return (
    <>
      <div className="analysis-views">
        <Segmented
          label={t('analysis.picture')}
          value={view}
          choices={views.map((value) => ({ value, label: t(`analysis.views.${value}`) }))}
          onChoose={setView}
        />
        <Select
          label={t('analysis.shown')}
          value={measure}
          choices={MEASURES.map((id) => ({ value: id, label: measureTitle(id) }))}
          onChoose={(value) => onMeasure(value as MeasureId)}
        />
      </div>
      {view !== 'front' &&
        axes.slice(2).map(({ path, values }) => (
          <div key={path} className="analysis-choice">
            <span>{swept.nameOf(path)}</span>
            <Select
              label={swept.nameOf(path)}
              value={String(fixed[path] ?? 0)}
              choices={values.map((value, at) => ({ value: String(at), label: valueText(value) }))}
              onChoose={(at) => setFixed({ ...fixed, [path]: Number(at) })}
            />
          </div>
        ))}
      <div className={isLarge ? 'analysis-plot analysis-plot-large' : 'analysis-plot'}>
        <Picture swept={swept} view={view} axes={axes} fixed={fixed} />
      </div>
      {view === 'front' && <FrontNote swept={swept} />}
      {view === 'line' && axes[1] && axes[1].values.length > MOST_LINES && (
        <p className="analysis-hint">
          {t('analysis.linesLeftOut', {
            shown: MOST_LINES,
            count: axes[1].values.length,
            of: swept.nameOf(axes[1].path),
          })}
        </p>
      )}
    </>
  );
}

interface PictureProps {
  readonly swept: Swept;
  readonly view: View;
  readonly axes: readonly Vary[];
  readonly fixed: Fixed;
}

function Picture({ swept, view, axes, fixed }: PictureProps) {
  const { measure, nameOf } = swept;
  const [across = swept.varies[0], up = null] = axes;
  if (across === undefined) return null;
  const summary = t('analysis.sweepSummary', {
    measure: measureTitle(measure),
    over: axes.map(({ path }) => nameOf(path)).join(', '),
  });
  if (view === 'front') return <PlotChart chart={frontChart(swept)} summary={t('analysis.frontSummary')} />;
  if (view === 'heat' && up !== null) return <HeatChart map={heatMap(swept, across, up, fixed)} summary={summary} />;
  return <PlotChart chart={lineChart(swept, across, up, fixed)} summary={summary} />;
}

function FrontNote({ swept }: { readonly swept: Swept }) {
  const { all, front } = frontOf(swept);
  if (all.length === 0) return null;
  if (all.every(({ cost }) => cost === 0)) return <p className="analysis-hint">{t('analysis.noPrices')}</p>;
  const measure = responseMeasure(swept.measure);
  const told = front.slice(0, 4).map(({ number, cost, value }) =>
    t('analysis.frontPoint', {
      at: pointText(swept.varies, number),
      cost: formatMeasure('cost', cost, swept.currency),
      value: formatMeasure(measure, value),
    }),
  );
  return <p className="analysis-note">{t('analysis.frontTold', { count: front.length, points: told.join('; ') })}</p>;
}
