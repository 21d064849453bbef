// What a person types into a field of a number: units, shares in per cent, and small formulas, read into a number in the
// field's own unit; and the steps of the arrow keys.
import type { NumberShape } from './describe.ts';
import { currentLanguage, t } from '../../texts.ts';

/** Factors to the first unit of each family; a name may stand in one family only. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  {
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    m: 60_000,
    sec: 1000,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ns: 1e-6,
  },
  { '/s': 1, rps: 1, '/min': 1 / 60, '/h': 1 / 3600, '/d': 1 / 86_400 },
  { KiB: 1, B: 1 / 1024, MiB: 1024, GiB: 1024 ** 2, TiB: 1024 ** 3, kB: 1000 / 1024, MB: 1e6 / 1024, GB: 1e9 / 1024 },
  { Mbps: 1, kbps: 1e-3, Gbps: 1000, bps: 1e-6 },
  { cores: 1, core: 1, m: 1e-3 },
];

const THOUSANDS: Readonly<Record<string, number>> = { k: 1e3, M: 1e6 };

export type Reading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string; readonly mend: string };

interface Asked {
  /** The field's title, for messages: "Replicas". */
  readonly title: string;
  readonly unit: string | undefined;
  readonly shape: NumberShape;
  /** What formulas start from: the present value, or the default; null where there is none. */
  readonly current: number | null;
}

