// What of a run can be saved, as texts of files.
import { compareResults } from '../../../../src/analysis/compare.ts';
import { barsHeight, drawBars } from '../../../../src/report/charts/bars.ts';
import type { BarChart, Chart } from '../../../../src/report/charts/chart.ts';
import { drawChart } from '../../../../src/report/charts/draw.ts';
import { markText } from '../../../../src/report/charts/mark.ts';
import {
  breakdownBars,
  histogramChart,
  lineLooks,
  overTime,
  percentileChart,
  pointsOver,
  populationsOf,
  utilisationBars,
} from '../../../../src/report/charts/of-run.ts';
import { dark, light, type Palette } from '../../../../src/report/charts/palette.ts';
import {
  comparisonCsv,
  componentsCsv,
  connectionsCsv,
  distributionCsv,
  objectivesCsv,
  requestsCsv,
  seriesCsv,
} from '../../../../src/report/csv.ts';
import { comparedRuns, resultsStore, type Run } from '../../../state/results.ts';
import { t } from '../../../texts.ts';
import { busiestId } from '../rows.ts';
import { chartOf, quantities, type ChartData } from '../time-series.ts';
import { reportWords } from '../words.ts';

export type PictureLook = 'light' | 'dark';

export interface SavableTable {
  readonly key: string;
  readonly title: string;
  readonly text: () => string;
}

export interface SavablePicture {
  readonly key: string;
  readonly title: string;
  /** The text of an SVG file, and its size. */
  readonly draw: (look: PictureLook) => { readonly svg: string; readonly width: number; readonly height: number };
}

export function savableTables(run: Run): SavableTable[] {
  const words = reportWords();
  const pair = comparedRuns(resultsStore.getState());
  return [
    { key: 'requests', title: t('results.requests'), text: () => requestsCsv(run, words) },
    { key: 'components', title: t('results.components'), text: () => componentsCsv(run) },
    { key: 'connections', title: t('results.connections'), text: () => connectionsCsv(run, words) },
    { key: 'series', title: t('results.overTime'), text: () => seriesCsv(run) },
    { key: 'distribution', title: t('results.distributionAndPercentiles'), text: () => distributionCsv(run, words) },
    { key: 'objectives', title: t('results.objectives'), text: () => objectivesCsv(run.result) },
    ...(pair
      ? [
          {
            key: 'comparison',
            title: t('results.comparison'),
            text: () => comparisonCsv(compareResults(pair[0].result, pair[1].result)),
          },
        ]
      : []),
  ];
}

const WIDTH = 960;
const HEIGHT = 400;
const PALETTES: Readonly<Record<PictureLook, Palette>> = { light, dark };

function ofChart(key: string, chart: Chart): SavablePicture {
  const size = { width: WIDTH, height: HEIGHT };
  const draw = (look: PictureLook) => ({
    ...size,
    svg: `${markText(drawChart(chart, { ...size, palette: PALETTES[look] }))}\n`,
  });
  return { key, title: chart.title, draw };
}

function ofBars(key: string, make: (palette: Palette) => BarChart | null): SavablePicture[] {
  const made = make(light);
  if (!made) return [];
  const size = { width: WIDTH, height: barsHeight(made) };
  const draw = (look: PictureLook) => {
    const palette = PALETTES[look];
    return { ...size, svg: `${markText(drawBars(make(palette) ?? made, { ...size, palette }))}\n` };
  };
  return [{ key, title: made.title, draw }];
}

/** A chart of the tab Time, as it stands there. */
function ofTime(run: Run, { key, title, lines, format, limit }: ChartData): SavablePicture {
  const { series } = run.result;
  const drawn = lines.map(({ label, values }, at) => ({
    label,
    points: pointsOver(series, [...values]),
    ...lineLooks(at),
  }));
  return ofChart(
    key,
    overTime(run, reportWords(), { title, lines: drawn, format, ...(limit !== undefined && { most: limit }) }),
  );
}

/** Over time of the selected components, else of the busiest. */
export function savablePictures(run: Run, selected: readonly string[]): SavablePicture[] {
  const words = reportWords();
  const populations = populationsOf(run, words);
  const busiest = busiestId(run.result);
  const known = selected.filter((id) => id in run.result.series.components);
  const ids = known.length > 0 ? known : busiest === null ? [] : [busiest];
  const followed = ids.map((id) => ({
    id,
    name: run.design.components.find((component) => component.id === id)?.name ?? id,
  }));
  const histogram = histogramChart(populations, words);
  const curve = percentileChart(populations, words);
  return [
    ...quantities().flatMap(({ key }) => {
      const chart = chartOf(key, run.result, followed);
      return 'missing' in chart ? [] : [ofTime(run, chart)];
    }),
    ...(histogram ? [ofChart('distribution', histogram)] : []),
    ...(curve ? [ofChart('percentiles', curve)] : []),
    ...ofBars('utilisation-by-component', (palette) => utilisationBars(run, words, palette)),
    ...ofBars('breakdown', (palette) => breakdownBars(run, words, palette)),
  ];
}
