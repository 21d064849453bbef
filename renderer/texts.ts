// The texts of the window in the language that was chosen. Read where they are drawn: a change of the language draws the
// whole window anew, so nothing needs to listen for it.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { writeNumbersIn } from '../src/report/format.ts';
import { languages, texts, translators, type Language } from '../src/texts/index.ts';

export type { Language };

/** The language of the system where there is one of ours for it, else English. */
export function systemLanguage(): Language {
  const wanted = navigator.language.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

void i18next.use(initReactI18next).init({
  lng: typeof navigator === 'undefined' ? 'en' : systemLanguage(),
  fallbackLng: 'en',
  resources: Object.fromEntries(languages.map((language) => [language, { translation: texts[language] }])),
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  initAsync: false,
});

writeNumbersIn(currentLanguage());

export function currentLanguage(): Language {
  return languages.find((language) => language === i18next.language) ?? 'en';
}

/** All that is drawn from now on is in this language. */
export function speak(language: Language): void {
  writeNumbersIn(language);
  void i18next.changeLanguage(language);
}

/** One text: `t('shell.undoWhat', { what })`. A key that is not in the catalogue does not compile. */
export const t = i18next.t.bind(i18next);

/** What the core says, in the language of the window: findings, notes, kinds, templates. */
export function said(english: string): string {
  return translators[i18next.language as Language](english);
}
