// How a distribution looks: its density, or the share of its samples, with the mean marked.
import { memo } from 'react';
import { curveOf, type DistributionCurve } from '../../../src/model/density.ts';
import type { Distribution } from '../../../src/model/distribution.ts';
import { t } from '../../texts.ts';
import { formatNumber } from '../../theme/format.ts';

const WIDTH = 240;
const HEIGHT = 52;
const TOP = 4;

function lineOf({ points, endMs }: DistributionCurve): string {
  const highest = Math.max(...points.map(([, height]) => height), 1e-300);
  return points
    .map(([ms, height]) => {
      const x = (ms / endMs) * WIDTH;
      const y = HEIGHT - (height / highest) * (HEIGHT - TOP);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

function Curve({ curve }: { curve: DistributionCurve }) {
  const line = lineOf(curve);
  const [first = 0, last = 0] = [curve.points[0]?.[0], curve.points.at(-1)?.[0]].map((ms = 0) =>
    Math.round((ms / curve.endMs) * WIDTH),
  );
  return (
    <>
      <polygon className="field-plot-area" points={`${first},${HEIGHT} ${line} ${last},${HEIGHT}`} />
      <polyline className="field-plot-line" points={line} />
    </>
  );
}

function PlotOf({ distribution, title }: { distribution: Distribution; title: string }) {
  const curve = curveOf(distribution);
  if (curve === null) return null;
  const mean = (curve.meanMs / curve.endMs) * WIDTH;
  const figures = { title, mean: formatNumber(curve.meanMs), end: formatNumber(curve.endMs) };
  const name =
    curve.kind === 'constant'
      ? t('fields.plotConstant', figures)
      : curve.kind === 'cumulative'
        ? t('fields.plotCumulative', figures)
        : t('fields.plotDensity', figures);
  return (
    <figure className="field-plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={name}>
        {curve.kind !== 'constant' && <Curve curve={curve} />}
        <line
          className={curve.kind === 'constant' ? 'field-plot-spike' : 'field-plot-mean'}
          x1={mean}
          x2={mean}
          y1={curve.kind === 'constant' ? TOP : 0}
          y2={HEIGHT}
        />
      </svg>
      <figcaption aria-hidden="true">
        <span>0</span>
        <span>{t('fields.plotMean', figures)}</span>
        <span>{figures.end} ms</span>
      </figcaption>
    </figure>
  );
}

export const DistributionPlot = memo(PlotOf);
