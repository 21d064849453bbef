// Was die Bilder des Entwurfs auf Englisch sagen, auf Deutsch.
import type { Phrase } from '../../phrases.ts';

export const picturePhrases: readonly Phrase[] = [
  ['SVG picture', 'SVG-Bild'],
  [
    'The canvas as drawn, in any size, with its texts as texts',
    'Die Zeichenfläche wie gezeichnet, in jeder Größe, mit ihren Texten als Text',
  ],
  ['Light or dark, with the colours of the window.', 'Hell oder dunkel, mit den Farben des Fensters.'],
  ['Background', 'Hintergrund'],
  [
    'The ground of the theme, or none, so that what lies beneath shows through.',
    'Der Grund des Farbschemas oder keiner, sodass durchscheint, was darunter liegt.',
  ],
  [
    'the group {} is collapsed, so what lies in it is not drawn',
    'die Gruppe {} ist zugeklappt, ihr Inhalt ist also nicht gezeichnet',
  ],
  [
    'Open the group and export again to see what lies in it.',
    'Die Gruppe aufklappen und erneut exportieren, um ihren Inhalt zu sehen.',
  ],
  ['draw.io diagram', 'draw.io-Diagramm'],
  [
    'The canvas for diagrams.net: groups as containers, lines that follow their ends, figures as data',
    'Die Zeichenfläche für diagrams.net: Gruppen als Behälter, Linien, die ihren Enden folgen, Angaben als Daten',
  ],
  ['Metadata', 'Metadaten'],
  [
    'Write what the design says of a component or a connection into the data of its shape.',
    'Was der Entwurf von einem Bauteil oder einer Verbindung sagt, in die Daten der Form schreiben.',
  ],
];
