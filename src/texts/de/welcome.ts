// Was dort steht, wo kein Entwurf offen ist.
import type { Texts } from '../texts.ts';

export const welcome: Texts['welcome'] = {
  title: 'Architektur entwerfen, belasten und sehen, wo sie bricht',
  patterns: 'Mit einem Muster beginnen',
  allTemplates: 'Alle Vorlagen',
  empty: 'Leerer Entwurf',
  open: 'Datei öffnen…',
  recent: 'Zuletzt geöffnet',
  noRecent: 'Geöffnete und gespeicherte Dateien stehen hier.',
  reopen: 'Geschlossenen Entwurf wieder öffnen',
  tour: 'Rundgang machen',
  drop: 'Eine Entwurfsdatei lässt sich auch auf das Fenster ziehen.',
};
