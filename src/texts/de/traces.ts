// Einzelne Anfragen eines Laufs, und der Wasserfall der einen.
import type { Texts } from '../texts.ts';

export const traces: Texts['traces'] = {
  sampled: 'Aufgezeichnete Anfragen',
  failed: 'gescheitert:',
  none: 'Dieser Lauf hat keine Abläufe aufgezeichnet.',
  noneHint:
    'Den Entwurf noch einmal simulieren: das Fenster fragt nach den langsamsten Anfragen und zufälligen anderen, jede mit allen Stationen.',
  noneEnded: 'Nach der Einschwingzeit endete keine Anfrage, also wurde keine aufgezeichnet.',
  noneEndedHint: 'Im Reiter Szenario den Lauf verlängern oder die Einschwingzeit verkürzen.',
  from: 'ab {{where}}',
  fromAfter: 'ab {{where}} nach dem Start',
  parts: 'Teile eines Besuchs',
  stretches: {
    network: 'Unterwegs',
    wait: 'Wartezeit',
    work: 'Arbeit',
    calls: 'In Aufrufen',
  },
  spoken: {
    network: 'unterwegs',
    wait: 'Wartezeit',
    work: 'Arbeit',
    calls: 'in Aufrufen',
  },
  notReached: '{{what}}, nicht erreicht',
  attempt: 'Versuch {{number}}',
  waterfall: 'Wasserfall',
  component: 'Bauteil',
  timeline: 'Zeitleiste',
  start: 'Start',
  takes: 'Dauer',
  more: '… und {{number}} weitere Besuche.',
};
