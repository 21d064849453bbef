// Die Palette der Arten.
import type { Texts } from '../texts.ts';

export const palette: Texts['palette'] = {
  search: 'Arten suchen',
  none: 'Keine Art heißt „{{what}}“.',
  families: {
    entry: 'Eingang',
    service: 'Dienste',
    messaging: 'Nachrichten',
    data: 'Daten',
    platform: 'Plattform',
  },
  areas: 'Gruppen und Notizen',
  layer: 'Schicht',
  boundary: 'Abgrenzung',
  module: 'Modulgruppe',
  zone: 'Zone',
  namespace: 'Namensraum',
  note: 'Notiz',
  layerHelp: 'Ein Band über die ganze Breite; Schichten behalten ihre Reihenfolge.',
  boundaryHelp: 'Ein Rahmen um das, was zusammengehört.',
  moduleHelp: 'Ein Teil einer Einheit, die zusammen ausgeliefert wird.',
  zoneHelp: 'Was zusammen ausfallen kann.',
  namespaceHelp: 'Ein Namensraum der Plattform.',
  noteHelp: 'Freier Text auf der Zeichenfläche, ohne Bedeutung für den Simulator.',
};
