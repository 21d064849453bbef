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
];
