// The charts of a report, each with the figures behind it as a table.
import type { BarChart, Chart } from '../charts/chart.ts';
import { barsHeight, drawBars } from '../charts/bars.ts';
import { drawChart } from '../charts/draw.ts';
import { markText } from '../charts/mark.ts';
import {
  breakdownBars,
  histogramChart,
  percentileChart,
  populationsOf,
  requestsOverTime,
  responseOverTime,
  utilisationBars,
} from '../charts/of-run.ts';
import { page } from '../charts/palette.ts';
import type { ReportedRun } from '../run.ts';
import type { ReportWords } from '../words.ts';
import { html, raw, table, type Html } from './html.ts';

const WIDTH = 1032;
const HEIGHT = 300;

export function chartFigures(run: ReportedRun, words: ReportWords): Html[] {
  const populations = populationsOf(run, words);
  const charts = [
    responseOverTime(run, words),
    requestsOverTime(run, words),
    histogramChart(populations, words),
    percentileChart(populations, words),
  ];
  const bars = [utilisationBars(run, words, page), breakdownBars(run, words, page)];
  return [
    ...charts.flatMap((chart) => (chart ? [lineFigure(chart, words)] : [])),
    ...bars.flatMap((chart) => (chart ? [barFigure(chart, words)] : [])),
  ];
}

function lineFigure(chart: Chart, words: ReportWords): Html {
  const picture = raw(markText(drawChart(chart, { width: WIDTH, height: HEIGHT, palette: page })));
  const places = [...new Set(chart.lines.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const values = chart.lines.map(({ points }) => new Map(points));
  const behind = table(
    chart.title,
    [
      { title: chart.x.title, cell: (x: number) => chart.x.format(x) },
      ...chart.lines.map(({ label }, at) => ({
        title: label === '' ? chart.y.title : label,
        cell: (x: number) => {
          const value = values[at]?.get(x) ?? null;
          return value === null ? '—' : chart.y.format(value);
        },
      })),
    ],
    places,
  );
  return html`<figure>
    ${picture}
    <details>
      <summary>${words.figuresBehind}: ${chart.title}</summary>
      ${behind}
    </details>
  </figure> `;
}

function barFigure(chart: BarChart, words: ReportWords): Html {
  const height = barsHeight(chart);
  const picture = raw(markText(drawBars(chart, { width: WIDTH, height, palette: page })));
  const behind = table(
    chart.title,
    [
      { title: words.component, cell: ({ label }) => label },
      ...chart.key.map(({ name }, at) => ({
        title: name,
        cell: ({ parts }: BarChart['bars'][number]) => chart.format(parts[at]?.value ?? 0),
      })),
      { title: chart.key.length === 0 ? chart.title : words.inAll, cell: ({ text }) => text },
    ],
    chart.bars,
  );
  return html`<figure>
    ${picture}
    <details>
      <summary>${words.figuresBehind}: ${chart.title}</summary>
      ${behind}
    </details>
  </figure> `;
}
