// What can be drawn over the time of a run, and the lines of each: end to end, or of the components that are followed.
import type { Result } from '../../../src/simulation/result.ts';
import { inWords, toColumn } from '../../charts/columns.ts';
import type { ChartLine } from '../../charts/TimeChart.tsx';
import { CHARTS, type Quantity } from '../../state/panels.ts';
import { formatMs, formatNumber, formatRate, formatShare } from '../../theme/format.ts';
import { t } from '../../texts.ts';

function titleOf(key: Quantity): string {
  return t(`charts.titles.${key}`);
}

export function quantities(): readonly { readonly key: Quantity; readonly title: string }[] {
  return CHARTS.map((key) => ({ key, title: titleOf(key) }));
}

/** Those that are measured end to end; all others belong to components. */
const END_TO_END = new Set<Quantity>(['response', 'requests', 'errors']);

export interface Followed {
  readonly id: string;
  readonly name: string;
}

export type Format = (value: number | null | undefined) => string;

export interface ChartData {
  readonly key: Quantity;
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly format: Format;
  readonly limit?: number;
}

/** Nothing to draw: why, and how to get it. */
export interface MissingChart {
  readonly key: Quantity;
  readonly title: string;
  readonly missing: string;
}

type Series = Result['series'];
type ComponentSeries = Series['components'][string];

const DASH = [4, 3];
/** One for each component that is followed, told apart without colour as well. */
const LOOKS: readonly Pick<ChartLine, 'colour' | 'dash'>[] = [
  { colour: '--chart-1' },
  { colour: '--chart-2', dash: [6, 3] },
  { colour: '--chart-3', dash: [2, 2] },
  { colour: '--chart-4', dash: [8, 3, 2, 3] },
  { colour: '--chart-5', dash: [12, 3] },
];
/** More lines than this cannot be told apart. */
export const MOST_FOLLOWED = LOOKS.length;

function endToEnd(key: Quantity, title: string, { requests }: Series): ChartData {
  switch (key) {
    case 'response':
      return {
        key,
        title,
        format: formatMs,
        lines: [
          { label: t('charts.mean'), values: toColumn(requests.responseMs.mean), colour: '--chart-1' },
          { label: 'p95', values: toColumn(requests.responseMs.p95), colour: '--chart-2', dash: DASH },
        ],
      };
    case 'requests':
      return {
        key,
        title,
        format: formatRate,
        lines: [
          { label: t('charts.offered'), values: toColumn(requests.offeredPerSecond), colour: '--chart-2', dash: DASH },
          { label: t('charts.succeeded'), values: toColumn(requests.throughputPerSecond), colour: '--chart-1' },
        ],
      };
    default:
      return {
        key,
        title,
        format: formatShare,
        lines: [{ label: t('charts.failed'), values: toColumn(requests.errorRate), colour: '--chart-2' }],
      };
  }
}

/** The list of a component's series that belongs to a quantity; undefined where it has none. */
function listOf(key: Quantity, series: ComponentSeries): readonly (number | null)[] | undefined {
  switch (key) {
    case 'utilisation':
      return series.utilisation;
    case 'waiting':
      return series.waiting;
    case 'replicas':
      return series.replicas;
    case 'lag':
      return series.lag?.messages;
    case 'oldest':
      return series.lag?.oldestMs;
    case 'versions':
      return series.newVersionShare;
    default:
      return undefined;
  }
}

const count: Format = (value) => formatNumber(value);

const FORMATS: Partial<Record<Quantity, Format>> = {
  utilisation: formatShare,
  versions: formatShare,
  oldest: formatMs,
};

function missingText(key: Quantity, names: string): string {
  if (key === 'lag' || key === 'oldest') return t('charts.noMessages', { names });
  if (key === 'versions') return t('charts.noVersion', { names });
  return names === '' ? t('charts.noneMeasured') : t('charts.notMeasured', { names });
}

/** Wanted beside serving, as long as no more lines come of it than can be told apart. */
function linesOf(key: Quantity, { id, name }: Followed, at: number, alone: boolean, series: Series): ChartLine[] {
  const own = series.components[id];
  const values = own && listOf(key, own);
  if (!own || !values) return [];
  const look = LOOKS[at % LOOKS.length] ?? { colour: '--chart-1' };
  if (key === 'replicas' && alone)
    return [
      { label: t('charts.wanted'), values: toColumn(own.wantedReplicas), colour: '--chart-2', dash: DASH },
      { label: t('charts.serving'), values: toColumn(values), colour: '--chart-1' },
    ];
  const label = !alone ? name : key === 'versions' ? t('charts.newShare') : '';
  return [{ label, componentId: id, values: toColumn(values), ...look }];
}

/** One chart, or why there is none. `followed` are the components it is about, where it is about components. */
export function chartOf(key: Quantity, result: Result, followed: readonly Followed[]): ChartData | MissingChart {
  const title = titleOf(key);
  if (END_TO_END.has(key)) return endToEnd(key, title, result.series);
  const drawn = followed
    .filter(({ id }) => {
      const own = result.series.components[id];
      return own !== undefined && listOf(key, own) !== undefined;
    })
    .slice(0, MOST_FOLLOWED);
  const names = (drawn.length > 0 ? drawn : followed).map(({ name }) => name).join(', ');
  if (drawn.length === 0) return { key, title, missing: missingText(key, names) };
  const alone = drawn.length === 1;
  return {
    key,
    title: alone ? t('charts.titleOf', { title, names }) : title,
    format: FORMATS[key] ?? count,
    lines: drawn.flatMap((component, at) => linesOf(key, component, at, alone, result.series)),
    ...((key === 'utilisation' || key === 'versions') && { limit: 1.05 }),
  };
}

/** The chart in words, for who does not see it. */
export function summaryOf({ title, lines, format }: ChartData): string {
  const parts = lines.map(({ label, values }) =>
    [label, inWords(values, format) ?? t('charts.noValue')].filter((part) => part !== '').join(' '),
  );
  return t('charts.summary', { title, parts: parts.join('; ') });
}
