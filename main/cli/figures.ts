// Figures for people: three significant digits, intervals as ±, columns that line up.
import type { Statistic } from '../../src/simulation/result.ts';

const NONE = '—';

/** What is nearer to 0 than this says nothing to a reader, but is not 0 either. */
const SMALL = 0.001;

/** Three significant digits, never an exponent: 1234 stays 1234, 0.01234 becomes 0.0123. */
export function figure(value: number | null): string {
  if (value === null) return NONE;
  if (value === 0) return '0';
  return Math.abs(value) < SMALL ? `<${String(SMALL)}` : rounded(value, 3);
}

function rounded(value: number, digits: number): string {
  // Rounded first, so that 9.996 has the digits of 10 and not one more.
  const size = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  return value.toFixed(Math.min(Math.max(0, digits - 1 - size), 20));
}

/** Mean, and ± half-width where there is one: `120 ±0.4`. */
export function statistic(value: Statistic, scale = 1): string {
  if (value.mean === null) return NONE;
  const mean = figure(value.mean * scale);
  const isTold =
    value.ci95 !== null && value.ci95 > 1e-9 * Math.abs(value.mean) && Math.abs(value.mean * scale) >= SMALL;
  // Two digits are plenty for an interval.
  return isTold ? `${mean} ±${rounded((value.ci95 ?? 0) * scale, 2)}` : mean;
}

export interface Column<T> {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cell: (row: T) => string;
}

/** Lines of a table, a heading first; every line ends with its last visible character. */
export function table<T>(columns: readonly Column<T>[], rows: readonly T[]): string[] {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => width(line[index] ?? ''))));
  return cells.map((line) =>
    line
      .map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd(),
  );
}

/** Code points, so that an accented or astral letter counts once. */
function width(text: string): number {
  return [...text].length;
}

function padded(text: string, to: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'left' ? text + space : space + text;
}
