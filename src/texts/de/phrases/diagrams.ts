// Was die Exporte von Diagrammen sagen und welche Optionen sie haben.
import type { Phrase } from '../../phrases.ts';

export const diagramPhrases: readonly Phrase[] = [
  ['Mermaid diagram', 'Diagramm in Mermaid'],
  [
    'A flowchart, the sequence of one request, a C4 diagram, or the states of the rollouts',
    'Ein Flussdiagramm, der Ablauf einer Anfrage, ein C4-Diagramm oder die Zustände der Rollouts',
  ],
  ['Diagram', 'Diagramm'],
  [
    'A flowchart of all, one request as a sequence, the C4 model, or the states of the rollouts.',
    'Ein Flussdiagramm von allem, eine Anfrage als Ablauf, das C4-Modell oder die Zustände der Rollouts.',
  ],
  ['Start of the sequence', 'Beginn des Ablaufs'],
  [
    'The id of the component where the request begins; empty takes where the first scenario has its first arrivals.',
    'Die ID des Bauteils, bei dem die Anfrage beginnt; leer nimmt die ersten Ankünfte des ersten Szenarios.',
  ],
  [
    'no component of the design has a rollout, so there are no states of one to draw',
    'kein Bauteil des Entwurfs hat ein Rollout, also sind keine Zustände zu zeichnen',
  ],
  [
    'Give a component a rollout strategy, or a scenario a rollout.',
    'Einem Bauteil eine Rollout-Strategie oder einem Szenario ein Rollout geben.',
  ],
  [
    'there is no component "{}" where the request could begin',
    'es gibt kein Bauteil „{}“, bei dem die Anfrage beginnen könnte',
  ],
  [
    'Give the id of a component of the design, or leave it empty.',
    'Die ID eines Bauteils des Entwurfs angeben oder leer lassen.',
  ],
  [
    'a sequence diagram has no direction; time always goes down',
    'ein Sequenzdiagramm hat keine Richtung; die Zeit läuft immer abwärts',
  ],
  ['Leave the direction out.', 'Die Richtung weglassen.'],
  [
    'the request makes more calls than a sequence diagram can show, so the last ones are left out',
    'die Anfrage macht mehr Aufrufe, als ein Sequenzdiagramm zeigen kann; die letzten fehlen darin',
  ],
  [
    'Begin the sequence at a component further in, by the option start.',
    'Den Ablauf mit der Option start bei einem Bauteil weiter innen beginnen lassen.',
  ],
  [
    'one request does not come along {} connections, which are not in the sequence',
    'eine Anfrage kommt an {} Verbindungen nicht vorbei; sie fehlen im Ablauf',
  ],
  ['Choose the flowchart to see all connections.', 'Für alle Verbindungen das Flussdiagramm wählen.'],
  ['Structurizr workspace', 'Structurizr-Workspace'],
  [
    'A workspace in the Structurizr DSL: people, systems, containers, deployment, views and styles',
    'Ein Workspace in der Structurizr-DSL: Personen, Systeme, Container, Deployment, Ansichten und Stile',
  ],
  [
    'Where the automatic layout of the views leads: down, right, up or left.',
    'Wohin die automatische Anordnung der Ansichten führt: abwärts, nach rechts, aufwärts oder nach links.',
  ],
  ['Environment', 'Umgebung'],
  [
    'What the environment is called that the containers are deployed in; empty leaves it out.',
    'Wie die Umgebung heißt, in der die Container laufen; leer lässt sie weg.',
  ],
  [
    'the connection from {} to {} is left out, since an end of it is missing or another says the same',
    'die Verbindung von {} zu {} fehlt, da ein Ende von ihr fehlt oder eine andere dasselbe sagt',
  ],
  [
    'Connect it to components of the design, or give it a label of its own.',
    'Mit Bauteilen des Entwurfs verbinden oder ihr eine eigene Beschriftung geben.',
  ],
  [
    '{} is written with its id behind its name, since another has the same name',
    '{} steht mit der ID hinter dem Namen, da etwas anderes ebenso heißt',
  ],
  ['Give each a name of its own.', 'Jedem einen eigenen Namen geben.'],
  [
    'the texts of {} hold signs that the DSL cannot say, so that similar ones stand for them',
    'die Texte von {} enthalten Zeichen, die die DSL nicht sagen kann; ähnliche stehen dafür',
  ],
  [
    'Write them without a backslash, without ${, and names of groups without a slash.',
    'Ohne Backslash und ohne ${ schreiben, Namen von Gruppen ohne Schrägstrich.',
  ],
  ['a workspace has no place for {}, so they are left out', 'ein Workspace hat keinen Platz für {}; das fehlt also'],
  ['Keep the design beside the workspace.', 'Den Entwurf neben dem Workspace aufbewahren.'],
  ['draw.io drawing', 'draw.io-Zeichnung'],
  [
    'A drawing for draw.io (diagrams.net): shapes in their groups, connections, and all data of each',
    'Eine Zeichnung für draw.io (diagrams.net): Formen in ihren Gruppen, Verbindungen und alle Daten dazu',
  ],
  ['Places', 'Plätze'],
  [
    'Where the shapes stand: as in the design, with a layout for those without a place, or all laid out anew.',
    'Wo die Formen stehen: wie im Entwurf, mit Anordnung derer ohne Platz, oder alle neu angeordnet.',
  ],
  [
    'of the environment of {} the drawing has the names only, since a value may be a secret',
    'von der Umgebung von {} hat die Zeichnung nur die Namen, denn ein Wert kann ein Geheimnis sein',
  ],
  ['Keep the design beside the drawing.', 'Den Entwurf neben der Zeichnung aufbewahren.'],
];
