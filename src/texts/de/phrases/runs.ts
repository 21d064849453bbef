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
    'work whose variance has no bound makes waits of which no mean is known',
    'Arbeit mit unbeschränkter Varianz führt zu Wartezeiten, deren Mittel niemand kennt',
  ],
  [
    'work that is not exponential is known by its mean and variance only',
    'von Arbeit, die nicht exponentiell ist, zählen nur Mittel und Varianz',
  ],
  [
    'arrivals that are not Poisson are known by their rate and variability only',
    'von Ankünften, die kein Poisson-Strom sind, zählen nur Rate und Streuung',
  ],
  ['the choice of a replica is known by approximation', 'die Wahl des Replikats ist eine Näherung'],
  [
    'last in, first out has the mean of first in, first out, but its percentiles are further apart',
    'wer zuletzt kommt, zuerst: das Mittel stimmt, die Perzentile liegen weiter auseinander',
  ],
  [
    'the waits of priorities are known by their means; percentiles are drawn from those',
    'von den Wartezeiten nach Vorrang ist das Mittel bekannt; die Perzentile folgen daraus',
  ],
  [
    'shared slots are known by their means; percentiles are drawn from those',
    'von geteilten Plätzen ist das Mittel bekannt; die Perzentile folgen daraus',
  ],
  [
    'with room for some to wait, who is refused is known for exponential work that comes by chance',
    'wer bei begrenztem Warteraum abgewiesen wird, ist für exponentielle Arbeit und zufällige Ankünfte bekannt',
  ],
  [
    'threads that wait for calls are taken layer by layer: each sees the other as it is on average',
    'Threads, die auf Aufrufe warten, zählen Schicht für Schicht: jede sieht die andere im Mittel',
  ],
  [
    'calls at the same time are taken as independent of one another',
    'gleichzeitige Aufrufe gelten als unabhängig voneinander',
  ],
  [
    'tries that follow one another are taken as independent of one another',
    'Versuche nacheinander gelten als unabhängig voneinander',
  ],
  [
    'a budget of retries lets through its share of the first tries in the long run',
    'ein Budget für Wiederholungen lässt auf Dauer seinen Anteil der ersten Versuche durch',
  ],
  [
    'the two tries of a hedge are taken as independent of one another',
    'die beiden Versuche eines Hedge gelten als unabhängig voneinander',
  ],
  [
    'a rate limit refuses what is over its rate in the long run; bursts are left out',
    'eine Ratenbegrenzung weist auf Dauer ab, was über ihrer Rate liegt; Schübe bleiben außer Betracht',
  ],
  ['a bulkhead is taken as a loss system of its own', 'ein Schott gilt als eigenes Verlustsystem'],
  ['batches are taken at their mean size', 'Stapel zählen mit ihrer mittleren Größe'],
  [
    'partitions bound the consumers at work; that keys are unequal is left out',
    'Partitionen begrenzen die tätigen Verbraucher; dass Schlüssel ungleich sind, bleibt außer Betracht',
  ],
  ['messages that come again are taken as new ones', 'Nachrichten, die wiederkommen, gelten als neue'],
  [
    'users who wait for their answers are too many to go through one by one: Linearizer',
    'die Nutzer, die auf Antworten warten, sind zu viele, um sie einzeln durchzugehen: Linearizer',
  ],
  [
    'load and waits call for one another and come to no rest; the figures are those of the last round',
    'Last und Wartezeiten bedingen einander und kommen nicht zur Ruhe; die Zahlen sind die der letzten Runde',
  ],
  ['there no request is answered, or none comes by', 'dort wird keine Anfrage beantwortet, oder es kommt keine vorbei'],
  ['it is met at {}, but there {} is missed', 'erreicht wird es mit {}, aber dort wird {} verfehlt'],
  ['only {} requests a second are offered', 'angeboten werden nur {} Anfragen in der Sekunde'],
  [
    'there {} is saturated: {} times what it can carry comes to it',
    'dort ist {} überlastet: es kommt das {}-Fache dessen, was es trägt',
  ],
  [
    'it is {} ms even where nobody waits, which no replica shortens: in the mean {} ms are the work of {}, which has the most, and {} ms the network',
    'es sind {} ms, auch wenn niemand wartet, was kein Replikat verkürzt: im Mittel sind {} ms die Arbeit von {}, das am meisten hat, und {} ms das Netz',
  ],
  [
    'there {} keeps requests waiting the longest: {} ms of the mean {} ms',
    'dort lässt {} Anfragen am längsten warten: {} ms des Mittels von {} ms',
  ],
  [
    'there {} rejects {} requests a second, the most of all',
    'dort weist {} mit {} Anfragen in der Sekunde am meisten ab',
  ],
  [
    'there {} fails {} requests a second, the most of all',
    'dort scheitert {} mit {} Anfragen in der Sekunde am häufigsten',
  ],
];
