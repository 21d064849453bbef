// Was die Zeichenfläche sagt.
import type { Texts } from '../texts.ts';

export const canvas: Texts['canvas'] = {
  name: 'Zeichenfläche',
  emptyTitle: 'Mit einem Bauteil beginnen oder mit einem fertigen Entwurf',
  emptyText:
    'Eine Art in der Palette anklicken oder hierher ziehen. Vom Rand einer Karte zu einer anderen ziehen, um sie zu verbinden.',
  allTemplates: 'Alle Vorlagen zeigen',
  untitled: 'Unbenannt',
  fromTo: '{{from}} nach {{to}}',
  asynchronous: 'asynchron',
  synchronous: 'synchron',
  utilised: 'zu {{share}} ausgelastet',
  failed: '{{share}} gescheitert',
  retries: '{{rate}} Wiederholungen',
  waiting: '{{number}} wartend',
  groupKinds: {
    layer: 'Schicht',
    boundary: 'Grenze',
    module: 'Modul',
    zone: 'Zone',
    namespace: 'Namensraum',
  },
};
