// Was beim Zeichnen, Knicken und Umhängen von Verbindungen gesagt wird.
import type { Texts } from '../texts.ts';

export const connections: Texts['connections'] = {
  needsBothEnds: 'Eine Verbindung braucht an beiden Enden ein Bauteil',
  notItself: '{{name}} kann sich nicht selbst aufrufen',
  wouldCloseCycle: '{{callee}} wartet schon auf {{caller}}: Synchrone Aufrufe dürfen keinen Kreis bilden',
  cycleMend: 'Über eine Queue oder ein Topic verbinden, oder in der anderen Richtung.',
  cycleShort: 'würde einen Kreis von Aufrufen bilden',
  bend: 'Knick {{number}} von {{name}}',
  bendHelp: 'Ziehen oder mit den Pfeiltasten bewegen; Doppelklick oder Entf entfernt ihn',
  callerEnd: 'Ende beim Aufrufer',
  calleeEnd: 'Ende beim Aufgerufenen',
  endHelp: 'Auf ein anderes Bauteil ziehen, oder mit der Eingabetaste eines wählen',
  changeEnds: 'Enden ändern',
  caller: 'Von',
  callee: 'Nach',
  change: 'Ändern',
  cancel: 'Abbrechen',
};
