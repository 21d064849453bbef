// A sweep as a table for people, and as comma-separated values for programs.
import type { SweepPoint } from '../../src/analysis/sweep.ts';
import { busiestOf } from '../../src/analysis/sweep/busiest.ts';
import type { PointSet, Vary } from '../../src/analysis/sweep/grid.ts';
import type { Design } from '../../src/model/design.ts';
import { componentName } from '../../src/model/graph.ts';
import { csvText } from '../../src/report/csv.ts';
import type { Result, Statistic } from '../../src/simulation/result.ts';
import { type Column, figure, statistic, table } from './figures.ts';
import { printable } from './printable.ts';

const NONE = '—';

/** `components.api.capacity.replicas=2, …`. */
export function setText(set: PointSet): string {
  return Object.entries(set)
    .map(([path, value]) => `${path}=${String(value)}`)
    .join(', ');
}

export function sweepText(design: Design, varies: readonly Vary[], points: readonly SweepPoint[]): string {
  const titles = shortTitles(varies.map(({ path }) => path));
  const of = (title: string, cell: (result: Result) => string): Column<SweepPoint> => ({
    title,
    align: 'right',
    cell: ({ result }) => (result === null ? NONE : cell(result)),
  });
  const columns: readonly Column<SweepPoint>[] = [
    ...varies.map(({ path }, index): Column<SweepPoint> => ({
      title: titles[index] ?? path,
      align: 'right',
      cell: ({ set }) => printable(String(set[path])),
    })),
    of('Mean (ms)', ({ requests }) => statistic(requests.responseMs.mean)),
    of('p95 (ms)', ({ requests }) => statistic(requests.responseMs.p95)),
    of('Errors (%)', ({ requests }) => statistic(requests.errorRate, 100)),
    of('Busiest', (result) => busiestText(design, result)),
    of(`Cost (${printable(design.currency ?? 'USD')}/h)`, ({ cost }) => figure(cost.perHour)),
    of('Runs', ({ replications }) => String(replications)),
  ];
  return `${printable(design.name)}: ${String(points.length)} points\n\n${table(columns, points).join('\n')}\n`;
}

/** The shortest ends of the paths that still tell them apart, of two words at least. */
function shortTitles(paths: readonly string[]): string[] {
  const endOf = (path: string, words: number): string => path.split('.').slice(-words).join('.');
  const longest = Math.max(...paths.map((path) => path.split('.').length));
  for (let words = 2; words < longest; words++) {
    const titles = paths.map((path) => titleOf(path, words, endOf));
    if (new Set(titles).size === paths.length) return titles.map(printable);
  }
  return paths.map(printable);
}

/** Of a component the id as well: `api replicas` says more than `capacity.replicas`. */
function titleOf(path: string, words: number, endOf: (path: string, words: number) => string): string {
  const [list, id, ...rest] = path.split('.');
  const isNamed = (list === 'components' || list === 'connections') && id !== undefined && rest.length > 0;
  return isNamed ? `${id} ${endOf(rest.join('.'), words - 1)}` : endOf(path, words);
}

function busiestText(design: Design, result: Result): string {
  const busiest = busiestOf(result);
  if (busiest === null) return NONE;
  return `${printable(componentName(design, busiest.id))} ${figure(100 * (busiest.utilisation.mean ?? 0))} %`;
}

const STATISTICS: readonly (readonly [string, (result: Result) => Statistic])[] = [
  ['requests.throughputPerSecond', ({ requests }) => requests.throughputPerSecond],
  ['requests.errorRate', ({ requests }) => requests.errorRate],
  ['requests.responseMs.mean', ({ requests }) => requests.responseMs.mean],
  ['requests.responseMs.p50', ({ requests }) => requests.responseMs.p50],
  ['requests.responseMs.p95', ({ requests }) => requests.responseMs.p95],
  ['requests.responseMs.p99', ({ requests }) => requests.responseMs.p99],
];

/** A line for each point; those without a result have its setting only. */
export function sweepCsv(varies: readonly Vary[], points: readonly SweepPoint[]): string {
  const heading = [
    ...varies.map(({ path }) => path),
    ...STATISTICS.flatMap(([path]) => [path, `${path} ci95`]),
    'busiest',
    'busiest utilisation',
    'cost.perHour',
    'cost.perMillionRequests',
    'replications',
  ];
  return csvText([heading, ...points.map((point) => csvRow(varies, point))]);
}

function csvRow(varies: readonly Vary[], { set, result }: SweepPoint): (string | number | null)[] {
  const settings = varies.map(({ path }) => {
    const value = set[path];
    return typeof value === 'number' ? value : String(value);
  });
  if (result === null) return settings;
  const busiest = busiestOf(result);
  return [
    ...settings,
    ...STATISTICS.flatMap(([, of]) => [of(result).mean, of(result).ci95]),
    busiest?.id ?? null,
    busiest?.utilisation.mean ?? null,
    result.cost.perHour,
    result.cost.perMillionRequests,
    result.replications,
  ];
}
