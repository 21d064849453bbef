// Draws a chart of lines or steps over two axes: title, key, grid, bands, lines. All text stays text.
import type { Band, Chart, Line, Size } from './chart.ts';
import { mark, rounded, type Mark } from './mark.ts';
import type { Palette } from './palette.ts';
import { along, ticksOf } from './scale.ts';

export interface Looks extends Size {
  readonly palette: Palette;
  /** Without its own title and key, where they stand beside the picture. */
  readonly bare?: boolean;
}

/** The place of the plot within the picture. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Of the 11 px letters, on the generous side: pictures are drawn where nothing can be measured. */
const LETTER = 6.2;
const ROW = 18;
const LEFT = 62;

export function textWidth(text: string): number {
  return [...text].length * LETTER;
}

export function plotOf({ width, height, bare = false }: Looks, keyRows: number): Plot {
  const top = bare ? 8 : 30 + keyRows * ROW;
  const bottom = 38;
  const right = 18;
  return { left: LEFT, top, width: Math.max(20, width - LEFT - right), height: Math.max(20, height - top - bottom) };
}

interface KeyEntry {
  readonly label: string;
  readonly sample: (x: number, y: number) => Mark;
}

function lineSample(line: Line, palette: Palette): KeyEntry {
  const stroke = colourOf(line, palette);
  const dash = dashOf(line);
  return {
    label: line.label,
    sample: (x, y) => mark('line', { x1: x, x2: x + 18, y1: y, y2: y, stroke, 'stroke-width': 2, ...dash }),
  };
}

function bandSample(band: Band, palette: Palette): KeyEntry {
  const [fill, stroke] = bandColours(band.kind, palette);
  const top = { stroke, 'stroke-width': 2 };
  return {
    label: band.label,
    sample: (x, y) =>
      mark('g', {}, [
        mark('rect', { x, y: y - 5, width: 18, height: 10, fill }),
        mark('line', { x1: x, x2: x + 18, y1: y - 5, y2: y - 5, ...top }),
      ]),
  };
}

/** Entries in rows as wide as the picture. */
function keyRowsOf(entries: readonly KeyEntry[], width: number): KeyEntry[][] {
  const rows: KeyEntry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    const wide = 24 + textWidth(entry.label) + 14;
    if (used + wide > width - 24) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += wide;
  }
  return rows;
}

function keyEntries({ lines, bands = [] }: Chart, palette: Palette): KeyEntry[] {
  return [
    ...lines.filter(({ label }) => label !== '').map((line) => lineSample(line, palette)),
    ...bands.map((band) => bandSample(band, palette)),
  ];
}

function drawKey(rows: readonly (readonly KeyEntry[])[], palette: Palette): Mark[] {
  return rows.flatMap((row, at) => {
    let x = 12;
    const y = 36 + at * ROW;
    return row.flatMap(({ label, sample }) => {
      const start = x;
      x += 24 + textWidth(label) + 14;
      return [sample(start, y), mark('text', { x: start + 24, y: y + 4, fill: palette.soft }, [label])];
    });
  });
}

function colourOf({ colour }: Line, { lines }: Palette): string {
  return lines[colour % lines.length] ?? 'currentColor';
}

function dashOf({ dash }: Line): Record<string, string> {
  return dash ? { 'stroke-dasharray': dash.join(' ') } : {};
}

function bandColours(kind: Band['kind'], palette: Palette): readonly [string, string] {
  if (kind === 'fault') return [palette.fault, palette.faultLine];
  return kind === 'rollout' ? [palette.rollout, palette.rolloutLine] : [palette.warmup, palette.grid];
}

function placer({ x, y }: Chart, plot: Plot) {
  const clamped = (place: number): number => Math.min(1, Math.max(0, place));
  return {
    x: (value: number): number => rounded(plot.left + clamped(along(x.scale, value)) * plot.width),
    y: (value: number): number => rounded(plot.top + (1 - clamped(along(y.scale, value))) * plot.height),
  };
}

function drawBands(chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  return (chart.bands ?? []).flatMap((band) => {
    const [fill, stroke] = bandColours(band.kind, palette);
    const [x, end] = [at.x(band.from), at.x(band.to)];
    if (end <= x) return [];
    return [
      mark('rect', { x, y: plot.top, width: rounded(end - x), height: plot.height, fill }, [
        mark('title', {}, [band.label]),
      ]),
      ...(band.kind === 'warmup'
        ? []
        : [mark('line', { x1: x, x2: end, y1: plot.top, y2: plot.top, stroke, 'stroke-width': 2 })]),
    ];
  });
}

