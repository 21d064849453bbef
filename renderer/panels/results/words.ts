// The words that the results panel has in common with a report, in the language of the window.
import i18next from 'i18next';
import { languages, texts, type Language } from '../../../src/texts/index.ts';
import type { ReportWords } from '../../../src/report/words.ts';

export function windowLanguage(): Language {
  return languages.find((language) => language === i18next.language) ?? 'en';
}

export function reportWords(): ReportWords {
  return texts[windowLanguage()].report;
}
