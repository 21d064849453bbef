// The lines of a chart: as lines, steps or dots, with the interval about them.
import type { Chart, Line } from './chart.ts';
import { mark, rounded, type Mark } from './mark.ts';
import type { Palette } from './palette.ts';
import { colourOf, dashOf, placer, type Plot } from './plot.ts';

/** Behind all lines, so that none is hidden by the interval of another. */
export function drawSpread(line: Line, chart: Chart, plot: Plot, palette: Palette): Mark[] {
  const at = placer(chart, plot);
  const colour = colourOf(line, palette);
  const { spread = [] } = line;
  if (line.dots === 'only' || spread.length === 1)
    return spread.map(([x, low, high]) =>
      mark('line', { x1: at.x(x), x2: at.x(x), y1: at.y(low), y2: at.y(high), stroke: colour, 'stroke-width': 1.5 }),
    );
  if (spread.length === 0) return [];
  const corner = (x: number, y: number): string => `${String(at.x(x))} ${String(at.y(y))}`;
  const upper = spread.map(([x, , high]) => corner(x, high));
  const lower = spread.toReversed().map(([x, low]) => corner(x, low));
  return [mark('path', { d: `M${[...upper, ...lower].join('L')}Z`, fill: colour, opacity: line.faint ? 0.06 : 0.18 })];
}

export function drawDots(line: Line, chart: Chart, plot: Plot, palette: Palette): Mark[] {
  if (line.dots === undefined) return [];
  const at = placer(chart, plot);
  return line.points.flatMap(([x, y]) =>
    y === null
      ? []
      : [
          mark('circle', {
            cx: at.x(x),
            cy: at.y(y),
            r: 3,
            fill: colourOf(line, palette),
            stroke: palette.surface,
            'stroke-width': 1,
          }),
        ],
  );
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

export function drawLine(line: Line, chart: Chart, plot: Plot, palette: Palette): Mark[] {
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
