// Der Lauf über der Zeit: was gezeichnet werden kann, und dasselbe in Worten.
import type { Texts } from '../texts.ts';

export const charts: Texts['charts'] = {
  titles: {
    response: 'Antwortzeit',
    requests: 'Anfragen',
    errors: 'Fehler',
    utilisation: 'Auslastung',
    waiting: 'Wartende',
    replicas: 'Replikate',
    lag: 'Rückstand',
    oldest: 'Älteste Nachricht',
    versions: 'Versionen',
  },
  mean: 'Mittel',
  offered: 'angeboten',
  succeeded: 'erfolgreich',
  failed: 'gescheitert',
  wanted: 'gewünscht',
  serving: 'bedienend',
  newShare: 'Anteil der neuen Version',
  titleOf: '{{title}}: {{names}}',
  noMessages:
    '{{names}} hält keine Nachrichten. Eine Warteschlange, ein Topic oder ein Stream zeigt, wie weit die Abnehmer zurückliegen.',
  noVersion:
    'In diesem Lauf kam keine neue Version nach {{names}}. Im Reiter Szenario lässt sich unter „Neue Versionen“ eine ergänzen.',
  noneMeasured: 'In diesem Lauf wurde kein Bauteil gemessen.',
  notMeasured: '{{names}} wurde in diesem Lauf nicht gemessen.',
  noValue: 'ohne Wert',
  summary: '{{title}} über der Zeit: {{parts}}',
  inWords: 'von {{least}} bis {{most}}, am Ende {{last}}',
  shown: 'Über der Zeit gezeigt',
  selected: '{{number}} ausgewählt',
  component: 'Bauteil',
  followed: 'Verfolgtes Bauteil',
  fault: 'Störungen',
  rollout: 'Rollouts',
  band: '{{label}}, {{from}} bis {{to}}',
  choose: 'Oben lässt sich wählen, was über der Zeit zu sehen ist.',
  plots: 'Diagramme über der Zeit',
  at: 'bei {{second}} s',
};
