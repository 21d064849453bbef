// Worin sich zwei Entwürfe unterscheiden, wie der Verlauf der Läufe es sagt.
import type { Texts } from '../texts.ts';

export const diff: Texts['diff'] = {
  added: 'hinzugefügt: {{what}}',
  removed: 'entfernt: {{what}}',
  moved: '{{what}} verschoben',
  fromTo: '{{from}} nach {{to}}',
  none: 'keine Angabe',
  yes: 'ja',
  no: 'nein',
  nouns: {
    components: 'Bauteil',
    groups: 'Gruppe',
    connections: 'Verbindung',
    objectives: 'Ziel',
    scenarios: 'Szenario',
    notes: 'Notiz',
  },
};
