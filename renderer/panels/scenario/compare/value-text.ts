// A value of a scenario in a cell: numbers with the unit that their key carries, whole entries as titles and values.
import { texts } from '../../../../src/texts/index.ts';
import { t } from '../../../texts.ts';
import { formatNumber, ABSENT } from '../../../theme/format.ts';
import { titlesOf } from '../../fields/titles.ts';
import { scenarioFields } from '../sections.ts';

const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/Ms$/, 'ms'],
  [/PerSecond$/, '/s'],
  [/[a-z]S$/, 's'],
];

function unitOf(key: string): string {
  const unit = UNITS.find(([ending]) => ending.test(key))?.[1];
  return unit === undefined ? '' : ` ${unit}`;
}

/** "Start-up": the last of the titles along the path. */
function titleAt(path: readonly string[]): string {
  const key = path.at(-1) ?? '';
  if (key in texts.en.fields.variants) return t(`fields.variants.${key}` as 'fields.variants.kind');
  return titlesOf(scenarioFields, path).split(', ').at(-1) ?? key;
}

function isPoint(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'number');
}

/** More of a list is counted. */
const MOST_ITEMS = 6;

function listText(list: readonly unknown[], path: readonly string[]): string {
  const arePoints = path.at(-1) === 'points';
  const items = list
    .slice(0, MOST_ITEMS)
    .map((item) =>
      arePoints && isPoint(item)
        ? `${formatNumber(item[0], 6)} s: ${formatNumber(item[1], 6)} /s`
        : valueText(item, [...path, '0']),
    );
  return list.length > MOST_ITEMS ? `${items.join(' · ')} … (${list.length})` : items.join(' · ');
}

/** `path` leads from the scenario to the value, entries of lists by a number. */
export function valueText(value: unknown, path: readonly string[]): string {
  if (value === undefined) return ABSENT;
  if (typeof value === 'number') return `${formatNumber(value, 6)}${unitOf(path.at(-1) ?? '')}`;
  if (Array.isArray(value)) return listText(value, path);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `${titleAt([...path, name])}: ${valueText(inner, [...path, name])}`)
      .join(', ');
  return String(value);
}
