// Die Hilfeseite: was der Zeiger tut, und die Begriffe der Warteschlangentheorie mit je einem Satz.
import type { Texts } from '../texts.ts';

export const help: Texts['help'] = {
  title: 'Hilfe',
  page: 'Hilfeseite',
  commands: 'Befehle und Tastenkürzel',
  onCanvas: 'Auf der Zeichenfläche',
  terms: 'Begriffe',
  about: 'Über {{term}}',
  footer: 'Spandrel {{version}}. Die Zeichenfläche zeichnet React Flow.',
  gestures: {
    add: {
      what: 'Bauteil hinzufügen',
      how: 'In der Palette anklicken, dort die Eingabetaste drücken oder auf die Zeichenfläche ziehen',
    },
    connect: { what: 'Verbinden', how: 'Von einem Punkt am Rand einer Karte zu einer anderen ziehen, oder {{keys}}' },
    move: {
      what: 'Verschieben',
      how: 'Ziehen; mit Alt auf feinerem Raster; Pfeiltasten, mit Umschalt in größeren Schritten',
    },
    several: { what: 'Mehrere auswählen', how: 'Umschalt und Klick, oder mit Umschalt einen Bereich aufziehen' },
    rename: { what: 'Umbenennen', how: 'Doppelklick, oder {{keys}}' },
    view: { what: 'Ausschnitt verschieben', how: 'Den Hintergrund ziehen; das Mausrad zoomt' },
    walk: { what: 'Durch die Zeichenfläche gehen', how: 'Tabulator; Eingabe wählt aus, Escape hebt die Auswahl auf' },
  },
  glossary: {
    estimate: {
      title: 'Abschätzung',
      meaning:
        'Was die Warteschlangentheorie auf lange Sicht über den Entwurf sagt, sofort und ohne Zufall; ein Lauf sagt mehr.',
    },
    knee: {
      title: 'Knie',
      meaning:
        'Wo Durchsatz durch Antwortzeit, die Leistung des Systems, am größten ist: Darüber kostet mehr Last mehr Antwortzeit, als sie Durchsatz bringt.',
    },
    utilisation: {
      title: 'Auslastung',
      meaning:
        'Der Anteil der Plätze, die im zeitlichen Mittel belegt sind; nahe 100 % wächst das Warten ohne Grenze, darum sind 60 bis 70 % ein gutes Ziel.',
    },
    wait: {
      title: 'Wartezeit',
      meaning: 'Die Zeit, die eine Anfrage in der Warteschlange steht, bevor ihre Bearbeitung beginnt.',
    },
    waiting: {
      title: 'Wartende',
      meaning: 'Die mittlere Zahl der Anfragen in der Warteschlange, ohne die in Bearbeitung.',
    },
    lag: {
      title: 'Rückstand',
      meaning:
        'Wie weit die Verbraucher hinterher sind: die Nachrichten, die bei einem Broker warten, und wie lange die älteste schon wartet.',
    },
    responseTime: {
      title: 'Antwortzeit',
      meaning: 'Wartezeit plus eigene Arbeit eines Bauteils; von Ende zu Ende alles von der Ankunft bis zur Antwort.',
    },
    percentile: {
      title: 'Perzentile (p50, p95, p99)',
      meaning:
        'p95 ist die Zeit, in der 95 von 100 Anfragen beantwortet sind; der Mittelwert verbirgt die langsamen, Perzentile nicht.',
    },
    throughput: {
      title: 'Durchsatz',
      meaning: 'Erfolgreiche Anfragen je Sekunde; er folgt den Ankünften, bis etwas gesättigt ist.',
    },
    concurrency: {
      title: 'Nebenläufigkeit',
      meaning:
        'Die Anfragen, an denen ein Replikat gleichzeitig arbeitet; Replikate mal Nebenläufigkeit sind die Plätze eines Bauteils.',
    },
    replicas: {
      title: 'Replikate',
      meaning: 'Die Kopien eines Bauteils, die nebeneinander laufen.',
    },
    serviceTime: {
      title: 'Bedienzeit',
      meaning: 'Die Arbeit, die eine Anfrage einem Bauteil macht, ohne Warten und ohne dessen Aufrufe.',
    },
    scv: {
      title: 'Quadrierter Variationskoeffizient',
      meaning:
        'Varianz durch Mittelwert im Quadrat: 0 ist immer gleich, 1 ist exponentiell, mehr ist stoßweise; das Warten wächst damit.',
    },
    dispatch: {
      title: 'Verteilung',
      meaning:
        'Wie für eine Anfrage ein Replikat gewählt wird: eine Warteschlange für alle oder eine je Replikat, auf vier Arten gewählt.',
    },
    discipline: {
      title: 'Disziplin',
      meaning: 'Welche wartende Anfrage als nächste an der Reihe ist; keine unterbricht begonnene Arbeit.',
    },
    littlesLaw: {
      title: 'Gesetz von Little',
      meaning: 'Die Zahl in einem System ist sein Durchsatz mal der Zeit darin, was auch immer sonst gilt.',
    },
    bottleneck: {
      title: 'Engpass',
      meaning: 'Das Bauteil, das bei wachsender Last zuerst gesättigt ist; mehr Kapazität anderswo ändert nichts.',
    },
    confidenceInterval: {
      title: '95-%-Intervall (±)',
      meaning:
        'Würde der Lauf mit anderen Startwerten wiederholt, enthielten 95 von 100 solcher Intervalle den wahren Mittelwert.',
    },
    warmup: {
      title: 'Einschwingzeit',
      meaning:
        'Der Anfang eines Laufs; er zählt nicht, weil die Warteschlangen noch nicht so voll sind, wie sie werden.',
    },
    replication: {
      title: 'Wiederholung',
      meaning: 'Ein Durchlauf des Szenarios mit eigenem Startwert; mehrere ergeben die Intervalle.',
    },
    seed: {
      title: 'Startwert',
      meaning:
        'Die Zahl, aus der aller Zufall gezogen wird: gleicher Startwert, gleicher Lauf, bis zur letzten Stelle.',
    },
    blocking: {
      title: 'Blockieren',
      meaning:
        'Ein blockierendes Bauteil hält seinen Platz, solange seine Aufrufe unterwegs sind; ein langsames Gegenüber füllt es also auf.',
    },
    poisson: {
      title: 'Poisson-Ankünfte',
      meaning: 'Anfragen, die unabhängig voneinander mit einer mittleren Rate kommen, wie von sehr vielen Nutzern.',
    },
    closed: {
      title: 'Geschlossene Ankünfte',
      meaning: 'Eine feste Zahl von Nutzern, die je auf die Antwort warten und nachdenken, bevor sie wieder fragen.',
    },
  },
};
