// Was ein Export nicht sagen kann oder annehmen musste, und was seine Optionen bedeuten.
import type { Phrase } from '../../phrases.ts';

export const exportPhrases: readonly Phrase[] = [
  [
    '{} is deployed as a task that runs at its times and ends, so nobody can call it',
    '{} wird als Aufgabe bereitgestellt, die zu ihren Zeiten läuft und endet, also kann niemand es aufrufen',
  ],
  [
    'Make it a service or a worker, or connect it the other way round.',
    'Einen Dienst oder Worker daraus machen oder es andersherum verbinden.',
  ],
  [
    'nothing is deployed that carries messages from {} to {}',
    'es wird nichts bereitgestellt, das Nachrichten von {} zu {} trägt',
  ],
  [
    'Bind the two brokers to each other in their own settings, or put a worker in between.',
    'Die beiden Broker in ihren eigenen Einstellungen verbinden oder einen Worker dazwischensetzen.',
  ],
  [
    '{} calls {}, which is deployed elsewhere, and is not told its address',
    '{} ruft {} auf, das anderswo bereitgestellt ist, und kennt dessen Adresse nicht',
  ],
  ['Set {} in the environment of {}.', '{} in der Umgebung von {} setzen.'],
  ['{} cannot be the name of an environment variable', '{} kann keine Umgebungsvariable heißen'],
  [
    'Use letters, digits, _, - and ., not beginning with a digit.',
    'Buchstaben, Ziffern, _, - und . verwenden, nicht mit einer Ziffer beginnen.',
  ],
  [
    'the value of {} holds a character that cannot stand in an environment variable',
    'der Wert von {} enthält ein Zeichen, das in keiner Umgebungsvariablen stehen kann',
  ],
  [
    'Remove the zero character or the half of a surrogate pair from it.',
    'Das Nullzeichen oder das halbe Ersatzpaar daraus entfernen.',
  ],
  [
    '{} looks like a secret, so its value is not written to the export',
    '{} sieht nach einem Geheimnis aus, also steht sein Wert nicht im Export',
  ],
  [
    'Name it under secrets instead of env, and give its value to the platform.',
    'Unter secrets statt env nennen und den Wert der Plattform geben.',
  ],
  ['"{}" and "{}" would both be deployed as "{}"', '„{}“ und „{}“ würden beide als „{}“ bereitgestellt'],
  [
    'Rename one of them so that they differ in more than case, - and _.',
    'Eines umbenennen, so dass sie sich in mehr als Großschreibung, - und _ unterscheiden.',
  ],
  ['"{}" cannot be the name of something deployed', '„{}“ kann nicht der Name von etwas Bereitgestelltem sein'],
  [
    'Rename the component: at most 63 letters, digits and -, ending in a letter or digit.',
    'Das Bauteil umbenennen: höchstens 63 Buchstaben, Ziffern und -, am Ende Buchstabe oder Ziffer.',
  ],
  [
    'a {} is not deployed with the design, so its {} is left out',
    '{} wird nicht mit dem Entwurf bereitgestellt, also bleibt {} weg',
  ],
  [
    'Remove {}, or choose a kind that is deployed, such as service.',
    '{} entfernen oder eine Art wählen, die bereitgestellt wird, etwa service.',
  ],
  ['Choose a kind of the catalogue.', 'Eine Art aus dem Katalog wählen.'],
  ['{} has no image; {} is assumed', '{} hat kein Image; angenommen wird {}'],
  ['Give its container image with its tag.', 'Sein Container-Image mit Tag angeben.'],
  ['{} is no name of a container image', '{} ist kein Name eines Container-Images'],
  ['Write it as registry/name:tag, in lower case.', 'Als registry/name:tag schreiben, in Kleinbuchstaben.'],
  ['"{}" is too long for the name of a {}', '„{}“ ist zu lang als Name für: {}'],
  ['Rename the component to at most {} characters.', 'Das Bauteil auf höchstens {} Zeichen umbenennen.'],
  ['Rename "{}".', '„{}“ umbenennen.'],
  [
    'Kubernetes alone does no {} rollout of {}; its pods are updated one after the other',
    'Kubernetes allein macht kein Rollout nach {} für {}; die Pods werden nacheinander erneuert',
  ],
  [
    'Use a rollout controller for it, or choose rolling.',
    'Dafür einen Rollout-Controller einsetzen oder rolling wählen.',
  ],
  [
    'each replica of {} keeps data of its own; nothing in the export makes {} copy it to the others',
    'jedes Replikat von {} hält eigene Daten; nichts im Export lässt {} sie zu den anderen kopieren',
  ],
  [
    'Set up replication with an operator for it, or run one replica.',
    'Dafür eine Replikation mit einem Operator einrichten oder ein Replikat betreiben.',
  ],
  [
    '{} is deployed as a task that runs at its times, so it is not autoscaled',
    '{} wird als Aufgabe bereitgestellt, die zu ihren Zeiten läuft, also skaliert es nicht von selbst',
  ],
  ['Remove autoscale, or make it a worker.', 'autoscale entfernen oder einen Worker daraus machen.'],
  [
    '{} is to be scaled by its use of CPU, of which a share can be told only where its amount is set',
    '{} soll nach dem Verbrauch von CPU skalieren, dessen Anteil nur zu nennen ist, wo die Menge feststeht',
  ],
  ['Set components.{}.resources.cpu.', 'components.{}.resources.cpu setzen.'],
  [
    '{} is scaled by {}, which a cluster does not measure by itself',
    '{} skaliert nach {}, was ein Cluster nicht von selbst misst',
  ],
  [
    'Serve that metric for each pod through a metrics adapter, such as the one of Prometheus.',
    'Diese Messgröße je Pod über einen Adapter bereitstellen, etwa den von Prometheus.',
  ],
  ['Kubernetes scales {} down to 1 replica, not to 0', 'Kubernetes skaliert {} auf 1 Replikat herunter, nicht auf 0'],
  ['Set min to 1.', 'min auf 1 setzen.'],
  [
    'how often {} is measured is a setting of the cluster, 15 s unless changed',
    'wie oft {} gemessen wird, ist eine Einstellung des Clusters, ohne Änderung 15 s',
  ],
  [
    'Set periodS to 15, or --horizontal-pod-autoscaler-sync-period of the cluster.',
    'periodS auf 15 setzen, oder --horizontal-pod-autoscaler-sync-period des Clusters.',
  ],
  [
    'a tolerance of {} for {} needs Kubernetes 1.33 with HPAConfigurableTolerance',
    'eine Toleranz von {} für {} braucht Kubernetes 1.33 mit HPAConfigurableTolerance',
  ],
  ['Set tolerance to {}, or turn that feature on.', 'tolerance auf {} setzen oder diese Funktion einschalten.'],
  [
    'Kubernetes looks back over whole seconds up to {} before it scales {} down',
    'Kubernetes blickt in ganzen Sekunden bis {} zurück, bevor es {} herunterskaliert',
  ],
  ['Set stabilisationDownS to a whole number up to {}.', 'stabilisationDownS auf eine ganze Zahl bis {} setzen.'],
  ['{} runs at "{}", since no scenario tells how often', '{} läuft nach „{}“, da kein Szenario sagt, wie oft'],
  [
    '{} runs at "{}", since it is started every {} s, which cron cannot tell',
    '{} läuft nach „{}“, da es alle {} s gestartet wird, was cron nicht sagen kann',
  ],
  ['{} runs at "{}", since {}', '{} läuft nach „{}“, Grund: {}'],
  ['Change the schedule in its CronJob.', 'Den Zeitplan in seinem CronJob ändern.'],
  [
    '{} reads {} from the Secret "{}", which the export does not hold',
    '{} liest {} aus dem Secret „{}“, das der Export nicht enthält',
  ],
  [
    'Make it in the cluster: kubectl create secret generic {} {}',
    'Im Cluster anlegen: kubectl create secret generic {} {}',
  ],
  [
    'Kubernetes keeps no timeouts, retries, limits or breakers of connections: {}',
    'Kubernetes kennt keine Fristen, Wiederholungen, Grenzen oder Sicherungen von Verbindungen: {}',
  ],
  [
    'Keep them in the code of the callers, or in a service mesh.',
    'Im Code der Aufrufer oder in einem Service-Mesh halten.',
  ],
  [
    'the export puts everything into one namespace, so {} does not become one',
    'der Export legt alles in einen Namespace, also wird {} keiner',
  ],
  [
    'Export the components of each namespace as a design of their own.',
    'Die Bauteile jedes Namespace als eigenen Entwurf exportieren.',
  ],
  [
    'the export leaves it to the cluster where pods run, so nothing is kept in the zone {}',
    'der Export überlässt es dem Cluster, wo Pods laufen, also bleibt nichts in der Zone {}',
  ],
  ['Pin its pods to the zone by a node selector.', 'Die Pods mit einem node selector an die Zone binden.'],
  [
    '{} is called from outside and speaks {}, which an Ingress does not carry',
    '{} wird von außen aufgerufen und spricht {}, was ein Ingress nicht trägt',
  ],
  [
    'Give it a Service of type LoadBalancer, or let a gateway take those calls.',
    'Einen Service vom Typ LoadBalancer geben oder ein Gateway diese Aufrufe annehmen lassen.',
  ],
  [
    '{} is called from outside, and the export makes it reachable inside the cluster only',
    '{} wird von außen aufgerufen, und der Export macht es nur innerhalb des Clusters erreichbar',
  ],
  ['Set the option ingressHost.', 'Die Option ingressHost setzen.'],
  ['Kubernetes manifests', 'Kubernetes-Manifeste'],
  [
    'Deployments, StatefulSets, Services, autoscalers and what they need, one file for each component',
    'Deployments, StatefulSets, Services, Autoscaler und was sie brauchen, eine Datei je Bauteil',
  ],
  ['Namespace', 'Namespace'],
  [
    'The namespace that is made and that everything lies in; empty leaves it to whoever applies the files.',
    'Der Namespace, der angelegt wird und in dem alles liegt; leer überlässt es dem, der die Dateien anwendet.',
  ],
  ['Ingress host', 'Ingress-Host'],
  [
    'The host under which what is called from outside is reachable; empty makes no Ingress.',
    'Der Host, unter dem von außen Aufgerufenes erreichbar ist; leer macht keinen Ingress.',
  ],
  ['Image pull policy', 'Wann Images geholt werden'],
  ['When images are fetched anew.', 'Wann Images neu geholt werden.'],
  ['"{}" cannot be the name of a namespace', '„{}“ kann kein Namespace heißen'],
  [
    'Use at most 63 lower-case letters, digits and -, beginning and ending with a letter or digit.',
    'Höchstens 63 Kleinbuchstaben, Ziffern und - verwenden, am Anfang und Ende Buchstabe oder Ziffer.',
  ],
  ['"{}" is no name of a host', '„{}“ ist kein Name eines Hosts'],
  [
    'Write it as shop.example.com, without scheme, port or path.',
    'Als shop.example.com schreiben, ohne Schema, Port oder Pfad.',
  ],
  ['Direction', 'Richtung'],
  [
    'Where the arrows lead: top down, left to right, bottom to top or right to left.',
    'Wohin die Pfeile führen: abwärts, nach rechts, aufwärts oder nach links.',
  ],
  ['Grouping', 'Gruppierung'],
  [
    'What the subgraphs are: the groups of the design, the families of its components, or none.',
    'Was die Untergraphen sind: die Gruppen des Entwurfs, die Familien seiner Bauteile, oder keine.',
  ],
  ['Theme', 'Farbschema'],
  ["Mermaid's own themes.", 'Die eigenen Farbschemata von Mermaid.'],
  [
    'the connection from {} to {} is not drawn, since one of them is not in the design',
    'die Verbindung von {} zu {} ist nicht gezeichnet, da eines davon nicht im Entwurf steht',
  ],
  ['Connect it to components of the design, or remove it.', 'Mit Bauteilen des Entwurfs verbinden oder entfernen.'],
  [
    'Mermaid draws {} arrows unless told otherwise, and there are {}; a diagram may not raise that limit',
    'Mermaid zeichnet ohne andere Angabe {} Pfeile, und es sind {}; ein Diagramm darf diese Grenze nicht anheben',
  ],
  [
    'Initialise Mermaid with maxEdges: {}, or export parts of the design.',
    'Mermaid mit maxEdges: {} starten oder Teile des Entwurfs exportieren.',
  ],
  [
    'Mermaid draws texts of up to {} characters unless told otherwise, and this one has {}; a diagram may not raise that limit',
    'Mermaid zeichnet ohne andere Angabe Texte bis {} Zeichen, und dieser hat {}; ein Diagramm darf diese Grenze nicht anheben',
  ],
  [
    'Initialise Mermaid with maxTextSize: {}, or export parts of the design.',
    'Mermaid mit maxTextSize: {} starten oder Teile des Entwurfs exportieren.',
  ],
  ['the export to {} has no option "{}"', 'der Export nach {} hat keine Option „{}“'],
  ['Leave it out; this export has no options.', 'Weglassen; dieser Export hat keine Optionen.'],
  ['Use one of: {}.', 'Eine davon verwenden: {}.'],
  ['the option "{}" cannot be {}', 'die Option „{}“ kann nicht {} sein'],
  ['Give it {}.', 'Angeben: {}.'],
  ['nothing in this design can be said in the format {}', 'nichts in diesem Entwurf lässt sich im Format {} sagen'],
  ['Add a component that the format knows.', 'Ein Bauteil ergänzen, das das Format kennt.'],
];
