// Was das Projektgerüst sagt: was der Entwurf verlangt und die geschriebenen Dienste nicht tun.
import type { Phrase } from '../../phrases.ts';

export const scaffoldPhrases: readonly Phrase[] = [
  ['Project scaffold', 'Projektgerüst'],
  [
    'A project with a service that runs for each component: source code, tests, contracts, images, deployment',
    'Ein Projekt mit einem lauffähigen Dienst für jedes Bauteil: Quelltext, Tests, Verträge, Images, Bereitstellung',
  ],
  ['Language', 'Sprache'],
  [
    'What all services are written in; design takes the language of each component, and HypnoScript where it names none.',
    'Worin alle Dienste geschrieben werden; design nimmt die Sprache jedes Bauteils, und HypnoScript, wo es keine nennt.',
  ],
  [
    'no services are written in {}, so {} is written in HypnoScript',
    'in {} werden keine Dienste geschrieben, also wird {} in HypnoScript geschrieben',
  ],
  [
    'Choose hypnoscript, typescript, python, go or java.',
    'Eine von hypnoscript, typescript, python, go oder java wählen.',
  ],
  [
    '{} cannot be asked for its health at {}, so it is at {}',
    '{} kann unter {} nicht nach seinem Zustand gefragt werden, also unter {}',
  ],
  [
    'Use a path of plain letters and digits other than /requests and /metrics.',
    'Einen Pfad aus einfachen Buchstaben und Ziffern nehmen, nicht /requests oder /metrics.',
  ],
  [
    '{} takes up to {} messages at once and works on one after the other',
    '{} nimmt bis zu {} Nachrichten auf einmal und bearbeitet eine nach der anderen',
  ],
  [
    'Join them in its handler where one piece of work is to do for all.',
    'Sie in seinem Handler zusammenfassen, wo eine Arbeit für alle reichen soll.',
  ],
  ['{} calls itself, which the service does not do', '{} ruft sich selbst auf, was der Dienst nicht tut'],
  ['Write it as work of the component.', 'Es als Arbeit des Bauteils schreiben.'],
  [
    '{} sends no second try to {} while the first is under way',
    '{} schickt keinen zweiten Versuch an {}, solange der erste unterwegs ist',
  ],
  [
    'Keep a short timeout with a retry, or add hedging to the client.',
    'Bei einem kurzen Timeout mit Wiederholung bleiben oder Hedging in den Client einbauen.',
  ],
  [
    'the client of {} for {} only sees whether it takes a connection, since no driver for it is added',
    'der Client von {} für {} sieht nur, ob es eine Verbindung annimmt, da kein Treiber dafür dabei ist',
  ],
  ['Add the driver of your choice to its handler.', 'Den gewünschten Treiber in seinen Handler einbauen.'],
  ['{} and {} speak HTTP with each other, not {}', '{} und {} sprechen HTTP miteinander, nicht {}'],
  [
    'Keep it, and set protocol to http, or change client and server.',
    'So lassen und protocol auf http setzen, oder Client und Server ändern.',
  ],
  ['messages of {} to {} are sent once, without {}', 'Nachrichten von {} an {} werden einmal gesendet, ohne {}'],
  [
    'Set them on the calls between services, or add them to the broker client.',
    'Sie an den Aufrufen zwischen Diensten setzen oder in den Broker-Client einbauen.',
  ],
  [
    'the messages of {} go over streams of Redis, not over {}',
    'die Nachrichten von {} laufen über Streams von Redis, nicht über {}',
  ],
  [
    'Run Redis for it, as the compose file of the scaffold does, or change the broker client.',
    'Redis dafür betreiben, wie die Compose-Datei des Gerüsts, oder den Broker-Client ändern.',
  ],
  [
    'the stream of {} is one, so that no order by key is kept within partitions',
    'der Stream von {} ist nur einer, sodass keine Reihenfolge nach Schlüssel in Partitionen bleibt',
  ],
  [
    'Use a stream for each partition, or consumers that are one at a time.',
    'Einen Stream je Partition nehmen, oder immer nur einen Konsumenten.',
  ],
  [
    'the services take as many requests at once as come, whatever the capacity says of {}',
    'die Dienste nehmen so viele Anfragen zugleich an, wie kommen, was auch capacity sagt von {}',
  ],
  ['Limit them in their handlers or in the proxy before them.', 'Sie in ihren Handlern oder im Proxy davor begrenzen.'],
  [
    'HypnoScript has no functions for the network, so the programs of {} run behind a host in Python',
    'HypnoScript hat keine Funktionen für das Netz, also laufen die Programme von {} hinter einem Wirt in Python',
  ],
  [
    'Keep it, or choose another language with the option language.',
    'So lassen oder mit der Option language eine andere Sprache wählen.',
  ],
  [
    '{} run from ready images, so no service is written for them',
    '{} laufen aus fertigen Images, also wird kein Dienst dafür geschrieben',
  ],
  ['Set runtime.language of what you write yourself.', 'runtime.language setzen, wo etwas selbst geschrieben wird.'],
];
