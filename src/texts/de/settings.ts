// Der Dialog der Einstellungen.
import type { Texts } from '../texts.ts';

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  language: 'Sprache',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  theme: 'Erscheinungsbild',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  motion: 'Bewegung',
  motions: { system: 'System', reduced: 'Reduziert' },
  shortcuts: 'Tastenkürzel',
  find: 'Befehl suchen',
  command: 'Befehl',
  keys: 'Tasten',
  change: 'Tasten von „{{title}}“ ändern',
  none: 'keine',
  press: 'Tasten drücken…',
  pressHint: 'Escape lässt alles, wie es ist, die Rücktaste entfernt die Tasten.',
  taken: '{{keys}} gehört schon zu „{{title}}“.',
  takeAnyway: 'Dort wegnehmen',
  reset: 'Tasten von „{{title}}“ zurücksetzen',
  resetAll: 'Alle Tastenkürzel zurücksetzen',
  needsModifier: '{{keys}} allein ist zum Tippen da; mit Strg, Alt oder einer Funktionstaste geht es.',
};
