// A heat map, drawn by the same module as those of files, sized to its place.
import { useMemo } from 'react';
import type { HeatMap } from '../../src/report/charts/chart.ts';
import { drawHeat } from '../../src/report/charts/heat.ts';
import { page } from '../../src/report/charts/palette.ts';
import { toElement, useSize } from './drawn.ts';
import './charts.css';

interface HeatChartProps {
  readonly map: HeatMap;
  /** In words, for who does not see it. */
  readonly summary: string;
}

export function HeatChart({ map, summary }: HeatChartProps) {
  const { place, size } = useSize();
  const drawn = useMemo(() => toElement(drawHeat(map, { ...size, palette: page, bare: true }), 0), [map, size]);
  return (
    <figure className="chart plot-chart">
      <figcaption className="chart-legend">
        <span className="chart-title">{map.title}</span>
      </figcaption>
      <div ref={place} className="chart-plot" role="img" aria-label={summary}>
        {drawn}
      </div>
    </figure>
  );
}
