// Wie der Verlauf nennt, was ein Befehl getan hat.
import type { Phrase } from '../../phrases.ts';

export const stepPhrases: readonly Phrase[] = [
  ['note', 'Notiz'],
  ['delete {}', '{} löschen'],
  ['delete {} elements', '{} Elemente löschen'],
  ['duplicate {}', '{} duplizieren'],
  ['duplicate {} elements', '{} Elemente duplizieren'],
  ['take {} out of the group', '{} aus der Gruppe nehmen'],
  ['take {} elements out of the group', '{} Elemente aus der Gruppe nehmen'],
  ['collapse {}', '{} zuklappen'],
  ['collapse {} elements', '{} Elemente zuklappen'],
  ['open {}', '{} aufklappen'],
  ['open {} elements', '{} Elemente aufklappen'],
  ['fit {}', '{} an den Inhalt anpassen'],
  ['fit {} elements', '{} Elemente an den Inhalt anpassen'],
  ['straighten {}', '{} begradigen'],
  ['straighten {} connections', '{} Verbindungen begradigen'],
];
