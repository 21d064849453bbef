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
  ['PNG picture', 'PNG-Bild'],
  ['The canvas as drawn, as a bitmap', 'Die Zeichenfläche wie gezeichnet, als Rasterbild'],
  ['Scale', 'Maßstab'],
  ['So many pixels for each of the canvas at 100 %.', 'So viele Bildpunkte für jeden der Zeichenfläche bei 100 %.'],
  [
    'at a scale of {} the picture would be too large for a bitmap; it is {}',
    'im Maßstab {} wäre das Bild zu groß für ein Rasterbild; er ist {}',
  ],
  ['Export to SVG or PDF, which have no such limit.', 'Als SVG oder PDF exportieren, die keine solche Grenze haben.'],
  ['PDF document', 'PDF-Dokument'],
  [
    'The canvas as drawn, on one page of its size, with its texts as texts',
    'Die Zeichenfläche wie gezeichnet, auf einer Seite ihrer Größe, mit ihren Texten als Text',
  ],
  ['a question mark stands for it', 'ein Fragezeichen steht dafür'],
  ['the font of the picture has no {}{}; {}', 'die Schrift des Bildes hat kein {}{}; {}'],
  [
    'Export to SVG, which takes the fonts of the machine that shows it.',
    'Als SVG exportieren, das die Schriften des Rechners nimmt, der es zeigt.',
  ],
  [
    'The output of simulate --json, whose figures are laid over the picture.',
    'Die Ausgabe von simulate --json, deren Zahlen über das Bild gelegt werden.',
  ],
  ['Shown of the results', 'Gezeigt von den Ergebnissen'],
  [
    'What fills the bars of the components where results are laid over the picture.',
    'Was die Balken der Bauteile füllt, wo Ergebnisse über das Bild gelegt sind.',
  ],
  ['the results are of another design', 'die Ergebnisse sind von einem anderen Entwurf'],
  ['the results say nothing of {}', 'die Ergebnisse sagen nichts über {}'],
  [
    'Simulate the design as it is now and export again.',
    'Den Entwurf simulieren, wie er jetzt ist, und erneut exportieren.',
  ],
];
