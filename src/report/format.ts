// Numbers as people are shown them, in the window and in reports: three significant digits, the unit beside, "—" for
// what does not apply, never NaN.
import type { Statistic } from '../simulation/result.ts';
import type { Language } from '../texts/index.ts';

export const ABSENT = '—';

/** A number split for display: the unit and the interval are drawn in a softer tone. */
export interface FigureParts {
  readonly value: string;
  readonly unit: string;
  /** Half-width of the 95 % interval in the same unit, without the sign; null where there is none. */
  readonly interval: string | null;
}

/** What a figure measures, which decides its unit and scale. */
export type FigureKind = 'share' | 'rate' | 'ms' | 's' | 'count' | 'money';

type Maybe = number | null | undefined;

const ROUNDING = 1e-9;

function isNumber(value: Maybe): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

interface Marks {
  readonly point: string;
  readonly thousands: string;
}

/** German sets a narrow space between thousands that does not break: its point would be read as English. */
const MARKS: { readonly [L in Language]: Marks } = {
  en: { point: '.', thousands: ',' },
  de: { point: ',', thousands: '\u202F' },
};

let marks = MARKS.en;

/** All numbers from now on are written as this language does: only a window speaks another than English. */
export function writeNumbersIn(language: Language): void {
  marks = MARKS[language];
}

/** From plain notation. */
function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, marks.thousands);
  return rest === undefined ? digits : `${digits}${marks.point}${rest}`;
}

/** A count or a number of seconds, all its digits. */
export function formatWhole(value: number): string {
  return grouped(String(Math.round(value)));
}

/** At most `digits` significant digits, in plain notation from 0.0001 to 10 million: 0.42, 31, 88.4, 12,300. */
export function formatNumber(value: Maybe, digits = 3): string {
  if (!isNumber(value)) return ABSENT;
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size >= 1e7 || size < 1e-4)
    return rounded
      .toExponential(digits - 1)
      .replace('e+', 'e')
      .replace('.', marks.point);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const plain = rounded.toFixed(decimals);
  return grouped(plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain);
}

/** What the rounding of doubles leaves of an interval is none. */
function beyondRounding(ci95: number, value: number): number {
  return ci95 <= ROUNDING * Math.abs(value) ? 0 : ci95;
}

interface Scale {
  readonly factor: number;
  readonly unit: string;
}

function scaleOf(kind: FigureKind, value: number, currency: string): Scale {
  switch (kind) {
    case 'share':
      return { factor: 100, unit: '%' };
    case 'rate':
      return { factor: 1, unit: '/s' };
    case 'ms':
      return Math.abs(value) >= 10_000 ? { factor: 0.001, unit: 's' } : { factor: 1, unit: 'ms' };
    case 's':
      return { factor: 1, unit: 's' };
    case 'count':
      return { factor: 1, unit: '' };
    case 'money':
      return { factor: 1, unit: currency };
  }
}

/** A plain number of one kind, with the interval where one is given. Shares come as 0 to 1 and are shown in percent. */
export function figureParts(kind: FigureKind, value: Maybe, ci95: Maybe = null, currency = 'USD'): FigureParts {
  if (!isNumber(value)) return { value: ABSENT, unit: '', interval: null };
  const { factor, unit } = scaleOf(kind, value, currency);
  return {
    value: formatNumber(value * factor),
    unit,
    interval: isNumber(ci95) ? formatNumber(beyondRounding(ci95, value) * factor, 2) : null,
  };
}

/** The same for a statistic of a result. */
export function statisticParts(kind: FigureKind, statistic: Statistic | undefined, currency = 'USD'): FigureParts {
  return figureParts(kind, statistic?.mean, statistic?.ci95, currency);
}

/** A rate's unit stands close, every other has a space: `120/s`, `62 %`, `48 ms`. */
export function withUnit({ value, unit }: FigureParts): string {
  return unit === '' ? value : unit.startsWith('/') ? `${value}${unit}` : `${value} ${unit}`;
}

/** As one text: `62 %`, `120/s`, `48 ms`, `—`. */
export function formatFigure(kind: FigureKind, value: Maybe, currency = 'USD'): string {
  return withUnit(figureParts(kind, value, null, currency));
}

/** As one text with its interval: `120/s ±0.4`. */
export function formatStatistic(kind: FigureKind, statistic: Statistic | undefined, currency = 'USD'): string {
  const parts = statisticParts(kind, statistic, currency);
  return parts.interval === null ? withUnit(parts) : `${withUnit(parts)} ±${parts.interval}`;
}

export const formatShare = (value: Maybe): string => formatFigure('share', value);
export const formatRate = (value: Maybe): string => formatFigure('rate', value);
export const formatMs = (value: Maybe): string => formatFigure('ms', value);
