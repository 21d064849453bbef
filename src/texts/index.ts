// Every text of the window, in each language that it speaks. Placeholders are written {{name}}; a text that depends on a
// number has the forms `name_one` and `name_other`.
import { de } from './de/index.ts';
import { phrases as germanPhrases } from './de/phrases/index.ts';
import { en } from './en/index.ts';
import { translator, type Translate } from './phrases.ts';
import type { Texts } from './texts.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const texts: { readonly [L in Language]: Texts } = { en, de };

/** What the core says in English, in each language. */
export const translators: { readonly [L in Language]: Translate } = {
  en: (text) => text,
  de: translator(germanPhrases),
};
