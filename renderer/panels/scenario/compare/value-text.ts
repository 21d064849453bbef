// A value of a scenario in a cell: numbers with the unit that their key carries, whole entries as their keys and values.
import { formatNumber, ABSENT } from '../../../theme/format.ts';

const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/Ms$/, 'ms'],
  [/PerSecond$/, '/s'],
  [/S$/, 's'],
];

function unitOf(key: string): string {
  const unit = UNITS.find(([ending]) => ending.test(key))?.[1];
  return unit === undefined ? '' : ` ${unit}`;
}

/** More of a list is counted. */
const MOST_ITEMS = 6;

export function valueText(value: unknown, keys: readonly string[]): string {
  const key = keys.at(-1) ?? '';
  if (value === undefined) return ABSENT;
  if (typeof value === 'number') return `${formatNumber(value, 6)}${unitOf(key)}`;
  if (Array.isArray(value)) {
    const items = value.slice(0, MOST_ITEMS).map((item) => valueText(item, []));
    return value.length > MOST_ITEMS ? `${items.join(' · ')} … (${value.length})` : items.join(' · ');
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${valueText(inner, [name])}`)
      .join(', ');
  return String(value);
}
