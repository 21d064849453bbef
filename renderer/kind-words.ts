// What the window calls the kinds of component: the catalogue of kinds speaks English.
import { kindByKey } from '../src/catalogue/index.ts';
import { currentLanguage, said } from './texts.ts';

/** The title of a kind by its key; the key itself where no kind has it. */
export function kindTitle(key: string): string {
  const kind = kindByKey(key);
  return kind ? said(kind.title) : key;
}

/** As it stands within a sentence: German nouns keep their capital. */
export function kindWithin(key: string): string {
  const title = kindTitle(key);
  return currentLanguage() === 'en' ? title.toLowerCase() : title;
}
