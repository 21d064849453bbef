// A plot over time by uPlot: drawn once, fed with new columns, resized with its place, redrawn when light turns to dark,
// and taken down with the component.
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { tokenValue } from '../theme/utilisation.ts';
import type { Column } from './columns.ts';
import './charts.css';

export interface ChartLine {
  readonly label: string;
  readonly values: Column;
  /** A colour token: `--chart-1`. */
  readonly colour: string;
  /** Told apart without colour. */
  readonly dash?: readonly number[];
}

interface TimeChartProps {
  /** In words, for who does not see it. */
  readonly summary: string;
  readonly timesS: Float64Array;
  readonly lines: readonly ChartLine[];
  /** A value for axis and legend: "88 ms". */
  readonly format: (value: number | null | undefined) => string;
  /** Fixed limits of the value axis; from 0 to the largest value where it is not given. */
  readonly limit?: number;
  /** Until here the figures are not counted; shaded. */
  readonly warmupS?: number;
  /** Charts with the same key share the cursor. */
  readonly syncKey: string;
}

const FONT = '11px system-ui, sans-serif';

function axes(format: TimeChartProps['format']): uPlot.Axis[] {
  const common = {
    stroke: tokenValue('--text-soft'),
    font: FONT,
    grid: { stroke: tokenValue('--border'), width: 1 },
    ticks: { show: false },
  };
  return [
    { ...common, size: 22, gap: 4, space: 60, values: (_plot, ticks) => ticks.map((tick) => `${tick} s`) },
    { ...common, size: 56, gap: 4, space: 26, values: (_plot, ticks) => ticks.map((tick) => format(tick)) },
  ];
}

/** The shade over the warm-up, beneath the lines. */
function shadeUntil(warmupS: number): (plot: uPlot) => void {
  return (plot) => {
    if (warmupS <= 0) return;
    const { left, top, height } = plot.bbox;
    plot.ctx.save();
    plot.ctx.fillStyle = tokenValue('--surface-hover');
    plot.ctx.fillRect(left, top, Math.max(0, plot.valToPos(warmupS, 'x', true) - left), height);
    plot.ctx.restore();
  };
}

function options(props: TimeChartProps, width: number, height: number): uPlot.Options {
  const { lines, format, limit, warmupS = 0, syncKey } = props;
  return {
    width,
    height,
    padding: [6, 8, 0, 0],
    legend: { live: true },
    cursor: { sync: { key: syncKey }, points: { size: 6 }, drag: { x: false, y: false } },
    scales: {
      x: { time: false },
      y: { range: (_plot, _min, max) => [0, limit ?? (max > 0 ? max * 1.08 : 1)] },
    },
    axes: axes(format),
    series: [
      { label: 'Time', value: (_plot, value) => (value === null ? '' : `${Math.round(value)} s`) },
      ...lines.map(({ label, colour, dash }) => ({
        label,
        stroke: tokenValue(colour),
        width: 1.5,
        points: { show: false },
        ...(dash && { dash: [...dash] }),
        value: (_plot: uPlot, value: number | null) => (value === null ? '' : format(value)),
      })),
    ],
    hooks: { drawClear: [shadeUntil(warmupS)] },
  };
}

function columns({ timesS, lines }: TimeChartProps): uPlot.AlignedData {
  return [timesS, ...lines.map((line) => line.values)] as uPlot.AlignedData;
}

/** The legend stands below the plot and takes its height from it. */
const LEGEND = 22;

export function TimeChart(props: TimeChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const plot = useRef<uPlot | null>(null);
  const labels = props.lines.map((line) => line.label).join('\n');

  useEffect(() => {
    latest.current = props;
    plot.current?.setData(columns(props));
  });

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const draw = (): void => {
      plot.current?.destroy();
      const { width, height } = element.getBoundingClientRect();
      const size = { width: Math.max(width, 80), height: Math.max(height - LEGEND, 40) };
      plot.current = new uPlot(options(latest.current, size.width, size.height), columns(latest.current), element);
    };
    draw();
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0) plot.current?.setSize({ width: Math.max(width, 80), height: Math.max(height - LEGEND, 40) });
    });
    observer.observe(element);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', draw);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [labels, props.warmupS, props.limit]);

  return <div ref={place} className="chart" role="img" aria-label={props.summary} />;
}
