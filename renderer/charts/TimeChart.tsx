// A plot over time by uPlot: drawn once, fed with new columns, resized with its place, redrawn when light turns to dark,
// and taken down with the component. Its legend shows the values under the cursor.
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange } from '../theme/appearance.ts';
import { tokenValue } from '../theme/utilisation.ts';
import { endHover, hover, hoverStore } from '../state/hover.ts';
import type { Column } from './columns.ts';
import './charts.css';
import { t } from '../texts.ts';

export interface ChartLine {
  readonly label: string;
  /** The component that the line is about, where it is about one of several. */
  readonly componentId?: string;
  readonly values: Column;
  /** A colour token: `--chart-1`. */
  readonly colour: string;
  /** Told apart without colour. */
  readonly dash?: readonly number[] | undefined;
}

/** A stretch of the run in which something was done to it. */
export interface ChartBand {
  readonly kind: 'fault' | 'rollout';
  readonly label: string;
  readonly fromS: number;
  readonly toS: number;
}

/** A moment that is marked in the plots, such as that of a replay; it may move at every frame. */
export interface ChartMark {
  /** In seconds; null while there is none. */
  now(): number | null;
  subscribe(listener: () => void): () => void;
}

interface TimeChartProps {
  readonly title: string;
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
  /** Shaded beneath the lines; named where the cursor is. */
  readonly bands?: readonly ChartBand[];
  readonly mark?: ChartMark;
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
    { ...common, size: 20, gap: 4, space: 60, values: (_plot, ticks) => ticks.map((tick) => `${tick} s`) },
    { ...common, size: 56, gap: 4, space: 26, values: (_plot, ticks) => ticks.map((tick) => format(tick)) },
  ];
}

const BAND_TOKENS = {
  fault: { fill: '--error-soft', line: '--error' },
  rollout: { fill: '--advice-soft', line: '--advice' },
} as const;

/** The part of the plot between two times, in pixels of its bitmap; null where it is out of sight. */
function stretch(plot: uPlot, fromS: number, toS: number): { readonly x: number; readonly width: number } | null {
  const { left, width } = plot.bbox;
  const at = (timeS: number): number => Math.min(left + width, Math.max(left, plot.valToPos(timeS, 'x', true)));
  const [x, end] = [at(fromS), at(toS)];
  return end > x ? { x, width: end - x } : null;
}

/** What lies beneath the lines: the warm-up, and what was done to the run, each with a line above it. */
function shade(warmupS: number, bands: readonly ChartBand[]): (plot: uPlot) => void {
  return (plot) => {
    const { ctx, bbox } = plot;
    const fill = (token: string, fromS: number, toS: number, height: number): void => {
      const place = stretch(plot, fromS, toS);
      ctx.fillStyle = tokenValue(token);
      if (place) ctx.fillRect(place.x, bbox.top, place.width, height);
    };
    ctx.save();
    if (warmupS > 0) fill('--surface-hover', -1, warmupS, bbox.height);
    for (const { kind, fromS, toS } of bands) fill(BAND_TOKENS[kind].fill, fromS, toS, bbox.height);
    for (const { kind, fromS, toS } of bands) fill(BAND_TOKENS[kind].line, fromS, toS, 2 * window.devicePixelRatio);
    ctx.restore();
  };
}

type ShowValues = (plot: uPlot) => void;

function options(props: TimeChartProps, size: Size, showValues: ShowValues): uPlot.Options {
  const { lines, format, limit, warmupS = 0, bands = [], syncKey } = props;
  return {
    ...size,
    padding: [6, 8, 0, 0],
    legend: { show: false },
    cursor: {
      sync: { key: syncKey, setSeries: false },
      points: { size: 6 },
      y: false,
      drag: { x: false, y: false },
      focus: { prox: 16 },
    },
    focus: { alpha: 0.25 },
    scales: {
      x: { time: false },
      y: { range: (_plot, _min, max) => [0, limit ?? (max > 0 ? max * 1.08 : 1)] },
    },
    axes: axes(format),
    series: [
      {},
      ...lines.map(({ colour, dash }) => ({
        stroke: tokenValue(colour),
        width: 1.5,
        points: { show: false },
        ...(dash && { dash: [...dash] }),
      })),
    ],
    hooks: {
      drawClear: [shade(warmupS, bands)],
      setCursor: [showValues],
      setSeries: [(_plot, at) => hoverLine(lines[(at ?? 0) - 1])],
    },
  };
}

