// What was typed into a field of numbers, for each of the entries that are edited: a formula gives each its own value.
import type { FieldDescription, NumberShape } from './describe.ts';
import { giveText, rangeText, readQuantity } from './quantity-text.ts';
import { t } from '../../texts.ts';

export type NumberReading =
  | { readonly ok: true; readonly values: readonly (number | string)[] }
  | { readonly ok: false; readonly message: string; readonly mend: string };

interface AskedOfAll {
  readonly field: Pick<FieldDescription, 'title' | 'unit' | 'default'>;
  readonly shape: NumberShape;
  /** A share such as "25%" may stand here as a text. */
  readonly takesText: boolean;
}

/** What formulas start from: the value, or what a missing one means; null where that is no number. */
export function startOf(value: unknown, field: Pick<FieldDescription, 'default'>): number | null {
  if (typeof value === 'number') return value;
  return value === undefined && typeof field.default === 'number' ? field.default : null;
}

/** All or none: a formula that one of the entries cannot take is refused for all of them. */
export function readNumberFor(text: string, before: readonly unknown[], asked: AskedOfAll): NumberReading {
  const { field, shape, takesText } = asked;
  const typed = text.trim();
  const isText = (shape.word !== null && typed === shape.word) || (takesText && /^\d+(\.\d+)?%$/.test(typed));
  if (isText) return { ok: true, values: before.map(() => typed) };
  if (typed === '')
    return { ok: false, message: t('numbers.needed', { title: field.title }), mend: giveText(rangeText(shape)) };
  const values: number[] = [];
  for (const value of before) {
    const current = startOf(value, field);
    const reading = readQuantity(typed, { title: field.title, unit: field.unit, shape, current });
    if (!reading.ok)
      return {
        ...reading,
        mend: shape.word === null ? reading.mend : t('numbers.giveOr', { mend: reading.mend, word: shape.word }),
      };
    values.push(reading.value);
  }
  return { ok: true, values };
}
