// Wie der Verlauf eine Änderung der Zeichenfläche nennt: es steht vor „rückgängig machen“.
import type { Texts } from '../texts.ts';

export const steps: Texts['steps'] = {
  elements: '{{number}} Elemente',
  note: 'Notiz',
  fromTo: '{{from}} → {{to}}',
  align: '{{what}} ausrichten',
  distribute: '{{what}} verteilen',
  sameSize: 'gleiche Größe geben',
  move: '{{what}} verschieben',
  moveInto: '{{what}} nach {{group}} verschieben',
  moveOut: '{{what}} aus der Gruppe nehmen',
  resize: 'Größe von {{what}} ändern',
  arrangeSelection: 'Auswahl anordnen',
  bend: '{{what}} knicken',
  removeBend: 'Knick in {{what}} entfernen',
  cut: '{{what}} ausschneiden',
  paste: '{{what}} einfügen',
  connect: '{{what}} verbinden',
  reconnect: '{{what}} umhängen',
  rename: '{{what}} umbenennen',
  collapse: '{{what}} zuklappen',
  open: '{{what}} aufklappen',
  writeNote: 'Notiz schreiben',
  addNote: 'Notiz hinzufügen',
  add: '{{what}} hinzufügen',
  addTo: '{{what}} zu {{to}} hinzufügen',
};
