// Was die Exporte zu Compose, Swarm, Terraform und Ansible sagen.
import type { Phrase } from '../../phrases.ts';

export const containerPhrases: readonly Phrase[] = [
  [
    '{} and {} call each other, over others or at once, so {} does not wait for {} to start',
    '{} und {} rufen einander auf, direkt oder über andere, also wartet {} beim Start nicht auf {}',
  ],
  [
    'Let {} try again until {} answers, or turn one of the connections round.',
    '{} so lange neu versuchen lassen, bis {} antwortet, oder eine der Verbindungen umdrehen.',
  ],
  [
    'Inventory, variables, a role and two playbooks: one installs the containers, one rolls them out',
    'Inventar, Variablen, eine Rolle und zwei Playbooks: eines richtet die Container ein, eines rollt sie aus',
  ],
  ['Container engine', 'Container-Engine'],
  ['What runs the containers on the hosts.', 'Was die Container auf den Rechnern ausführt.'],
  ['Domain of the hosts', 'Domain der Rechner'],
  [
    'What comes after the names of the hosts in the inventory; each replica has a host of its own.',
    'Was im Inventar hinter den Namen der Rechner steht; jedes Replikat hat einen eigenen Rechner.',
  ],
  ['"{}" is no name of a domain', '„{}“ ist kein Name einer Domain'],
  ['Write it as example.internal, in lower case.', 'Als example.internal schreiben, in Kleinbuchstaben.'],
  ['its hosts are replaced in two halves', 'seine Rechner werden in zwei Hälften erneuert'],
  [
    'those that call {} are led to the first of its {} hosts only',
    'wer {} aufruft, wird nur zum ersten seiner {} Rechner geführt',
  ],
  [
    'Put a load balancer before its hosts, and set its address as ansible_host of the first.',
    'Einen Lastverteiler vor seine Rechner stellen und dessen Adresse als ansible_host des ersten setzen.',
  ],
  [
    'the hosts of the inventory have made-up names and no addresses',
    'die Rechner im Inventar haben erfundene Namen und keine Adressen',
  ],
  [
    'Set ansible_host of each host to its IP address; callers are told it too.',
    'ansible_host jedes Rechners auf seine IP-Adresse setzen; auch Aufrufer erfahren sie.',
  ],
  ['the values of secrets are not in the export: {}', 'die Werte von Geheimnissen stehen nicht im Export: {}'],
  [
    'Set these variables in a file that ansible-vault encrypts.',
    'Diese Variablen in einer Datei setzen, die ansible-vault verschlüsselt.',
  ],
  [
    'One Compose file: services with health checks and start order, networks, volumes, secrets',
    'Eine Compose-Datei: Dienste mit Prüfung und Startreihenfolge, Netze, Volumes, Geheimnisse',
  ],
  [
    'Puts observability and scheduled tasks under profiles of these names, so that they start only when asked for.',
    'Stellt Beobachtung und zeitgesteuerte Aufgaben unter die Profile observability und scheduled, so dass sie nur auf Wunsch starten.',
  ],
  ['Published ports', 'Veröffentlichte Ports'],
  [
    'Whose ports the host publishes: what is called from outside, everything, or nothing.',
    'Wessen Ports der Rechner veröffentlicht: was von außen aufgerufen wird, alles oder nichts.',
  ],
  ['Secrets from', 'Geheimnisse aus'],
  [
    'Where Compose finds the values of secrets: variables of its environment, or files in the folder secrets.',
    'Wo Compose die Werte von Geheimnissen findet: in Variablen seiner Umgebung oder in Dateien im Ordner secrets.',
  ],
  ['its containers are replaced at once', 'seine Container werden auf einmal ersetzt'],
  [
    'Write each into the file of that name in the folder secrets beside the Compose file.',
    'Jeden in die Datei dieses Namens im Ordner secrets neben der Compose-Datei schreiben.',
  ],
  [
    'Set each as a variable of the environment, or in a file named .env that is kept out of version control.',
    'Jeden als Umgebungsvariable setzen, oder in einer Datei .env, die nicht in die Versionsverwaltung kommt.',
  ],
  [
    '{} keeps no timeouts, retries, limits or breakers of connections: {}',
    '{} hält Zeitlimits, Wiederholungen, Grenzen und Schutzschalter von Verbindungen nicht ein: {}',
  ],
  ['Keep them in the code of the callers.', 'Im Code der Aufrufer dafür sorgen.'],
  [
    '{} does not scale {} by itself; it keeps {} replicas',
    '{} skaliert {} nicht von selbst; es bleibt bei {} Replikaten',
  ],
  [
    'Set its replicas to what the highest load needs, or export to Kubernetes.',
    'So viele Replikate setzen, wie die höchste Last braucht, oder nach Kubernetes exportieren.',
  ],
  [
    '{} knows no times at which {} is to run; it runs when somebody starts it',
    '{} kennt keine Zeiten, zu denen {} laufen soll; es läuft, wenn jemand es startet',
  ],
  [
    'Start {} from the cron of a host, or export to Kubernetes.',
    '{} vom cron eines Rechners starten lassen oder nach Kubernetes exportieren.',
  ],
  [
    'the replicas of {} would write to one volume, which {} is not made for',
    'die Replikate von {} schrieben auf ein Volume, wofür {} nicht gemacht ist',
  ],
  [
    'each replica of {} keeps data of its own, and nothing makes {} copy it to the others',
    'jedes Replikat von {} hält eigene Daten, und nichts lässt {} sie zu den anderen kopieren',
  ],
  [
    'Set up its own replication, or run one replica.',
    'Seine eigene Replikation einrichten oder ein Replikat betreiben.',
  ],
  ['{} knows no {}, so {} becomes a network only', '{} kennt dies nicht: {}; also wird {} nur ein Netz'],
  [
    'Export its components as a design of their own where they must lie apart.',
    'Seine Bauteile als eigenen Entwurf exportieren, wo sie getrennt liegen müssen.',
  ],
  ['{} does no {} rollout of {}; {}', '{} macht kein Rollout nach {} für {}; {}'],
  [
    'Choose a strategy that it has, or use a rollout controller on Kubernetes.',
    'Eine Strategie wählen, die es gibt, oder einen Rollout-Controller auf Kubernetes einsetzen.',
  ],
  [
    'the health checks of {} need wget or curl in their images',
    'die Prüfungen von {} brauchen wget oder curl in ihren Images',
  ],
  [
    'Put one of the two into each image, or remove its healthPath.',
    'Eines der beiden in jedes Image legen oder dessen healthPath entfernen.',
  ],
  [
    'port {} of the host is taken by another component, so {} is reached at {}',
    'Port {} des Rechners hat ein anderes Bauteil, also ist {} unter {} erreichbar',
  ],
  [
    'Give each component that is called from outside a port of its own.',
    'Jedem Bauteil, das von außen aufgerufen wird, einen eigenen Port geben.',
  ],
  [
    'the host has no {} free ports above that of {}, so it is not reached from outside',
    'der Rechner hat keine {} freien Ports über dem von {}, also ist es von außen nicht erreichbar',
  ],
  ['Give it a lower port, or fewer replicas.', 'Einen niedrigeren Port geben oder weniger Replikate.'],
  ['{} does not read the secrets of {} from files', '{} liest die Geheimnisse von {} nicht aus Dateien'],
  [
    'the image of {} must read its secrets from the files that these name: {}',
    'das Image von {} muss seine Geheimnisse aus den Dateien lesen, die diese nennen: {}',
  ],
  [
    'Wrap its start in a script that exports the content of each file as the variable.',
    'Seinen Start in ein Skript legen, das den Inhalt jeder Datei als die Variable setzt.',
  ],
  ['old and new tasks answer side by side', 'alte und neue Aufgaben antworten nebeneinander'],
  [
    'Swarm starts everything at once, also what calls others',
    'Swarm startet alles auf einmal, auch was andere aufruft',
  ],
  [
    'Let each caller try again until those that it calls answer.',
    'Jeden Aufrufer neu versuchen lassen, bis die Aufgerufenen antworten.',
  ],
  [
    'volumes stay on the node where a task first ran, so a task elsewhere finds none of the data of {}',
    'Volumes bleiben auf dem Knoten, auf dem eine Aufgabe zuerst lief; anderswo findet sie keine Daten von {}',
  ],
  [
    'Use a volume driver that all nodes share, or pin each of these to one node.',
    'Einen Volume-Treiber nehmen, den alle Knoten teilen, oder jedes an einen Knoten binden.',
  ],
  [
    'Make each in the swarm before: docker secret create NAME FILE',
    'Jedes vorher im Swarm anlegen: docker secret create NAME FILE',
  ],
  [
    'nothing runs in a zone before nodes have its label: {}',
    'in einer Zone läuft nichts, bevor Knoten ihr Etikett tragen: {}',
  ],
  [
    'Label them: docker node update --label-add LABEL NODE',
    'Sie etikettieren: docker node update --label-add LABEL NODE',
  ],
  [
    'A stack file: replicas, rolling updates, placement, external secrets, overlay networks',
    'Eine Stack-Datei: Replikate, rollende Erneuerung, Platzierung, externe Geheimnisse, Overlay-Netze',
  ],
  [
    'Whose ports the swarm publishes: what is called from outside, everything, or nothing.',
    'Wessen Ports der Swarm veröffentlicht: was von außen aufgerufen wird, alles oder nichts.',
  ],
  ['Zone label', 'Etikett der Zone'],
  [
    'The label of a node that names its zone; empty lets everything run anywhere.',
    'Das Etikett eines Knotens, das seine Zone nennt; leer lässt alles überall laufen.',
  ],
  ['"{}" cannot be the label of a node', '„{}“ kann kein Etikett eines Knotens sein'],
  [
    'Use letters, digits, -, _ and ., beginning and ending with a letter or digit.',
    'Buchstaben, Ziffern, -, _ und . verwenden, am Anfang und Ende Buchstabe oder Ziffer.',
  ],
  ['Namespace that everything lies in', 'Namespace, in dem alles liegt'],
  ['The namespace that everything lies in', 'Der Namespace, in dem alles liegt'],
  ['Where each service is found in the cluster', 'Wo jeder Dienst im Cluster zu finden ist'],
  ['The hosts under which it is reachable', 'Die Hosts, unter denen es erreichbar ist'],
  [
    'the Kubernetes provider of Terraform has no tolerance for the autoscaler {}',
    'der Kubernetes-Provider von Terraform hat keine Toleranz für den Autoscaler {}',
  ],
  [
    'Set its tolerance to 0.1, what a cluster does by itself.',
    'Seine Toleranz auf 0.1 setzen, was ein Cluster von selbst tut.',
  ],
  [
    'Resources with variables and outputs, for a Kubernetes cluster or for AWS with its managed services',
    'Ressourcen mit Variablen und Ausgaben, für einen Kubernetes-Cluster oder für AWS mit seinen verwalteten Diensten',
  ],
  [
    'Where it runs: in a Kubernetes cluster, or on AWS (Fargate and managed databases, caches and brokers).',
    'Wo es läuft: in einem Kubernetes-Cluster oder auf AWS (Fargate und verwaltete Datenbanken, Caches und Broker).',
  ],
  ['AWS region', 'AWS-Region'],
  ['The region that the variable of that name starts with.', 'Die Region, mit der die Variable dieses Namens beginnt.'],
  [
    'Terraform writes the accents of {} as single characters',
    'Terraform schreibt die Akzente von {} als einzelne Zeichen',
  ],
  ['Write the value in the form NFC of Unicode.', 'Den Wert in der Form NFC von Unicode schreiben.'],
  ['Region of AWS that everything lies in', 'Region von AWS, in der alles liegt'],
  ['Size of the instances of databases', 'Größe der Instanzen von Datenbanken'],
  ['Size of the nodes of caches', 'Größe der Knoten von Caches'],
  ['The cluster that tasks run in', 'Der Cluster, in dem Aufgaben laufen'],
  ['Where it is reachable from outside', 'Wo es von außen erreichbar ist'],
  ['"{}" is no name of a region of AWS', '„{}“ ist kein Name einer Region von AWS'],
  ['Write it as eu-central-1.', 'Als eu-central-1 schreiben.'],
  ['its tasks are replaced one after the other', 'seine Aufgaben werden nacheinander ersetzt'],
  ['The export to AWS', 'Der Export nach AWS'],
  [
    '{} becomes {}, whose callers speak the API of AWS and get rights instead of a password',
    '{} wird zu {}, dessen Aufrufer die API von AWS sprechen und Rechte statt eines Kennworts erhalten',
  ],
  [
    '{} is a managed service, so that these of its settings are left out: {}',
    '{} ist ein verwalteter Dienst, also bleiben diese seiner Einstellungen weg: {}',
  ],
  ['Set the sizes by the variables of the module.', 'Die Größen über die Variablen des Moduls setzen.'],
  [
    'AWS makes the password of {} and keeps it in Secrets Manager',
    'AWS erzeugt das Kennwort von {} und hält es im Secrets Manager',
  ],
  [
    'Let the secrets of its callers hold the same password, or read it from there.',
    'Die Geheimnisse seiner Aufrufer dasselbe Kennwort halten lassen oder es von dort lesen.',
  ],
  ['Use the SDK of AWS in the callers.', 'In den Aufrufern das SDK von AWS verwenden.'],
  [
    'the data of {} lies in its task and is lost with it',
    'die Daten von {} liegen in seiner Aufgabe und gehen mit ihr verloren',
  ],
  [
    'Put a volume of EFS behind it, or use a managed service.',
    'Ein Volume von EFS dahinterlegen oder einen verwalteten Dienst nehmen.',
  ],
  ['ECS cannot scale {} by its {}, so its number stays', 'ECS kann {} nicht nach {} skalieren, also bleibt die Anzahl'],
  [
    'Scale it by utilisation, or by a metric of your own in CloudWatch.',
    'Nach utilisation skalieren oder nach einer eigenen Messgröße in CloudWatch.',
  ],
  ['no task of Fargate is as large as {} is to be', 'keine Aufgabe von Fargate ist so groß, wie {} sein soll'],
  ['Use more and smaller replicas.', 'Mehr und kleinere Replikate verwenden.'],
  [
    '{} is called from outside, but the load balancer carries HTTP to tasks only',
    '{} wird von außen aufgerufen, aber der Lastverteiler trägt nur HTTP zu Aufgaben',
  ],
  ['Let a gateway take those calls.', 'Ein Gateway diese Aufrufe annehmen lassen.'],
  [
    '{} reads secrets that must be in Secrets Manager: {}',
    '{} liest Geheimnisse, die im Secrets Manager liegen müssen: {}',
  ],
  [
    'Make each before: aws secretsmanager create-secret --name NAME',
    'Jedes vorher anlegen: aws secretsmanager create-secret --name NAME',
  ],
  [
    'the load balancer speaks HTTP without TLS, since the design names no certificate',
    'der Lastverteiler spricht HTTP ohne TLS, da der Entwurf kein Zertifikat nennt',
  ],
  [
    'Give its listeners a certificate of ACM and the protocol HTTPS.',
    'Seinen Listenern ein Zertifikat von ACM und das Protokoll HTTPS geben.',
  ],
];