function drawAxes(chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  const across = ticksOf(chart.x.scale, Math.max(2, Math.floor(plot.width / 70)));
  const up = ticksOf(chart.y.scale, Math.max(2, Math.floor(plot.height / 32)));
  return [
    ...up.flatMap((value) => [
      mark('line', { x1: plot.left, x2: right, y1: at.y(value), y2: at.y(value), stroke: palette.grid }),
      mark('text', { x: plot.left - 6, y: at.y(value) + 4, 'text-anchor': 'end', fill: palette.soft }, [
        chart.y.format(value),
      ]),
    ]),
    ...across.flatMap((value) => [
      mark('line', { x1: at.x(value), x2: at.x(value), y1: bottom, y2: bottom + 4, stroke: palette.soft }),
      mark('text', { x: at.x(value), y: bottom + 16, 'text-anchor': 'middle', fill: palette.soft }, [
        chart.x.format(value),
      ]),
    ]),
    mark('line', { x1: plot.left, x2: right, y1: bottom, y2: bottom, stroke: palette.soft }),
    mark('text', { x: plot.left + plot.width / 2, y: bottom + 31, 'text-anchor': 'middle', fill: palette.soft }, [
      chart.x.title,
    ]),
  ];
}

/** Stretches between gaps. */
function stretches({ points }: Line): (readonly [number, number])[][] {
  const found: [number, number][][] = [[]];
  for (const [x, y] of points) {
    if (y === null) found.push([]);
    else found.at(-1)?.push([x, y]);
  }
  return found.filter((stretch) => stretch.length > 0);
}

function drawLine(line: Line, chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  const stroke = colourOf(line, palette);
  const faint: Record<string, number> = line.faint ? { opacity: 0.25 } : {};
  const bottom = rounded(plot.top + plot.height);
  return stretches(line).flatMap((stretch) => {
    const steps = stretch.map(([x, y], place) => {
      const before = stretch[place - 1];
      if (!line.filled) return `${String(at.x(x))} ${String(at.y(y))}`;
      // A step holds its height up to the next edge.
      return `${String(at.x(x))} ${String(at.y(before?.[1] ?? 0))}L${String(at.x(x))} ${String(at.y(y))}`;
    });
    const path = `M${steps.join('L')}`;
    const [first] = stretch;
    const last = stretch.at(-1);
    const drawn = mark('path', {
      d: path,
      fill: 'none',
      stroke,
      'stroke-width': 1.75,
      'stroke-linejoin': 'round',
      ...dashOf(line),
      ...faint,
    });
    if (!line.filled || !first || !last) return [drawn];
    const area = `${path}L${String(at.x(last[0]))} ${String(bottom)}L${String(at.x(first[0]))} ${String(bottom)}Z`;
    return [mark('path', { d: area, fill: stroke, opacity: line.faint ? 0.05 : 0.14 }), drawn];
  });
}

/** The frame of every picture. `label` is what is said to who does not see it. */
export function picture(label: string, { width, height, palette, bare = false }: Looks, inside: readonly Mark[]): Mark {
  return mark(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      // Within a page what holds the picture has the name.
      ...(bare ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label }),
      'font-family': FONT,
      'font-size': 11,
    },
    [...(bare ? [] : [mark('rect', { width, height, fill: palette.surface })]), ...inside],
  );
}

/** Where the plot lies in the picture of a chart. */
export function chartPlot(chart: Chart, looks: Looks): Plot {
  return plotOf(looks, looks.bare ? 0 : keyRowsOf(keyEntries(chart, looks.palette), looks.width).length);
}

export function drawChart(chart: Chart, looks: Looks): Mark {
  const { palette } = looks;
  const rows = looks.bare ? [] : keyRowsOf(keyEntries(chart, palette), looks.width);
  const plot = chartPlot(chart, looks);
  return picture(chart.title, looks, [
    ...(looks.bare ? [] : [heading(chart.title, palette)]),
    ...drawKey(rows, palette),
    ...drawBands(chart, plot, palette),
    ...drawAxes(chart, plot, palette),
    ...chart.lines.flatMap((line) => drawLine(line, chart, plot, palette)),
  ]);
}

export function heading(title: string, palette: Palette): Mark {
  return mark('text', { x: 12, y: 20, 'font-size': 13, 'font-weight': 600, fill: palette.text }, [title]);
}