const NUMBER = String.raw`[-−]?(?:\d[\d _]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const TIMES = new RegExp(`^(?:[x×*]\\s*(${NUMBER})|(${NUMBER})\\s*[x×])$`);
const DIVIDED = new RegExp(`^[/÷]\\s*(${NUMBER})$`);
const CHANGE = /^([+\-−])\s*(\d+(?:\.\d+)?|\.\d+)\s*%$/;
/** A number and what is done to it: typed behind the value that stood there already, as `5*2`. */
const WORKED_OUT = new RegExp(`^(${NUMBER})\\s*([x×*/÷+\\-−])\\s*(${NUMBER})$`);
const MORE_OR_LESS = /^([+\-−])\s*([\d.].*)$/s;
const PLAIN = new RegExp(`^\\+?(${NUMBER})\\s*(.*)$`, 's');

function toNumber(text: string): number {
  return Number(text.replaceAll(/[ _]/g, '').replace('−', '-'));
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** In German the comma is the decimal point; elsewhere nobody can tell it from a mark of thousands. */
function withPoint(typed: string): string {
  return currentLanguage() === 'de' ? typed.replace(/(\d|^),(?=\d)/g, '$1.') : typed;
}

function fail(message: string, mend: string): Reading {
  return { ok: false, message, mend };
}

/** The units that the field understands, its own first. */
function familyOf(unit: string | undefined): Readonly<Record<string, number>> | null {
  return (unit !== undefined && FAMILIES.find((family) => unit in family)) || null;
}

function factorOf(suffix: string, asked: Asked): number | null {
  const family = familyOf(asked.unit);
  if (family && asked.unit !== undefined) {
    const name =
      suffix in family ? suffix : Object.keys(family).find((key) => key.toLowerCase() === suffix.toLowerCase());
    const own = family[asked.unit];
    const given = name === undefined ? undefined : family[name];
    if (given !== undefined && own !== undefined) return given / own;
  }
  if (suffix === asked.unit) return 1;
  if (suffix === '%' && asked.unit === undefined) return 0.01;
  return THOUSANDS[suffix] ?? null;
}

/** The words of a range: "a whole number of at least 1". */
export function rangeText(shape: NumberShape): string {
  const noun = t(shape.whole ? 'numbers.whole' : 'numbers.plain');
  const { min, max, above } = shape;
  if (above !== null && max !== null) return t('numbers.aboveAtMost', { noun, above, max });
  if (above !== null) return t('numbers.above', { noun, above });
  if (min !== null && max !== null) return t('numbers.fromTo', { noun, min, max });
  if (min !== null) return t('numbers.atLeast', { noun, min });
  return max === null ? noun : t('numbers.atMost', { noun, max });
}

/** "Give a whole number of at least 1". */
export function giveText(what: string): string {
  return t('numbers.give', { what });
}

function inRange(value: number, { min, max, above }: NumberShape): boolean {
  return (min === null || value >= min) && (max === null || value <= max) && (above === null || value > above);
}

/** A number that was worked out or typed, held against the field's range. */
function checked(value: number, asked: Asked): Reading {
  const { shape, title } = asked;
  const fits = Number.isFinite(value) && inRange(value, shape) && (!shape.whole || Number.isInteger(value));
  return fits ? { ok: true, value } : fail(t('numbers.cannotBe', { title, value }), giveText(rangeText(shape)));
}

function fromCurrent(asked: Asked, change: (current: number) => number): Reading {
  if (asked.current === null) return fail(t('numbers.noStart'), t('numbers.numberFirst'));
  const value = tidy(change(asked.current));
  return checked(asked.shape.whole ? Math.round(value) : value, asked);
}

/** A number with its unit, whatever the range. */
function readAmount(typed: string, asked: Asked): Reading {
  const plain = PLAIN.exec(typed);
  if (!plain) return fail(t('numbers.notANumber', { typed }), giveText(rangeText(asked.shape) + exampleOf(asked)));
  const [, digits = '', suffix = ''] = plain;
  if (suffix === '') return { ok: true, value: toNumber(digits) };
  if (/^,\d/.test(suffix)) return fail(t('numbers.hasComma', { typed }), t('numbers.writePoint'));
  const factor = factorOf(suffix, asked);
  if (factor === null)
    return fail(t('numbers.noUnit', { suffix }), giveText(rangeText(asked.shape) + exampleOf(asked)));
  return { ok: true, value: tidy(toNumber(digits) * factor) };
}

function canBeNegative({ min, above }: NumberShape): boolean {
  return (min === null || min < 0) && (above === null || above < 0);
}

/**
 * Reads what was typed: `5`, `2s`, `1.5 min`, `50%`, `10k`, and formulas that start from the present value: `2x`, `/2`,
 * `+10%`, `+5`, `-2s`; or are whole: `5*2`. Where a number may be negative, `-5` is that number. The value comes back in the field's unit and
 * within its range; anything else is a message and its mend.
 */
export function readQuantity(text: string, asked: Asked): Reading {
  const typed = withPoint(text.trim());
  const worked = WORKED_OUT.exec(typed);
  if (worked) return checked(tidy(workOut(toNumber(worked[1]!), worked[2]!, toNumber(worked[3]!))), asked);
  const times = TIMES.exec(typed);
  if (times) return fromCurrent(asked, (current) => current * toNumber(times[1] ?? times[2] ?? ''));
  const divided = DIVIDED.exec(typed);
  if (divided) return fromCurrent(asked, (current) => current / toNumber(divided[1] ?? ''));
  const change = CHANGE.exec(typed);
  if (change) return fromCurrent(asked, (current) => current * (1 + signOf(change[1]) * 0.01 * Number(change[2])));
  const moreOrLess = asked.current === null || canBeNegative(asked.shape) ? null : MORE_OR_LESS.exec(typed);
  const amount = readAmount(moreOrLess?.[2] ?? typed, asked);
  if (!amount.ok) return amount;
  if (moreOrLess) return fromCurrent(asked, (current) => current + signOf(moreOrLess[1]) * amount.value);
  return checked(amount.value, asked);
}

function workOut(left: number, operator: string, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
    case '−':
      return left - right;
    case '/':
    case '÷':
      return left / right;
    default:
      return left * right;
  }
}

function signOf(sign: string | undefined): 1 | -1 {
  return sign === '+' ? 1 : -1;
}

function exampleOf({ unit }: Asked): string {
  if (unit === undefined) return '';
  const other = Object.keys(familyOf(unit) ?? {}).find((name) => name !== unit);
  return other === undefined ? t('numbers.inUnit', { unit }) : t('numbers.inUnitOr', { unit, other });
}

/** The number as it stands in a field that is not being edited. */
export function writeQuantity(value: number): string {
  return String(tidy(value));
}

/** One step of an arrow key: 1, or for small numbers their own power of ten; for shares a hundredth. */
function stepOf(value: number, shape: NumberShape): number {
  if (shape.whole) return 1;
  if (shape.max === 1) return 0.01;
  const size = Math.abs(value);
  return size > 0 && size < 1 ? 10 ** Math.floor(Math.log10(size)) : 1;
}

/** The value after an arrow key, kept in the field's range. */
export function stepQuantity(current: number | null, steps: number, shape: NumberShape): number {
  const from = current ?? shape.min ?? shape.above ?? 0;
  const step = stepOf(from, shape);
  const value = tidy(from + steps * step);
  const lowest =
    shape.above === null ? (shape.min ?? -Infinity) : shape.above + (shape.whole ? 1 : Math.min(step, 0.1));
  if (value < lowest) return Math.min(from, lowest);
  return Math.min(value, shape.max ?? Infinity);
}
