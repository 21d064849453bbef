// Was ein Lauf sagt: warum er endet, und was ein Leser seiner Zahlen wissen muss.
import type { Phrase } from '../../phrases.ts';

export const runPhrases: readonly Phrase[] = [
  [
    'The design has no scenario, so there is no load to simulate',
    'Der Entwurf hat kein Szenario, also gibt es keine Last zu simulieren',
  ],
  [
    'Add a scenario with a duration and at least one arrival',
    'Ein Szenario mit einer Dauer und mindestens einem Strom von Ankünften ergänzen',
  ],
  ['The design has no scenario {}', 'Der Entwurf hat kein Szenario {}'],
  ['"{}" is no range', '„{}“ ist kein Bereich'],
  ['write it as 1..8, or as 1..9:2 for steps of 2', 'schreiben Sie 1..8, oder 1..9:2 für Schritte von 2'],
  ['"{}" has an empty value', '„{}“ hat einen leeren Wert'],
  ['put one value between two commas', 'setzen Sie einen Wert zwischen zwei Kommas'],
  ['"{}" names a value twice', '„{}“ nennt einen Wert zweimal'],
  ['name each value once', 'nennen Sie jeden Wert einmal'],
  ['the step {} leads nowhere', 'der Schritt {} führt nirgends hin'],
  ['give a step above 0', 'geben Sie einen Schritt über 0'],
  ['{} is more than {}', '{} ist mehr als {}'],
  ['put the smaller number first', 'setzen Sie die kleinere Zahl zuerst'],
  ['the range has more than {} values', 'der Bereich hat mehr als {} Werte'],
  ['"{}" is no objective', '„{}“ ist kein Ziel'],
  [
    'write it as p95<200, api.p95<200 or throughput>100',
    'schreiben Sie es als p95<200, api.p95<200 oder throughput>100',
  ],
  ['take larger steps', 'nehmen Sie größere Schritte'],
  [
    '{}: more than {} requests are in flight, most of them here',
    '{}: mehr als {} Anfragen sind unterwegs, die meisten hier',
  ],
  [
    'Give it more replicas or concurrency, a queue limit, or less load',
    'Mehr Replikate oder Nebenläufigkeit geben, eine Grenze der Warteschlange oder weniger Last',
  ],
  [
    '{}: {} events happen here without time passing, at {} s',
    '{}: {} Ereignisse geschehen hier, ohne dass Zeit vergeht, bei {} s',
  ],
  [
    'Give it a service time, or its callers a think time or a backoff',
    'Eine Bedienzeit geben, oder den Aufrufern eine Denkzeit oder eine Wartezeit vor der Wiederholung',
  ],
  [
    'half of the run was not enough to settle, as MSER-5 sees it; give it a longer duration, or look whether the load can be carried',
    'nach MSER-5 hat die Hälfte des Laufs nicht gereicht, um einzuschwingen; eine längere Dauer geben oder prüfen, ob die Last zu tragen ist',
  ],
  [
    'the first {} s are left out as warm-up, found by MSER-5',
    'die ersten {} s bleiben als Einschwingzeit außer Betracht, gefunden mit MSER-5',
  ],
  [
    'the run has not settled: the mean response rises by {} ms from the first to the last third of what is measured; give it a longer warm-up, or "auto"',
    'der Lauf ist nicht eingeschwungen: die mittlere Antwortzeit steigt vom ersten zum letzten Drittel der Messung um {} ms; eine längere Einschwingzeit geben oder „auto“',
  ],
  [
    'the run has not settled: the mean response falls by {} ms from the first to the last third of what is measured; give it a longer warm-up, or "auto"',
    'der Lauf ist nicht eingeschwungen: die mittlere Antwortzeit fällt vom ersten zum letzten Drittel der Messung um {} ms; eine längere Einschwingzeit geben oder „auto“',
  ],
  [
    '{} cannot carry the load: its queue grows by {} requests a second, so the figures depend on the length of the run',
    '{} trägt die Last nicht: die Warteschlange wächst um {} Anfragen in der Sekunde, also hängen die Zahlen von der Länge des Laufs ab',
  ],
  [
    'no request succeeded in the window, so there are no response times',
    'im Messfenster war keine Anfrage erfolgreich, also gibt es keine Antwortzeiten',
  ],
  ['mean response', 'mittlere Antwortzeit'],
  ['95th percentile of the response', 'das 95. Perzentil der Antwortzeit'],
  [
    'the {} is only known to ± {} %; a longer run or more replications would narrow it',
    '{} ist nur auf ± {} % bekannt; ein längerer Lauf oder mehr Wiederholungen würden das eingrenzen',
  ],
  ['{} is the bottleneck: {} % busy', '{} ist der Engpass: zu {} % ausgelastet'],
  ['{} is the busiest: {} % busy', '{} hat am meisten zu tun: zu {} % ausgelastet'],
  [
    '{} is the bottleneck: {} % busy, {} ms of the {} ms',
    '{} ist der Engpass: zu {} % ausgelastet, {} ms von den {} ms',
  ],
  [
    '{} is the busiest: {} % busy, {} ms of the {} ms',
    '{} hat am meisten zu tun: zu {} % ausgelastet, {} ms von den {} ms',
  ],
  [
    'its capacity changes {} times without time passing, at {} s',
    'die Kapazität ändert sich {} Mal, ohne dass Zeit vergeht, bei {} s',
  ],
  [
    'Give its crashes, its autoscaler or its rollout longer times',
    'Den Abstürzen, dem Autoscaler oder dem Rollout längere Zeiten geben',
  ],
  // Was eine Schätzung auslässt
  [
    'faults are left out: the estimate is of a day on which nothing breaks',
    'Störungen bleiben außer Betracht: die Schätzung gilt für einen Tag, an dem nichts ausfällt',
  ],
  [
    'rollouts are left out: the estimate is of a time without one',
    'Rollouts bleiben außer Betracht: die Schätzung gilt für eine Zeit ohne einen',
  ],
  [
    'a load that changes is taken at its mean over the run',
    'eine Last, die sich ändert, zählt mit ihrem Mittel über den Lauf',
  ],
  ['circuit breakers are taken to stay closed', 'Sicherungen gelten als geschlossen'],
  [
    'cold starts are left out: every replica has served before',
    'Kaltstarts bleiben außer Betracht: jedes Replikat hat schon bedient',
  ],
  [
    'autoscaled components have the replicas that the autoscaler comes to in the long run',
    'selbst skalierende Bauteile haben die Replikate, bei denen der Autoscaler auf Dauer ankommt',
  ],
  [
    'load and waits call for one another and come to no rest; the figures are those of the last round',
    'Last und Wartezeiten bedingen einander und kommen nicht zur Ruhe; die Zahlen sind die der letzten Runde',
  ],
];
