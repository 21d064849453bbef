// Draws a heat map: a cell for each pair of values, the darker the more, with its figure where there is room.
import type { HeatMap } from './chart.ts';
import { heading, picture } from './draw.ts';
import { mark, rounded, type Mark } from './mark.ts';
import { along, type Scale } from './scale.ts';
import { shortened, textWidth, type Looks, type Plot } from './plot.ts';

/** From the least to the most; text can be read on all of them. */
const FAINTEST = 0.06;
const STRONGEST = 0.46;
const LONGEST_LABEL = 90;

export function drawHeat(map: HeatMap, looks: Looks): Mark {
  const { palette, bare = false } = looks;
  const plot = heatPlot(map, looks);
  return picture(map.title, looks, [
    ...(bare ? [] : [heading(map.title, palette)]),
    ...drawCells(map, plot, looks),
    ...drawAxes(map, plot, looks),
  ]);
}

function heatPlot({ y }: HeatMap, { width, height, bare = false }: Looks): Plot {
  const left = 30 + Math.min(LONGEST_LABEL, Math.max(...y.values.map(textWidth)));
  const top = bare ? 8 : 34;
  return { left, top, width: Math.max(20, width - left - 12), height: Math.max(20, height - top - 38) };
}

function drawCells({ cells, format }: HeatMap, plot: Plot, { palette }: Looks): Mark[] {
  const known = cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const scale = scaleOver(least, most);
  const texts = known.map((value) => textWidth(format(value)));
  const { wide, high } = cellSize(cells, plot);
  const hasRoom = Math.max(0, ...texts) + 6 <= wide && high >= 14;
  return cells.flatMap((row, down) =>
    row.flatMap(({ value, told }, across) => {
      const x = plot.left + across * wide;
      const y = plot.top + (cells.length - 1 - down) * high;
      const share = value === null || most === least ? 0 : along(scale, value);
      const box = {
        x: rounded(x + 0.5),
        y: rounded(y + 0.5),
        width: rounded(Math.max(1, wide - 1)),
        height: rounded(Math.max(1, high - 1)),
      };
      const title = mark('title', {}, [told]);
      if (value === null)
        return [mark('rect', { ...box, fill: 'none', stroke: palette.grid, 'stroke-dasharray': '2 2' }, [title])];
      const opacity = rounded(FAINTEST + share * (STRONGEST - FAINTEST));
      const place = { x: rounded(x + wide / 2), y: rounded(y + high / 2 + 4), 'text-anchor': 'middle' };
      return [
        mark('rect', { ...box, fill: palette.calm, 'fill-opacity': opacity }, [title]),
        ...(hasRoom ? [mark('text', { ...place, fill: palette.text, 'pointer-events': 'none' }, [format(value)])] : []),
      ];
    }),
  );
}

/** One value far above all others would leave these without a difference. */
function scaleOver(from: number, to: number): Scale {
  return { kind: from > 0 && to > 10 * from ? 'log' : 'linear', from, to };
}

function cellSize(cells: HeatMap['cells'], plot: Plot): { readonly wide: number; readonly high: number } {
  return { wide: plot.width / Math.max(1, cells[0]?.length ?? 1), high: plot.height / Math.max(1, cells.length) };
}

function drawAxes({ x, y, cells }: HeatMap, plot: Plot, { palette }: Looks): Mark[] {
  const { wide, high } = cellSize(cells, plot);
  const bottom = plot.top + plot.height;
  const everyX = Math.ceil(Math.max(...x.values.map((text) => textWidth(text) + 6)) / wide);
  const everyY = Math.ceil(13 / high);
  const soft = { fill: palette.soft };
  const middle = { ...soft, 'text-anchor': 'middle' };
  const turned = rounded(plot.top + plot.height / 2);
  return [
    ...x.values.flatMap((text, at) =>
      at % everyX === 0
        ? [mark('text', { ...middle, x: rounded(plot.left + (at + 0.5) * wide), y: bottom + 15 }, [text])]
        : [],
    ),
    ...y.values.flatMap((text, at) =>
      at % everyY === 0
        ? [
            mark(
              'text',
              {
                ...soft,
                x: plot.left - 6,
                y: rounded(bottom - (at + 0.5) * high + 4),
                'text-anchor': 'end',
              },
              [shortened(text, LONGEST_LABEL)],
            ),
          ]
        : [],
    ),
    mark('text', { ...middle, x: plot.left + plot.width / 2, y: bottom + 31 }, [x.title]),
    mark('text', { ...middle, x: 12, y: turned, transform: `rotate(-90 12 ${String(turned)})` }, [y.title]),
  ];
}
