// Was die Exporte nach Kubernetes, Kustomize und Helm sagen und welche Optionen sie haben.
import type { Phrase } from '../../phrases.ts';

export const clusterPhrases: readonly Phrase[] = [
  ['Kustomize', 'Kustomize'],
  [
    'The Kubernetes objects as a base, with overlays for dev, staging and production',
    'Die Kubernetes-Objekte als Basis, mit Overlays für dev, staging und production',
  ],
  [
    'What the namespaces of the environments begin with; empty takes the name of the design.',
    'Womit die Namespaces der Umgebungen beginnen; leer nimmt den Namen des Entwurfs.',
  ],
  [
    'The host in production of what is called from outside, elsewhere with the environment before it; empty makes no Ingress.',
    'Der Host in production für von außen Aufgerufenes, sonst mit der Umgebung davor; leer macht keinen Ingress.',
  ],
  ['Helm chart', 'Helm-Chart'],
  [
    'The Kubernetes objects as templates, with values, their schema, and a test',
    'Die Kubernetes-Objekte als Vorlagen, mit Werten, deren Schema und einem Test',
  ],
  ['Way in from outside', 'Zugang von außen'],
  [
    'By an Ingress, or by a Gateway and an HTTPRoute, which also weigh the requests of a canary.',
    'Über einen Ingress oder über Gateway und HTTPRoute, die auch die Anfragen eines Canary gewichten.',
  ],
  ['Class of the Ingress or Gateway', 'Klasse des Ingress oder Gateways'],
  [
    'Which controller of the cluster serves it; empty leaves an Ingress to the default one.',
    'Welcher Controller des Clusters ihn bedient; leer überlässt einen Ingress dem voreingestellten.',
  ],
  ['HTTPS from outside', 'HTTPS von außen'],
  [
    'Serve each host by the certificate of a Secret of the cluster.',
    'Jeden Host mit dem Zertifikat aus einem Secret des Clusters bedienen.',
  ],
  ['Active side of blue-green', 'Aktive Seite bei Blue-Green'],
  [
    'The Deployment that the Service of a blue-green component leads to.',
    'Das Deployment, zu dem der Service eines Blue-Green-Bauteils führt.',
  ],
  ['Canary rollouts', 'Canary-Rollouts'],
  [
    'As a Rollout of the controller Argo Rollouts, or as a Deployment that is updated one pod after the other.',
    'Als Rollout des Controllers Argo Rollouts oder als Deployment, dessen Pods nacheinander erneuert werden.',
  ],
  ['Network policies', 'Netzregeln'],
  [
    'Let pods talk along the connections of the design only.',
    'Pods nur entlang der Verbindungen des Entwurfs miteinander sprechen lassen.',
  ],
  ['"{}" cannot be the name of a class', '„{}“ kann keine Klasse heißen'],
  [
    'Use lower-case letters, digits, - and dots, as in nginx.',
    'Kleinbuchstaben, Ziffern, - und Punkte verwenden, wie in nginx.',
  ],
  [
    'the pods of "{}" need a {} named "{}", as "{}" is called',
    'die Pods von „{}“ brauchen etwas der Art {} namens „{}“, wie schon „{}“ heißt',
  ],
  [
    'the canary of {} goes on whatever its errors are, since the export knows no metrics to abort it by',
    'der Canary von {} läuft trotz Fehlern weiter, denn der Export kennt keine Messgrößen, um ihn abzubrechen',
  ],
  [
    'Add an AnalysisTemplate that asks your metrics for the share of errors.',
    'Ein AnalysisTemplate ergänzen, das die eigenen Messgrößen nach dem Anteil der Fehler fragt.',
  ],
  [
    'the canary of {} takes whole percents and whole seconds from 1, so its steps are rounded',
    'der Canary von {} nimmt ganze Prozente und ganze Sekunden ab 1, also sind seine Schritte gerundet',
  ],
  ['Round weight and holdS of its steps.', 'weight und holdS seiner Schritte runden.'],
  [
    'the canary of {} must name the namespace of its HTTPRoute; default is assumed',
    'der Canary von {} muss den Namespace seiner HTTPRoute nennen; angenommen wird default',
  ],
  ['Set the option namespace.', 'Die Option namespace setzen.'],
  [
    '{} runs twice, as {}-blue and {}-green, and its Service leads to {}',
    '{} läuft zweimal, als {}-blue und {}-green, und sein Service führt zu {}',
  ],
  [
    'Give {} the new image, then export with the option active set to {}.',
    '{} das neue Image geben, dann mit der Option active auf {} exportieren.',
  ],
  [
    '{} is a Rollout, which the controller Argo Rollouts must be there to run',
    '{} ist ein Rollout, für den der Controller Argo Rollouts da sein muss',
  ],
  [
    'Install Argo Rollouts in the cluster, or set the option canary to rolling.',
    'Argo Rollouts im Cluster installieren oder die Option canary auf rolling setzen.',
  ],
  [
    'the certificate of {} is read from the Secret "{}", which the export does not hold',
    'das Zertifikat von {} kommt aus dem Secret „{}“, das der Export nicht enthält',
  ],
  [
    'Make it in the cluster, with cert-manager or by kubectl create secret tls {} --cert=… --key=…',
    'Im Cluster anlegen, mit cert-manager oder durch kubectl create secret tls {} --cert=… --key=…',
  ],
  [
    'a Gateway must name its class; "default" is assumed',
    'ein Gateway muss seine Klasse nennen; angenommen wird „default“',
  ],
  ['Set the option entryClass.', 'Die Option entryClass setzen.'],
  [
    '{} calls a system elsewhere whose addresses the design does not tell, so it may reach all public ones',
    '{} ruft ein anderes System auf, dessen Adressen der Entwurf nicht nennt, und darf alle öffentlichen erreichen',
  ],
  [
    'Narrow the ipBlock in its NetworkPolicy to those of that system.',
    'Den ipBlock in seiner NetworkPolicy auf die dieses Systems einengen.',
  ],
];
