// A chart that is drawn by the same module as those of files and reports, sized to its place, with a read-out of what
// lies under the pointer. Keys move the read-out as well.
import { useMemo, useState } from 'react';
import type { Chart, Line } from '../../src/report/charts/chart.ts';
import { chartPlot, drawChart } from '../../src/report/charts/draw.ts';
import type { Looks } from '../../src/report/charts/plot.ts';
import { page } from '../../src/report/charts/palette.ts';
import { along, valueAt } from '../../src/report/charts/scale.ts';
import { toElement, useSize } from './drawn.ts';
import './charts.css';

/** The value of a line at a place: of a histogram that of the bucket, else that of the nearest point. */
function readAt({ points, filled }: Line, x: number, chart: Chart): number | null {
  if (filled) return points.findLast(([from]) => from <= x)?.[1] ?? null;
  const place = along(chart.x.scale, x);
  let best: readonly [number, number | null] | null = null;
  let least = Infinity;
  for (const point of points) {
    const distance = Math.abs(along(chart.x.scale, point[0]) - place);
    if (distance < least) [best, least] = [point, distance];
  }
  return best?.[1] ?? null;
}

function Sample({ line }: { readonly line: Line }) {
  return (
    <svg width="18" height="8" aria-hidden="true">
      {line.dots === 'only' ? (
        <circle cx="9" cy="4" r="3" fill={page.lines[line.colour]} />
      ) : (
        <line
          x1="0"
          x2="18"
          y1="4"
          y2="4"
          strokeWidth="2"
          stroke={page.lines[line.colour]}
          strokeDasharray={line.dash?.join(' ')}
        />
      )}
    </svg>
  );
}

interface PlotChartProps {
  readonly chart: Chart;
  /** In words, for who does not see it. */
  readonly summary: string;
}

const STEPS = 50;

export function PlotChart({ chart, summary }: PlotChartProps) {
  const { place, size } = useSize();
  /** Where the read-out stands, from 0 to 1. */
  const [at, setAt] = useState<number | null>(null);
  const looks: Looks = useMemo(() => ({ ...size, palette: page, bare: true }), [size]);
  const drawn = useMemo(() => toElement(drawChart(chart, looks), 0), [chart, looks]);
  const plot = chartPlot(chart, looks);
  const x = at === null ? null : snapped(chart, valueAt(chart.x.scale, at));
  return (
    <figure className="chart plot-chart">
      <figcaption className="chart-legend">
        <span className="chart-title">{chart.title}</span>
        {chart.lines.map((line, index) => (
          <span key={`${line.label} ${index}`} className="chart-line">
            {line.label !== '' && <Sample line={line} />}
            {line.label !== '' && <span className="chart-line-name">{line.label}</span>}
            {x !== null && <span className="chart-value">{readOut(line, x, chart)}</span>}
          </span>
        ))}
        {x !== null && <span className="chart-time">{chart.x.format(roundedTo(chart, x))}</span>}
      </figcaption>
      <div
        ref={place}
        className="chart-plot"
        role="img"
        aria-label={summary}
        tabIndex={0}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const inside = (event.clientX - box.left - plot.left) / plot.width;
          setAt(inside >= 0 && inside <= 1 ? inside : null);
        }}
        onPointerLeave={() => setAt(null)}
        onBlur={() => setAt(null)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          setAt((now) => Math.min(1, Math.max(0, (now ?? 0.5) + step / STEPS)));
        }}
      >
        {drawn}
        {at !== null && (
          <span className="plot-cursor" style={{ left: plot.left + along(chart.x.scale, x ?? 0) * plot.width }} />
        )}
      </div>
    </figure>
  );
}

/** Where only some places can be, the nearest of them. */
function snapped({ x }: Chart, value: number): number {
  const [first, ...others] = x.ticks ?? [];
  if (first === undefined) return value;
  return others.reduce((best, tick) => (Math.abs(tick - value) < Math.abs(best - value) ? tick : best), first);
}

function readOut(line: Line, x: number, chart: Chart): string {
  const value = readAt(line, x, chart);
  return value === null ? '—' : chart.y.format(value);
}

/** Shares with as many nines as they need, and no more digits than a reader wants. */
function roundedTo({ x }: Chart, value: number): number {
  if (x.scale.kind !== 'tail') return Number(value.toPrecision(3));
  const digits = Math.max(2, Math.ceil(-Math.log10(1 - value)) + 1);
  return Number(value.toFixed(Math.min(6, digits)));
}
