// Wie jeder Schlüssel der Entwurfsdatei heißt, was er bedeutet und wofür ein fehlender steht.
export const keys = {
  design: {
    name: {
      title: 'Name',
      help: 'So heißt der Entwurf; auch der Titel des Fensters.',
    },
    description: {
      title: 'Beschreibung',
      help: 'Worum es im Entwurf geht, für spätere Leser.',
    },
    pattern: {
      title: 'Muster',
      help: 'Das Architekturmuster, dem Anordnung und Prüfung folgen.',
    },
    currency: {
      title: 'Währung',
      help: 'In ihr stehen alle Kosten.',
    },
    groups: {
      title: 'Gruppen',
      help: 'Schichten, Grenzen, Module, Zonen und Namensräume des Entwurfs.',
    },
    groupLatencies: {
      title: 'Latenz zwischen Gruppen',
      help: 'Die Zeit, die ein Übergang zwischen zwei Gruppen hinzufügt.',
    },
    components: {
      title: 'Bauteile',
      help: 'Woraus das System besteht.',
    },
    connections: {
      title: 'Verbindungen',
      help: 'Wer wen aufruft.',
    },
    objectives: {
      title: 'Ziele',
      help: 'Was das System erreichen soll; jeder Lauf wird daran gemessen.',
    },
    scenarios: {
      title: 'Szenarien',
      help: 'Welche Last ankommt und was dabei schiefgeht.',
    },
    notes: { title: 'Notizen', help: 'Texte, die auf der Zeichenfläche liegen.' },
  },
  group: {
    id: {
      title: 'Kennung',
      help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.',
    },
    name: {
      title: 'Name',
      help: 'Steht auf der Zeichenfläche.',
      missing: 'die Kennung',
    },
    kind: {
      title: 'Art',
      help: 'Schichten sind Bänder in ihrer Reihenfolge; Zonen können gemeinsam ausfallen.',
    },
    parent: {
      title: 'Liegt in',
      help: 'Die Gruppe, in der diese liegt.',
    },
    description: {
      title: 'Beschreibung',
      help: 'Was hierher gehört und warum.',
    },
    view: {
      title: 'Ort',
      help: 'Wo die Fläche auf der Zeichenfläche liegt.',
      missing: 'um ihre Mitglieder herum',
      x: { title: 'X', help: 'Von links auf der Zeichenfläche, in deren Punkten.' },
      y: { title: 'Y', help: 'Von oben auf der Zeichenfläche, in deren Punkten.' },
      width: { title: 'Breite', help: 'Mindestens so breit; nie weniger, als die Mitglieder brauchen.' },
      height: { title: 'Höhe', help: 'Mindestens so hoch; nie weniger, als die Mitglieder brauchen.' },
      collapsed: { title: 'Eingeklappt', help: 'Als eine Karte gezeichnet, die Mitglieder verborgen.' },
    },
  },
  groupLatency: {
    from: {
      title: 'Von',
      help: 'Eine der beiden Gruppen.',
    },
    to: {
      title: 'Nach',
      help: 'Die andere Gruppe.',
    },
    latencyMs: {
      title: 'Latenz',
      help: 'Für einen Weg; kommt zu jeder Verbindung hinzu, die hinüberführt, in beiden Richtungen.',
    },
  },
  component: {
    id: {
      title: 'Kennung',
      help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.',
    },
    kind: {
      title: 'Art',
      help: 'Was es ist: davon hängt ab, wie es sich verhält und was im Export daraus wird.',
    },
    name: {
      title: 'Name',
      help: 'Steht auf der Karte.',
      missing: 'die Kennung',
    },
    group: {
      title: 'Gruppe',
      help: 'Die Gruppe, in der es liegt.',
    },
    description: {
      title: 'Beschreibung',
      help: 'Wofür es da ist.',
    },
    capacity: {
      title: 'Kapazität',
      help: 'Wie viel zugleich bearbeitet werden kann.',
      replicas: {
        title: 'Replikate',
        help: 'Wie viele Kopien laufen; bei 0 wird nichts bedient.',
      },
      concurrency: {
        title: 'Gleichzeitigkeit',
        help: 'Anfragen, die ein Replikat zugleich bearbeitet.',
      },
      queueLimit: {
        title: 'Warteplätze',
        help: 'Anfragen, die warten dürfen, je Replikat oder bei gemeinsamer Schlange insgesamt; 0 ist ein reines Verlustsystem.',
        missing: 'unbegrenzt',
      },
      dispatch: {
        title: 'Verteilung',
        help: 'Wie für eine Anfrage ein Replikat gewählt wird.',
        missing: 'round-robin; für Verbraucher shared-queue',
      },
      discipline: {
        title: 'Reihenfolge',
        help: 'Wer als Nächstes drankommt; keine unterbricht begonnene Arbeit.',
      },
      speed: {
        title: 'Tempo',
        help: 'Vertikale Skalierung: 2 halbiert die Bedienzeiten hier.',
      },
    },
    service: {
      title: 'Bedienzeit',
      help: 'Die Arbeit, die eine Anfrage hier macht.',
      missing: '0 ms',
    },
    serviceByClass: {
      title: 'Bedienzeit je Klasse',
      help: 'Statt der Bedienzeit, für Anfragen dieser Klasse.',
    },
    threading: {
      title: 'Nebenläufigkeit',
      help: 'Bei „blocking“ bleibt der Platz belegt, solange Aufrufe unterwegs sind.',
    },
    calls: {
      title: 'Aufrufe',
      help: 'Die Folge der ausgehenden synchronen Verbindungen.',
    },
    need: {
      title: 'Nötige Antworten',
      help: 'Bei parallelen Aufrufen: antwortet, sobald so viele Verbindungen gut geantwortet haben.',
      missing: 'alle',
    },
    hitRatio: {
      title: 'Trefferquote',
      help: 'Caches: antwortet mit dieser Wahrscheinlichkeit selbst, ohne ausgehende Aufrufe.',
    },
    errorRate: {
      title: 'Fehlerquote',
      help: 'Die Wahrscheinlichkeit, dass eine Anfrage hier scheitert.',
    },
    coldStartMs: {
      title: 'Kaltstart',
      help: 'Kommt zur ersten Anfrage hinzu, die ein neu gestartetes Replikat bedient.',
    },
    batch: {
      title: 'Stapel',
      help: 'Verbraucher nehmen mehrere Nachrichten auf einmal.',
      missing: 'keiner',
      max: {
        title: 'Stapelgröße',
        help: 'Nimmt höchstens so viele Nachrichten auf einmal.',
      },
      waitMs: {
        title: 'Sammelzeit',
        help: 'Wartet höchstens so lange auf weitere.',
      },
    },
    resources: {
      title: 'Ressourcen',
      help: 'Was ein Replikat von der Maschine verlangt.',
      cpu: {
        title: 'CPU',
        help: 'Kerne, die ein Replikat verlangt.',
      },
      memoryMiB: {
        title: 'Speicher',
        help: 'Arbeitsspeicher, den ein Replikat verlangt.',
      },
    },
    cost: {
      title: 'Kosten',
      help: 'Was der Betrieb kostet.',
      perReplicaHour: {
        title: 'Kosten je Replikatstunde',
        help: 'In der Währung des Entwurfs.',
      },
      perMillionRequests: {
        title: 'Kosten je Million Anfragen',
        help: 'In der Währung des Entwurfs.',
      },
    },
    autoscale: {
      title: 'Automatische Skalierung',
      help: 'Der horizontale Pod-Autoscaler von Kubernetes.',
      missing: 'keine',
      metric: {
        title: 'Messgröße',
        help: 'Was gemessen wird; Wartende und Rate gelten je Replikat.',
      },
      target: {
        title: 'Zielwert',
        help: 'Der Wert der Messgröße, den die Skalierung anstrebt.',
      },
      min: {
        title: 'Wenigste Replikate',
        help: 'Nie weniger Replikate als so viele.',
      },
      max: {
        title: 'Meiste Replikate',
        help: 'Nie mehr Replikate als so viele.',
      },
      periodS: {
        title: 'Takt',
        help: 'Wie oft gemessen und entschieden wird.',
      },
      startupS: {
        title: 'Anlaufzeit',
        help: 'So lange dauert es, bis ein neues Replikat bedient.',
      },
      stabilisationDownS: {
        title: 'Ruhe beim Verkleinern',
        help: 'Verkleinert auf die höchste Empfehlung dieser Zeitspanne.',
      },
      tolerance: {
        title: 'Toleranz',
        help: 'Keine Änderung, solange Messwert durch Zielwert so nahe an 1 liegt.',
      },
    },
    rollout: {
      title: 'Rollout',
      help: 'Wie eine neue Version in den exportierten Manifesten ausgerollt wird.',
      strategy: {
        title: 'Rollout-Strategie',
        help: 'Ob alte und neue Replikate schrittweise oder auf einmal getauscht werden.',
      },
    },
    delivery: {
      title: 'Zustellung',
      help: 'Jede Nachricht an einen Verbraucher oder an alle.',
      missing: 'topic: broadcast; queue, stream: compete',
    },
    maxDeliveries: {
      title: 'Meiste Zustellungen',
      help: 'Scheitert der Verbraucher, kommt die Nachricht wieder, insgesamt höchstens so oft.',
    },
    deadLetter: {
      title: 'Unzustellbares nach',
      help: 'Wohin eine Nachricht geht, wenn die letzte Zustellung gescheitert ist.',
      missing: 'verworfen',
    },
    partitions: {
      title: 'Partitionen',
      help: 'Streams: darin der Reihe nach je Schlüssel, höchstens ein Verbraucherplatz je Partition.',
      missing: 'keine',
    },
    runtime: {
      title: 'Laufzeit',
      help: 'Was läuft, für Exporte und Projektgerüste.',
      language: {
        title: 'Sprache',
        help: 'Für das Projektgerüst: hypnoscript, typescript, python, go, java.',
      },
      image: {
        title: 'Image',
        help: 'Container-Image mit Tag.',
      },
      port: {
        title: 'Port',
        help: 'Der Port, auf dem es lauscht.',
      },
      healthPath: {
        title: 'Health-Pfad',
        help: 'Wo der Zustand abgefragt wird, etwa /health.',
      },
      env: {
        title: 'Umgebung',
        help: 'Einstellungen, die nicht geheim sind.',
      },
      secrets: {
        title: 'Geheimnisse',
        help: 'Nur Namen; Werte stehen nie im Entwurf.',
      },
    },
    view: {
      title: 'Lage',
      help: 'Wo die Karte auf der Zeichenfläche liegt.',
      x: {
        title: 'X',
        help: 'Von links, in Punkten der Zeichenfläche.',
      },
      y: {
        title: 'Y',
        help: 'Von oben, in Punkten der Zeichenfläche.',
      },
    },
  },
  connection: {
    id: {
      title: 'Kennung',
      help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.',
    },
    from: {
      title: 'Von',
      help: 'Wer aufruft.',
    },
    to: {
      title: 'Nach',
      help: 'Wer aufgerufen wird.',
    },
    mode: {
      title: 'Modus',
      help: 'sync: der Aufrufer wartet; async: er wartet nicht.',
    },
    protocol: {
      title: 'Protokoll',
      help: 'http, grpc, sql, amqp …',
    },
    label: {
      title: 'Beschriftung',
      help: 'Ein paar Worte, die an der Linie stehen.',
    },
    description: {
      title: 'Beschreibung',
      help: 'Was darüber angefragt wird.',
    },
    calls: {
      title: 'Aufrufe',
      help: 'Mittlere Aufrufe je Anfrage; 1.5 heißt: einer, und in der Hälfte der Fälle ein zweiter.',
    },
    service: {
      title: 'Bedienzeit am Ziel',
      help: 'Die Arbeit, die diese Aufrufe dort machen.',
      missing: 'die eigene des Ziels',
    },
    latencyMs: {
      title: 'Latenz',
      help: 'Für einen Weg, eine Zahl oder eine Verteilung.',
    },
    payloadKiB: {
      title: 'Nutzlast',
      help: 'Durch die Bandbreite geteilt, verlängert sie den Hinweg.',
      missing: 'keine',
    },
    bandwidthMbps: {
      title: 'Bandbreite',
      help: 'Wie schnell die Nutzlast befördert wird.',
      missing: 'unbegrenzt',
    },
    classes: {
      title: 'Klassen',
      help: 'Nur Anfragen dieser Klassen machen diesen Aufruf.',
      missing: 'alle',
    },
    optional: {
      title: 'Verzichtbar',
      help: 'Der Aufrufer macht weiter, wenn der Aufruf scheitert.',
    },
    timeoutMs: {
      title: 'Zeitlimit',
      help: 'Für einen Versuch; am Ziel geht die Arbeit weiter.',
      missing: 'keines',
    },
    retry: {
      title: 'Wiederholung',
      help: 'Ein gescheiterter Aufruf wird noch einmal versucht.',
      missing: 'keine',
      attempts: {
        title: 'Versuche',
        help: 'Alle Versuche, der erste mitgezählt.',
      },
      backoffMs: {
        title: 'Pause',
        help: 'Die Wartezeit vor dem zweiten Versuch.',
      },
      multiplier: {
        title: 'Faktor',
        help: 'Jede weitere Pause ist so viel Mal so lang wie die vorige.',
      },
      jitter: {
        title: 'Streuung',
        help: 'full: gleichverteilt bis zur Pause; equal: die Hälfte, dazu gleichverteilt bis zur anderen Hälfte.',
      },
      budgetRatio: {
        title: 'Wiederholungsbudget',
        help: 'Jeder erste Versuch legt so viel in einen Topf von höchstens 10, jede Wiederholung nimmt 1.',
        missing: 'kein Budget',
      },
    },
    hedge: {
      title: 'Doppelversuch',
      help: 'Ein zweiter Versuch geht hinaus, bevor der erste gescheitert ist.',
      missing: 'keiner',
      afterMs: {
        title: 'Doppelversuch nach',
        help: 'Nach so langer Zeit geht ein zweiter Versuch hinaus; die erste Antwort zählt.',
      },
    },
    rateLimit: {
      title: 'Ratenbegrenzung',
      help: 'Beim Aufrufer: was darüber liegt, scheitert sofort.',
      missing: 'keine',
      perSecond: {
        title: 'Ratenbegrenzung',
        help: 'Aufrufe, die der Aufrufer beginnen darf.',
      },
      burst: {
        title: 'Vorrat',
        help: 'Die Größe des Token-Eimers.',
      },
    },
    bulkhead: {
      title: 'Schott',
      help: 'Beim Aufrufer: meiste Aufrufe zugleich; was darüber liegt, scheitert sofort.',
      missing: 'keines',
    },
    circuitBreaker: {
      title: 'Schutzschalter',
      help: 'Ruft eine Weile nicht mehr auf, wenn zu viele Aufrufe scheitern.',
      missing: 'keiner',
      failureRate: {
        title: 'Ausfallquote',
        help: 'Öffnet bei diesem Anteil gescheiterter Aufrufe im Fenster.',
      },
      minimumCalls: {
        title: 'Wenigste Aufrufe',
        help: 'Urteilt erst ab so vielen Aufrufen im Fenster.',
      },
      windowS: {
        title: 'Fenster',
        help: 'Wie weit zurück Aufrufe zählen.',
      },
      openS: {
        title: 'Offen für',
        help: 'Danach wird ein Aufruf durchgelassen.',
      },
    },
    view: {
      title: 'Linie',
      help: 'Wie die Linie auf der Zeichenfläche läuft.',
      missing: 'von selbst',
      points: {
        title: 'Knicke',
        help: 'Stellen, durch die die Linie läuft, vom Aufrufer zum Aufgerufenen.',
        missing: 'keine',
        x: { title: 'X', help: 'Von links auf der Zeichenfläche, in deren Punkten.' },
        y: { title: 'Y', help: 'Von oben auf der Zeichenfläche, in deren Punkten.' },
      },
    },
  },
  objective: {
    id: {
      title: 'Kennung',
      help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.',
    },
    metric: {
      title: 'Messgröße',
      help: 'Eine Zahl der Ergebnisse: responseMs.p95, errorRate, throughputPerSecond …',
    },
    at: {
      title: 'Bei',
      help: 'Das Bauteil, an dem Anfragen ankommen.',
      missing: 'alle Ankünfte',
    },
    below: {
      title: 'Unter',
      help: 'Erfüllt, solange die Zahl darunter liegt.',
    },
    above: {
      title: 'Über',
      help: 'Erfüllt, solange die Zahl darüber liegt.',
    },
  },
  scenario: {
    id: {
      title: 'Kennung',
      help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.',
    },
    name: {
      title: 'Name',
      help: 'Steht dort, wo das Szenario gewählt wird.',
      missing: 'die Kennung',
    },
    description: {
      title: 'Beschreibung',
      help: 'Wofür das Szenario steht.',
    },
    durationS: {
      title: 'Dauer',
      help: 'Der ganze Lauf, das Einschwingen mitgerechnet.',
    },
    warmupS: {
      title: 'Einschwingen',
      help: 'Zählt nicht mit; bei „auto“ entscheidet die Zeitreihe.',
    },
    seed: {
      title: 'Startwert',
      help: 'Derselbe Startwert ergibt dieselben Zahlen.',
    },
    replications: {
      title: 'Wiederholungen',
      help: 'Unabhängige Läufe, aus denen die Intervalle kommen.',
    },
    arrivals: {
      title: 'Ankünfte',
      help: 'Wo Anfragen eintreffen und wie viele.',
    },
    faults: {
      title: 'Störungen',
      help: 'Was während des Laufs schiefgeht.',
    },
    rollouts: {
      title: 'Rollouts',
      help: 'Neue Versionen, die während des Laufs ausgerollt werden.',
    },
  },
  arrival: {
    at: {
      title: 'Bei',
      help: 'Das Bauteil, an dem Anfragen ankommen.',
    },
    ratePerSecond: {
      title: 'Rate',
      help: 'Mittlere Ankünfte je Sekunde.',
    },
    class: {
      title: 'Klasse',
      help: 'Ein Wort, das mit jedem Aufruf reist; Verbindungen und Bedienzeiten können sich danach richten.',
      missing: 'keine',
    },
    priority: {
      title: 'Vorrang',
      help: 'Niedriger kommt zuerst dran, wo nach Vorrang bedient wird.',
    },
    states: {
      title: 'Zustände',
      help: 'Reihum, mit exponentieller Verweildauer.',
      ratePerSecond: {
        title: 'Rate',
        help: 'Mittlere Ankünfte je Sekunde.',
      },
      meanS: {
        title: 'Mittlere Dauer',
        help: 'Wie lange der Zustand im Mittel anhält.',
      },
    },
    points: {
      title: 'Punkte',
      help: 'Sekunde und Rate; dazwischen linear, nach dem letzten 0.',
    },
    timesMs: {
      title: 'Zeiten',
      help: 'Jede Ankunft, der Reihe nach.',
    },
    users: {
      title: 'Nutzer',
      help: 'Nutzer, die je eine Anfrage senden, auf die Antwort warten und nachdenken.',
    },
    thinkMs: {
      title: 'Denkzeit',
      help: 'Der Mittelwert einer Exponentialverteilung oder eine Verteilung.',
    },
  },
  fault: {
    at: {
      title: 'Bei',
      help: 'Ein Bauteil oder eine Gruppe: dann jedes Bauteil darin.',
    },
    connection: {
      title: 'Verbindung',
      help: 'Die Verbindung, die gestört ist.',
    },
    fromS: {
      title: 'Ab',
      help: 'Wann sie beginnt, vom Anfang des Laufs an.',
    },
    durationS: {
      title: 'Für',
      help: 'Wie lange sie anhält.',
    },
    replicas: {
      title: 'Replikate',
      help: 'Die mit den niedrigsten Nummern zuerst.',
    },
    factor: {
      title: 'Faktor',
      help: 'Bedienzeiten sind so viel Mal so lang.',
    },
    rate: {
      title: 'Fehlerquote',
      help: 'Die Wahrscheinlichkeit, dass eine Anfrage dort währenddessen scheitert.',
    },
    addMs: {
      title: 'Zusätzliche Latenz',
      help: 'Für einen Weg, zur eigenen der Verbindung hinzu.',
    },
    mtbfS: {
      title: 'Mittlere Zeit zwischen Ausfällen',
      help: 'Für jedes Replikat für sich, exponentiell.',
    },
    mttrS: {
      title: 'Mittlere Reparaturzeit',
      help: 'Wie lange ein ausgefallenes Replikat im Mittel fehlt.',
    },
  },
  rollout: {
    at: {
      title: 'Bei',
      help: 'Das Bauteil, das eine neue Version bekommt.',
    },
    startS: {
      title: 'Beginn',
      help: 'Wann er beginnt, vom Anfang des Laufs an.',
    },
    startupS: {
      title: 'Anlaufzeit',
      help: 'So lange dauert es, bis ein Replikat der neuen Version bedient.',
    },
    version: {
      title: 'Neue Version',
      help: 'Was die neue Version anders hat.',
      service: {
        title: 'Bedienzeit',
        help: 'Die Arbeit, die eine Anfrage in der neuen Version macht.',
        missing: 'die eigene des Bauteils',
      },
      errorRate: {
        title: 'Fehlerquote',
        help: 'Die Wahrscheinlichkeit, dass eine Anfrage in der neuen Version scheitert.',
        missing: 'die eigene des Bauteils',
      },
      capacity: {
        title: 'Kapazität',
        help: 'Was die neue Version leisten kann.',
        missing: 'die eigene des Bauteils',
        speed: {
          title: 'Tempo',
          help: '2 halbiert die Bedienzeiten der neuen Version.',
        },
      },
    },
    maxSurge: {
      title: 'Höchstens darüber',
      help: 'Replikate über die gewünschten hinaus: eine Zahl oder ein Anteil wie 25%, aufgerundet.',
    },
    maxUnavailable: {
      title: 'Höchstens fehlend',
      help: 'Replikate, die an den gewünschten fehlen dürfen: eine Zahl oder ein Anteil wie 25%, abgerundet.',
    },
    overlapS: {
      title: 'Überlappung',
      help: 'So lange bleibt die alte Version, nachdem die neue bedient.',
    },
    steps: {
      title: 'Schritte',
      help: 'Wie der Anteil der neuen Version wächst.',
      weight: {
        title: 'Anteil',
        help: 'Der Anteil der Anfragen, die zur neuen Version gehen.',
      },
      holdS: {
        title: 'Dauer',
        help: 'Bis zum nächsten Schritt.',
      },
    },
    abortOn: {
      title: 'Abbruch',
      help: 'Kehrt zur alten Version zurück, wenn die neue zu oft scheitert.',
      missing: 'nie',
      errorRate: {
        title: 'Fehlerquote über',
        help: 'Unter den Anfragen der neuen Version seit Beginn des Schritts, sobald es 20 sind.',
      },
    },
  },
  distribution: {
    meanMs: {
      title: 'Mittelwert',
      help: 'Der Mittelwert der Zeit.',
    },
    scv: {
      title: 'Quadrierter Variationskoeffizient',
      help: 'Varianz durch das Quadrat des Mittelwerts: 0 ist konstant, 1 so veränderlich wie eine Exponentialverteilung.',
    },
    phases: {
      title: 'Phasen',
      help: 'Wie viele exponentielle Phasen aufeinanderfolgen.',
    },
    minMs: {
      title: 'Minimum',
      help: 'Die kürzeste Zeit.',
    },
    maxMs: {
      title: 'Maximum',
      help: 'Mindestens das Minimum.',
    },
    samplesMs: {
      title: 'Stichprobe',
      help: 'Gemessene Zeiten, jede mit gleicher Wahrscheinlichkeit gezogen.',
    },
    hyperexponential: {
      scv: {
        title: 'Quadrierter Variationskoeffizient',
        help: 'Mindestens 1; zwei Phasen mit ausgeglichenen Mittelwerten.',
      },
    },
    pareto: {
      shape: {
        title: 'Form',
        help: 'Über 1, sonst ist der Mittelwert unendlich; die Varianz ist ab 2 endlich.',
      },
    },
    weibull: {
      shape: {
        title: 'Form',
        help: 'Unter 1 lange Ausläufer, 1 exponentiell, über 1 schmaler.',
      },
    },
  },
  note: {
    id: { title: 'Kennung', help: 'Eindeutig; ein Buchstabe, dann bis zu 62 Buchstaben, Ziffern, _ oder -.' },
    text: { title: 'Text', help: 'Was die Notiz sagt.' },
    view: {
      title: 'Ort',
      help: 'Wo die Notiz auf der Zeichenfläche liegt.',
      x: { title: 'X', help: 'Von links auf der Zeichenfläche, in deren Punkten.' },
      y: { title: 'Y', help: 'Von oben auf der Zeichenfläche, in deren Punkten.' },
      width: { title: 'Breite', help: 'Wie breit sie ist.' },
      height: { title: 'Höhe', help: 'Wie hoch sie ist.' },
    },
  },
};
