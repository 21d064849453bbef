// Die Vorlagen: Namen und Beschreibungen, wie sie in den Entwürfen stehen.
import type { Phrase } from '../../phrases.ts';

export const templatePhrases: readonly Phrase[] = [
  ['Event-driven orders', 'Ereignisgesteuerte Bestellungen'],
  [
    'A producer publishes each order once; every subscriber follows in its own time, and two consumers share the heavy work of a queue.',
    'Ein Erzeuger veröffentlicht jede Bestellung einmal; jeder Abonnent folgt in seiner Zeit, und zwei Abnehmer teilen sich die schwere Arbeit einer Warteschlange.',
  ],
  ['Example architecture', 'Beispielarchitektur'],
  [
    'Web-UI and command line before an API gateway; services over one database, with a queue and a cache.',
    'Web-UI und Kommandozeile vor einem API-Gateway; Dienste über einer Datenbank, mit Warteschlange und Cache.',
  ],
  ['Layered application', 'Anwendung in Schichten'],
  [
    'Presentation, application, domain and infrastructure: each layer calls only the one below it.',
    'Darstellung, Anwendung, Fachlichkeit und Infrastruktur: jede Schicht ruft nur die darunter auf.',
  ],
  ['Microservices shop', 'Laden aus Microservices'],
  [
    'User, order and inventory services behind an API gateway, each with a database of its own; events to the rest.',
    'Dienste für Nutzer, Bestellungen und Bestand hinter einem API-Gateway, jeder mit eigener Datenbank; Ereignisse an die übrigen.',
  ],
  ['Modular monolith', 'Modularer Monolith'],
  [
    'One program in modules with clear interfaces: auth, billing, reporting and the core that they share.',
    'Ein Programm in Modulen mit klaren Schnittstellen: Anmeldung, Abrechnung, Berichte und der gemeinsame Kern.',
  ],
  ['Autoscaler behind a spike', 'Autoscaler hinter einer Lastspitze'],
  [
    'The load is there at once, the replicas a minute later: what happens in between, and how long it is felt.',
    'Die Last ist sofort da, die Replikate eine Minute später: was dazwischen geschieht, und wie lange man es spürt.',
  ],
  ['Blocked threads', 'Blockierte Threads'],
  [
    'Threads that wait for a slow report hold up the pages that never call it: head-of-line blocking.',
    'Threads, die auf einen langsamen Bericht warten, halten Seiten auf, die ihn nie aufrufen: Head-of-Line-Blocking.',
  ],
  ['Cache stampede', 'Ansturm nach Cache-Ausfall'],
  [
    'While the cache is away requests pile up, and when it is back their misses fall upon the database at once.',
    'Solange der Cache fehlt, stauen sich Anfragen; ist er zurück, fallen ihre Fehlschläge auf einmal auf die Datenbank.',
  ],
  ['Retry storm, saved by a breaker', 'Wiederholungssturm, gerettet von einer Sicherung'],
  [
    'The same system and the same ten slow seconds, with a circuit breaker that lets the database catch up: it recovers.',
    'Dasselbe System und dieselben zehn langsamen Sekunden, mit einer Sicherung, die die Datenbank aufholen lässt: es erholt sich.',
  ],
  ['Poison message', 'Vergiftete Nachricht'],
  [
    'A message that always fails is delivered again and again, and all behind it in its partition wait.',
    'Eine Nachricht, die immer scheitert, wird wieder und wieder zugestellt, und alle dahinter in ihrer Partition warten.',
  ],
  ['Random or the better of two', 'Zufall oder das Bessere von zweien'],
  [
    'Twenty replicas behind a random choice, and twenty behind the better of two: the same load, the same work.',
    'Zwanzig Replikate hinter einer zufälligen Wahl, zwanzig hinter der besseren von zweien: gleiche Last, gleiche Arbeit.',
  ],
  ['Retry storm, saved by a budget', 'Wiederholungssturm, gerettet von einem Budget'],
  [
    'The same system and the same ten slow seconds, with a budget of one retry for ten calls: it recovers.',
    'Dasselbe System und dieselben zehn langsamen Sekunden, mit einem Budget von einer Wiederholung auf zehn Aufrufe: es erholt sich.',
  ],
  ['Retry storm', 'Wiederholungssturm'],
  [
    'Retries keep a database overloaded long after the ten slow seconds that began it: a metastable failure.',
    'Wiederholungen halten eine Datenbank überlastet, lange nach den zehn langsamen Sekunden, die es auslösten: ein metastabiler Ausfall.',
  ],
  ['layered', 'Schichten'],
  ['microservices', 'Microservices'],
  ['event-driven', 'ereignisgesteuert'],
  ['modular', 'modular'],
  ['mixed', 'gemischt'],
  ['Part of {}', 'Teil von {}'],
];
