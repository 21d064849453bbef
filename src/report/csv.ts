// Results as tables of comma-separated values (RFC 4180): figures in full, in the units of their names.
import type { Comparison } from '../analysis/compare.ts';
import type { Result } from '../simulation/result.ts';
import { requestRows } from './requests.ts';
import { componentNames, connectionNames, type ReportedRun } from './run.ts';
import type { ReportWords } from './words.ts';

type Cell = string | number | null | undefined;

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // A name that a spreadsheet would take for a formula is kept from being one.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every statistic below, by its path: its mean, and behind it the half-width of its interval. */
function flattened(value: unknown, path = ''): Map<string, number | null> {
  const cells = new Map<string, number | null>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return cells;
  if ('mean' in value && 'ci95' in value) {
    cells.set(path, value.mean as number | null);
    cells.set(`${path} ci95`, value.ci95 as number | null);
    return cells;
  }
  for (const [key, inner] of Object.entries(value))
    for (const [name, cell] of flattened(inner, path === '' ? key : `${path}.${key}`)) cells.set(name, cell);
  return cells;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly figures: object;
}

function figuresTable(what: string, rows: readonly Named[]): string {
  const cells = rows.map(({ figures }) => flattened(figures));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  const lines = rows.map(({ id, name }, at) => [id, name, ...columns.map((column) => cells[at]?.get(column))]);
  return csvText([[what, 'name', ...columns], ...lines]);
}

export function componentsCsv({ design, result }: ReportedRun): string {
  const names = componentNames(design);
  return figuresTable(
    'component',
    Object.entries(result.components).map(([id, figures]) => ({ id, name: names.get(id) ?? id, figures })),
  );
}

export function connectionsCsv({ design, result }: ReportedRun, words: ReportWords): string {
  const names = connectionNames(design, words);
  return figuresTable(
    'connection',
    Object.entries(result.connections).map(([id, figures]) => ({ id, name: names.get(id) ?? id, figures })),
  );
}

export function requestsCsv(run: ReportedRun, words: ReportWords): string {
  return figuresTable('requests', requestRows(run, words));
}

/** A row for each bucket, then one for each percentile, of all requests, each class and each stream. */
export function distributionCsv(run: ReportedRun, words: ReportWords): string {
  const rows = requestRows(run, words).flatMap(({ name, figures }) => {
    const { edgesMs = [], share = [], percentiles = [] } = figures.responseMs.distribution ?? {};
    const buckets: Cell[][] = share.map((part, at) => [name, 'bucket', edgesMs[at], edgesMs[at + 1], part]);
    const shares: Cell[][] = percentiles.map((each) => [name, 'percentile', null, each.ms, each.share]);
    return [...buckets, ...shares];
  });
  return csvText([['requests', 'kind', 'fromMs', 'toMs', 'share'], ...rows]);
}

/** A row for each step. */
export function seriesCsv({ result }: ReportedRun): string {
  const { stepS, fromS, requests, components } = result.series;
  const columns = [...lists(requests, ''), ...lists(components, 'components')];
  const steps = requests.throughputPerSecond.length;
  const rows = Array.from({ length: steps }, (_, step): Cell[] => [
    fromS + step * stepS,
    ...columns.map(([, values]) => values[step]),
  ]);
  return csvText([['fromS', ...columns.map(([name]) => name)], ...rows]);
}

function lists(value: unknown, path: string): (readonly [string, readonly (number | null)[]])[] {
  if (Array.isArray(value)) return [[path, value as (number | null)[]]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => lists(inner, path === '' ? key : `${path}.${key}`));
}

export function comparisonCsv(comparisons: readonly Comparison[]): string {
  return csvText([
    ['figure', 'a', 'a ci95', 'b', 'b ci95', 'difference', 'relative', 'verdict'],
    ...comparisons.map(({ path, a, b, difference, relative, verdict }) => [
      path,
      a.mean,
      a.ci95,
      b.mean,
      b.ci95,
      difference,
      relative,
      verdict,
    ]),
  ]);
}

export function objectivesCsv({ objectives }: Result): string {
  return csvText([
    ['objective', 'value', 'met'],
    ...objectives.map(({ id, value, met }) => [id, value, met ? 'yes' : 'no']),
  ]);
}
