// Draws a chart of lines or steps over two axes: title, key, grid, bands, lines. All text stays text.
import type { Band, Chart, Guide, Line } from './chart.ts';
import { drawDots, drawLine, drawSpread } from './lines.ts';
import { mark, rounded, type Mark } from './mark.ts';
import type { Palette } from './palette.ts';
import { colourOf, dashOf, FONT, placer, plotOf, RIGHT, ROW, textWidth, type Looks, type Plot } from './plot.ts';
import { ticksOf } from './scale.ts';

interface KeyEntry {
  readonly label: string;
  readonly sample: (x: number, y: number) => Mark;
}

function lineSample(line: Line, palette: Palette): KeyEntry {
  const stroke = colourOf(line, palette);
  const dash = dashOf(line);
  return {
    label: line.label,
    sample: (x, y) =>
      line.dots === 'only'
        ? mark('circle', { cx: x + 9, cy: y, r: 3, fill: stroke })
        : mark('line', { x1: x, x2: x + 18, y1: y, y2: y, stroke, 'stroke-width': 2, ...dash }),
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

function bandColours(kind: Band['kind'], palette: Palette): readonly [string, string] {
  if (kind === 'fault') return [palette.fault, palette.faultLine];
  return kind === 'rollout' ? [palette.rollout, palette.rolloutLine] : [palette.warmup, palette.grid];
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

/** Under its place; what would be cut off at the right ends there. */
function acrossLabel(text: string, x: number, y: number, most: number, palette: Palette): Mark {
  const isCut = x + textWidth(text) / 2 > most;
  const place = isCut ? { x: most, 'text-anchor': 'end' } : { x, 'text-anchor': 'middle' };
  return mark('text', { ...place, y, fill: palette.soft }, [text]);
}

/** Of places that are given as many as can be read. */
function acrossTicks({ x }: Chart, plot: Plot): readonly number[] {
  if (x.ticks === undefined) return ticksOf(x.scale, Math.max(2, Math.floor(plot.width / 70)));
  const widest = Math.max(...x.ticks.map((tick) => textWidth(x.format(tick)) + 8));
  const every = Math.ceil((x.ticks.length * widest) / (plot.width + widest));
  return x.ticks.filter((_, at) => at % every === 0);
}

function drawAxes(chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  const bottom = plot.top + plot.height;
  const right = plot.left + plot.width;
  const across = acrossTicks(chart, plot);
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
      acrossLabel(chart.x.format(value), at.x(value), bottom + 16, right + RIGHT, palette),
    ]),
    mark('line', { x1: plot.left, x2: right, y1: bottom, y2: bottom, stroke: palette.soft }),
    mark('text', { x: plot.left + plot.width / 2, y: bottom + 31, 'text-anchor': 'middle', fill: palette.soft }, [
      chart.x.title,
    ]),
  ];
}

/** Names stand one below the other, so that those of two close places can both be read. */
function drawGuides(chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  const bottom = plot.top + plot.height;
  const { from, to } = chart.x.scale;
  const inside = (chart.guides ?? [])
    .filter((guide) => guide.at >= from && guide.at <= to)
    .sort((one, other) => one.at - other.at);
  return inside.flatMap((guide, place) => {
    const x = at.x(guide.at);
    const stroke = guideColour(guide, palette);
    const fits = x + 6 + textWidth(guide.label) <= plot.left + plot.width;
    return [
      mark('line', { x1: x, x2: x, y1: plot.top, y2: bottom, stroke, 'stroke-dasharray': '4 3' }),
      mark(
        'text',
        {
          x: fits ? x + 4 : x - 4,
          y: plot.top + 10 + place * 14,
          'text-anchor': fits ? 'start' : 'end',
          fill: palette.text,
          stroke: palette.surface,
          'stroke-width': 3,
          'paint-order': 'stroke',
        },
        [guide.label],
      ),
    ];
  });
}

function guideColour({ tone }: Guide, palette: Palette): string {
  if (tone === 'critical') return palette.critical;
  return tone === 'accent' ? (palette.lines[0] ?? palette.text) : palette.soft;
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
    ...chart.lines.flatMap((line) => drawSpread(line, chart, plot, palette)),
    ...drawGuides(chart, plot, palette),
    ...chart.lines.filter(({ dots }) => dots !== 'only').flatMap((line) => drawLine(line, chart, plot, palette)),
    ...chart.lines.flatMap((line) => drawDots(line, chart, plot, palette)),
  ]);
}

export function heading(title: string, palette: Palette): Mark {
  return mark('text', { x: 12, y: 20, 'font-size': 13, 'font-weight': 600, fill: palette.text }, [title]);
}
