// Was die Exporte für den Betrieb sagen: Beobachtung, Lasttests und Dokumentation.
import type { Phrase } from '../../phrases.ts';

export const operationsPhrases: readonly Phrase[] = [
  ['Load test (k6, Locust)', 'Lasttest (k6, Locust)'],
  [
    'Scripts that send the arrivals of a scenario and hold the objectives',
    'Skripte, die die Ankünfte eines Szenarios senden und die Ziele prüfen',
  ],
  ['Tool', 'Werkzeug'],
  ['The load generator that the script is for, or both.', 'Der Lastgenerator, für den das Skript ist, oder beide.'],
  ['Scenario', 'Szenario'],
  [
    'The id of the scenario whose arrivals are sent; the first unless given.',
    'Die Kennung des Szenarios, dessen Ankünfte gesendet werden; ohne Angabe das erste.',
  ],
  [
    'a load test sees requests from outside, so it cannot hold the objective on {}',
    'ein Lasttest sieht Anfragen von außen und kann das Ziel für {} nicht prüfen',
  ],
  ['Watch it with the alerts of the export observability.', 'Es mit den Alarmen des Exports observability überwachen.'],
  [
    'a load test only sends requests, so the {} of the scenario do not happen by themselves',
    'ein Lasttest sendet nur Anfragen, also geschehen die {} des Szenarios nicht von selbst',
  ],
  [
    'Cause them with a tool of your platform while the test runs.',
    'Sie während des Tests mit einem Werkzeug der Plattform herbeiführen.',
  ],
  [
    'k6 starts requests at even distances, so these arrivals are smoother than a Poisson process',
    'k6 startet Anfragen in gleichen Abständen, also sind diese Ankünfte gleichmäßiger als ein Poisson-Prozess',
  ],
  [
    'k6 has no changing states, so these arrivals come at their mean rate',
    'k6 kennt keine wechselnden Zustände, also kommen diese Ankünfte mit ihrer mittleren Rate',
  ],
  [
    'k6 takes rates and no times, so this trace is a staircase of its mean rates',
    'k6 nimmt Raten und keine Zeiten, also ist diese Aufzeichnung eine Treppe ihrer mittleren Raten',
  ],
  [
    'Use Locust, whose script draws them as the simulation does.',
    'Locust verwenden, dessen Skript sie zieht, wie die Simulation es tut.',
  ],
  ['Observability', 'Beobachtbarkeit'],
  [
    'Prometheus with alerts on the objectives, Grafana dashboards, OpenTelemetry, Jaeger and logging',
    'Prometheus mit Alarmen auf die Ziele, Grafana-Dashboards, OpenTelemetry, Jaeger und Protokolle',
  ],
  ['Logging', 'Protokolle'],
  [
    'Where logs go: Loki, or Elasticsearch with Filebeat and Kibana.',
    'Wohin Protokolle gehen: Loki oder Elasticsearch mit Filebeat und Kibana.',
  ],
  [
    'no alert can be made of the objective on {}, since no metric of a deployed component says it',
    'aus dem Ziel für {} wird kein Alarm, da keine Metrik eines bereitgestellten Bauteils es sagt',
  ],
  [
    'Give an objective on errorRate, throughputPerSecond or responseMs of requests to a deployed component.',
    'Ein Ziel für errorRate, throughputPerSecond oder responseMs von Anfragen an ein bereitgestelltes Bauteil angeben.',
  ],
  [
    '{} has no metrics for Prometheus; an exporter is expected at {}:{}',
    '{} hat keine Metriken für Prometheus; unter {}:{} wird ein Exporter erwartet',
  ],
  ['Run the Prometheus exporter of this product there.', 'Dort den Prometheus-Exporter dieses Produkts betreiben.'],
  [
    'no alert can be made of {} ms, since the histogram of response times ends at {} ms',
    'aus {} ms wird kein Alarm, da das Histogramm der Antwortzeiten bei {} ms endet',
  ],
  [
    'Give a lower bound, or an objective on responseMs.mean.',
    'Eine niedrigere Schranke angeben oder ein Ziel für responseMs.mean.',
  ],
  [
    'CPU and memory are those of the containers; cAdvisor is expected at cadvisor:8080',
    'CPU und Speicher sind die der Container; unter cadvisor:8080 wird cAdvisor erwartet',
  ],
  ['Run cAdvisor there, once on each host.', 'Dort cAdvisor betreiben, einmal auf jedem Rechner.'],
  [
    'k6 counts from the first second, so the warm-up of {} s is part of what the thresholds see',
    'k6 zählt ab der ersten Sekunde, also sehen die Schwellen auch das Einschwingen von {} s',
  ],
  [
    'a load test cannot find out when it has settled, so it counts from the first second',
    'ein Lasttest kann nicht feststellen, wann er eingeschwungen ist, also zählt er ab der ersten Sekunde',
  ],
  ['Give the scenario a warm-up in seconds.', 'Dem Szenario ein Einschwingen in Sekunden geben.'],
  ['Use Locust, whose script leaves the warm-up out.', 'Locust verwenden, dessen Skript das Einschwingen auslässt.'],
  [
    'k6 cannot name the class "{}" in a threshold, so it is called {} in the load test',
    'k6 kann die Klasse „{}“ in einer Schwelle nicht nennen, also heißt sie im Lasttest {}',
  ],
  [
    'Use letters, digits, dots and hyphens in names of classes.',
    'In Namen von Klassen nur Buchstaben, Ziffern, Punkte und Bindestriche verwenden.',
  ],
  [
    'k6 takes whole numbers of requests, so a rate of {} per second is rounded to {}',
    'k6 nimmt ganze Zahlen von Anfragen, also wird die Rate von {} je Sekunde auf {} gerundet',
  ],
  ['Use Locust, or a rate with fewer digits.', 'Locust verwenden oder eine Rate mit weniger Stellen.'],
  ['See the building block view for all connections.', 'Alle Verbindungen stehen in der Bausteinsicht.'],
  ['Documentation (arc42)', 'Dokumentation (arc42)'],
  [
    'A site in Markdown: views with diagrams, a page for each component, decisions, figures and risks',
    'Eine Website in Markdown: Sichten mit Diagrammen, eine Seite je Bauteil, Entscheidungen, Zahlen und Risiken',
  ],
  ['Language', 'Sprache'],
  ['The language of the titles of the chapters.', 'Die Sprache der Kapitelüberschriften.'],
  ['Results', 'Ergebnisse'],
  ['Estimated, not simulated', 'Geschätzt, nicht simuliert'],
  [
    'The output of simulate --json; without it the figures are estimated.',
    'Die Ausgabe von simulate --json; ohne sie werden die Zahlen geschätzt.',
  ],
  ['the results are not what simulate --json prints', 'die Ergebnisse sind nicht das, was simulate --json ausgibt'],
  ['Hand over the output of simulate --json.', 'Die Ausgabe von simulate --json übergeben.'],
];
