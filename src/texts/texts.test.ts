import { expect, test } from 'vitest';
import { languages, texts } from './index.ts';

/** Every text by its key, as `section.name`. */
function flat(node: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test.each(languages)('%s has each text once more, with the same placeholders and none empty', (language) => {
  const english = flat(texts.en);
  const own = flat(texts[language]);
  expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  const wrong = [...own].filter(
    ([key, text]) => text.trim() === '' || String(placeholders(text)) !== String(placeholders(english.get(key)!)),
  );
  expect(wrong).toEqual([]);
});