function columns({ timesS, lines }: TimeChartProps): uPlot.AlignedData {
  return [timesS, ...lines.map((line) => line.values)] as uPlot.AlignedData;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(element: HTMLElement): Size {
  return { width: Math.max(element.clientWidth, 80), height: Math.max(element.clientHeight, 40) };
}

function LineSample({ colour, dash }: Pick<ChartLine, 'colour' | 'dash'>) {
  return (
    <svg width="18" height="8" aria-hidden="true">
      <line x1="0" x2="18" y1="4" y2="4" strokeWidth="2" stroke={`var(${colour})`} strokeDasharray={dash?.join(' ')} />
    </svg>
  );
}

function Legend({ title, lines }: Pick<TimeChartProps, 'title' | 'lines'>) {
  return (
    <figcaption className="chart-legend">
      <span className="chart-title">{title}</span>
      {lines.map(({ label, colour, dash }) => (
        <span key={label} className="chart-line">
          {label !== '' && <LineSample colour={colour} dash={dash} />}
          {label !== '' && <span className="chart-line-name">{label}</span>}
          <output className="chart-value" aria-live="off" />
        </span>
      ))}
      <output className="chart-time" aria-live="off" />
    </figcaption>
  );
}

/** Writes what lies under the cursor into the legend, past React: it changes with every move of the pointer. */
function valuesInto(figure: HTMLElement, latest: { readonly current: TimeChartProps }): ShowValues {
  const values = [...figure.querySelectorAll('.chart-value')];
  const time = figure.querySelector('.chart-time');
  return (plot) => {
    const at = plot.cursor.idx;
    const { lines, format, timesS, bands = [] } = latest.current;
    lines.forEach((line, index) => {
      const place = values[index];
      if (place) place.textContent = typeof at === 'number' ? format(line.values[at]) : '';
    });
    const second = typeof at === 'number' ? timesS[at] : undefined;
    if (!time) return;
    const now = bands.filter(({ fromS, toS }) => second !== undefined && second >= fromS && second <= toS);
    const said =
      second === undefined ? [] : [t('charts.at', { second: Math.round(second) }), ...now.map(({ label }) => label)];
    time.textContent = said.join(', ');
  };
}

function hoverLine(line: ChartLine | undefined): void {
  if (line?.componentId !== undefined) hover('component', line.componentId);
  else endHover();
}

/** The line of what is hovered anywhere stands out, where it is drawn here. */
function showHovered(plot: uPlot, lines: readonly ChartLine[]): void {
  const { kind, id } = hoverStore.getState();
  const at = kind === 'component' ? lines.findIndex(({ componentId }) => componentId === id) : -1;
  plot.setSeries(at < 0 ? null : at + 1, { focus: true }, false);
}

/** A line over the plot, moved past React. Returns what moves it to where it belongs now. */
function addMark(plot: uPlot, mark: ChartMark): () => void {
  const line = document.createElement('div');
  line.className = 'chart-mark';
  plot.over.append(line);
  return () => {
    const timeS = mark.now();
    line.hidden = timeS === null;
    if (timeS !== null) line.style.transform = `translateX(${plot.valToPos(timeS, 'x')}px)`;
  };
}

export function TimeChart(props: TimeChartProps) {
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const plot = useRef<uPlot | null>(null);
  const labels = props.lines.map((line) => line.label).join('\n');

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = place.current;
    const frame = figure.current;
    if (!element || !frame) return undefined;
    const { mark } = latest.current;
    let moveMark = (): void => undefined;
    const draw = (): void => {
      plot.current?.destroy();
      const made = options(latest.current, sizeOf(element), valuesInto(frame, latest));
      plot.current = new uPlot(made, columns(latest.current), element);
      if (mark) moveMark = addMark(plot.current, mark);
      moveMark();
    };
    draw();
    const observer = new ResizeObserver(() => {
      plot.current?.setSize(sizeOf(element));
      moveMark();
    });
    const forgetHover = hoverStore.subscribe(() => plot.current && showHovered(plot.current, latest.current.lines));
    const forgetMark = mark?.subscribe(() => moveMark());
    observer.observe(element);
    const forgetTheme = onThemeChange(draw);
    return () => {
      forgetMark?.();
      forgetHover();
      observer.disconnect();
      forgetTheme();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [labels, props.warmupS, props.bands, props.mark, props.limit, props.format]);

  useEffect(() => {
    plot.current?.setData(columns(latest.current));
  }, [props.timesS, props.lines]);

  return (
    <figure className="chart" ref={figure}>
      <Legend title={props.title} lines={props.lines} />
      <div ref={place} className="chart-plot" role="img" aria-label={props.summary} />
    </figure>
  );
}
