// Lists as a person types or pastes them.
import type { NumberShape } from './describe.ts';
import { rangeText } from './quantity-text.ts';
import { t } from '../../texts.ts';

export type ListReading<T> =
  | { readonly ok: true; readonly value: readonly T[] }
  | { readonly ok: false; readonly message: string; readonly mend: string };

/** Words between commas, semicolons or line ends; each once. */
export function readWords(text: string): ListReading<string> {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return { ok: true, value: [...new Set(words.filter((word) => word !== ''))] };
}

function fits(value: number, { min, max, above }: NumberShape): boolean {
  return (
    Number.isFinite(value) && value >= (min ?? -Infinity) && value <= (max ?? Infinity) && value > (above ?? -Infinity)
  );
}

/** Numbers between spaces, commas, semicolons or line ends; the first that is none is named with its place. */
export function readNumbers(text: string, item: NumberShape): ListReading<number> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const values = words.map(Number);
  const bad = values.findIndex((value) => !fits(value, item));
  if (bad < 0) return { ok: true, value: values };
  return {
    ok: false,
    message: t('numbers.valueIs', { place: bad + 1, word: words[bad] }),
    mend: t('numbers.eachMustBe', { what: rangeText(item) }),
  };
}
