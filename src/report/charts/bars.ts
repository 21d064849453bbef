// Draws a chart of bars that lie, a row for each: utilisation, where the time goes.
import type { BarChart } from './chart.ts';
import { heading, picture } from './draw.ts';
import { shortened, textWidth, type Looks } from './plot.ts';
import { mark, rounded, type Mark } from './mark.ts';
import { ticksOf, type Scale } from './scale.ts';

const ROW = 22;
const LONGEST_LABEL = 200;

/** How high the picture is with all of its rows. */
export function barsHeight({ bars, key }: BarChart): number {
  return topOf(key.length) + bars.length * ROW + 30;
}

function topOf(keys: number): number {
  return keys > 0 ? 54 : 32;
}

function drawKey({ key }: BarChart, { palette }: Looks): Mark[] {
  let x = 12;
  return key.flatMap(({ name, fill }) => {
    const start = x;
    x += 32 + textWidth(name);
    return [
      mark('rect', { x: start, y: 32, width: 12, height: 9, fill }),
      mark('text', { x: start + 17, y: 40, fill: palette.soft }, [name]),
    ];
  });
}

export function drawBars(chart: BarChart, looks: Looks): Mark {
  const { palette, width } = looks;
  const top = topOf(chart.key.length);
  const labels = Math.min(LONGEST_LABEL, Math.max(40, ...chart.bars.map(({ label }) => textWidth(label))));
  const texts = Math.max(20, ...chart.bars.map(({ text }) => textWidth(text)));
  const left = 24 + labels;
  const room = Math.max(20, width - left - texts - 24);
  const scale: Scale = { kind: 'linear', from: 0, to: chart.most > 0 ? chart.most : 1 };
  const long = (value: number): number => rounded((Math.min(value, scale.to) / scale.to) * room);
  const bottom = top + chart.bars.length * ROW;
  const grid = ticksOf(scale, Math.max(2, Math.floor(room / 90))).flatMap((value) => [
    mark('line', { x1: left + long(value), x2: left + long(value), y1: top, y2: bottom, stroke: palette.grid }),
    mark('text', { x: left + long(value), y: bottom + 16, 'text-anchor': 'middle', fill: palette.soft }, [
      chart.format(value),
    ]),
  ]);
  const rows = chart.bars.flatMap(({ label, parts, text }, at) => {
    const y = top + at * ROW;
    let x = left;
    const drawn = parts.flatMap(({ name, value, fill }) => {
      const start = x;
      x += long(value);
      if (value <= 0) return [];
      const title = mark('title', {}, [`${label}${name === '' ? '' : `, ${name}`}: ${chart.format(value)}`]);
      return [mark('rect', { x: start, y: y + 4, width: Math.max(0.5, long(value)), height: 13, fill }, [title])];
    });
    return [
      mark('text', { x: left - 8, y: y + 15, 'text-anchor': 'end', fill: palette.text }, [shortened(label, labels)]),
      ...drawn,
      mark('text', { x: x + 6, y: y + 15, fill: palette.soft }, [text]),
    ];
  });
  return picture(chart.title, looks, [heading(chart.title, palette), ...drawKey(chart, looks), ...grid, ...rows]);
}
