// Der Rundgang in fünf Schritten.
import type { Texts } from '../texts.ts';

export const tour: Texts['tour'] = {
  offer: 'Neu hier? Der Rundgang zeigt das Fenster in fünf Schritten.',
  take: 'Rundgang machen',
  next: 'Weiter',
  back: 'Zurück',
  done: 'Fertig',
  skip: 'Überspringen',
  progress: '{{current}} von {{total}}',
  paletteTitle: 'Woraus ein Entwurf besteht',
  palette:
    'Ein Klick auf eine Art fügt sie hinzu, Ziehen legt sie auf die Zeichenfläche: Dienste, Warteschlangen, Caches, Datenbanken und mehr.',
  canvasTitle: 'Die Architektur',
  canvas:
    'Vom Rand einer Karte zu einer anderen ziehen verbindet beide. Ziehen verschiebt, das Mausrad zoomt, alles lässt sich rückgängig machen.',
  inspectorTitle: 'Was sie trägt',
  inspector:
    'Ein gewähltes Bauteil zeigt hier Replikate, Bedienzeit und Ausfälle. Szenarien sagen, wer wie oft anfragt.',
  simulateTitle: 'Belasten',
  simulate: 'Ein Lauf dauert Sekunden. Danach zeigen die Karten die Auslastung, und der Engpass wird genannt.',
  resultsTitle: 'Was geschehen ist',
  results:
    'Antwortzeiten, Fehler, Wartezeiten und Kosten des Laufs. {{keys}} findet jeden Befehl, auch diesen Rundgang.',
};
