// Kubernetes objects as Helm templates: what an installation may want otherwise is read from the values.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { KubernetesObject } from '../kubernetes/any-object.ts';
import { certificateName } from '../kubernetes/network.ts';
import type { Part } from '../kubernetes/plan.ts';
import { yamlText } from '../yaml.ts';
import { imageParts } from './image.ts';
import { createSheet, valuesOf, type Sheet } from './sheet.ts';
import { exchanged, extended, valueAt, without, type Path } from './tree.ts';
import { HOST } from './values.ts';

interface Context {
  readonly sheet: Sheet;
  readonly chart: string;
  readonly workload: DeployedComponent;
}

type Change = (object: KubernetesObject, context: Context) => KubernetesObject;

/** The template of one component: its objects, one after the other. */
export function componentTemplate({ workload, objects }: Part, chart: string): string {
  const sheet = createSheet(JSON.stringify(objects));
  const documents = objects.map((object) => document(object, { sheet, chart, workload }));
  return documents.join('');
}

/** The template of what belongs to no component. */
export function commonTemplate(objects: readonly KubernetesObject[], chart: string): string {
  const sheet = createSheet(JSON.stringify(objects));
  return objects.map((object) => guarded(object, sheet.fill(text(labelled(object, sheet, chart))))).join('');
}

function document(object: KubernetesObject, context: Context): string {
  const changes = [...(CHANGES[object.kind] ?? [])];
  const changed = changes.reduce((before, change) => change(before, context), object);
  return guarded(object, context.sheet.fill(text(labelled(changed, context.sheet, context.chart))));
}

function text(object: KubernetesObject): string {
  return `---\n${yamlText(object)}`;
}

/** Some objects are there only where the values want them. */
function guarded({ kind }: KubernetesObject, template: string): string {
  const condition = { Ingress: '.Values.ingress.enabled', NetworkPolicy: '.Values.networkPolicies.enabled' }[
    kind as string
  ];
  return condition === undefined ? template : `{{- if ${condition} }}\n${template}{{- end }}\n`;
}

/** Who manages an object, and of which release it is, Helm says. */
function labelled(object: KubernetesObject, sheet: Sheet, chart: string): KubernetesObject {
  const include = (indent: number) => [`{{- include "${chart}.labels" . | nindent ${indent} }}`];
  const plain = without(object, ['metadata', 'labels', 'app.kubernetes.io/managed-by']);
  return extended(plain, ['metadata', 'labels'], sheet.put({ form: 'lines', lines: include }));
}

const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  ConfigMap: [settings],
  Service: [slot],
  Deployment: [replicas, pod(['spec', 'template'])],
  Rollout: [replicas, rolloutNamespace, pod(['spec', 'template'])],
  StatefulSet: [replicas, pod(['spec', 'template']), storage],
  CronJob: [schedule, pod(['spec', 'jobTemplate', 'spec', 'template'])],
  HorizontalPodAutoscaler: [range],
  Ingress: [entry],
};

function replicas(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  return exchanged(object, ['spec', 'replicas'], number(sheet, valuesOf(workload.name, 'replicas')));
}

function rolloutNamespace(object: KubernetesObject, { sheet }: Context): KubernetesObject {
  const path = ['spec', 'strategy', 'canary', 'trafficRouting', 'plugins', 'argoproj-labs/gatewayAPI', 'namespace'];
  return exchanged(object, path, quoted(sheet, '.Release.Namespace'));
}

function range(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  const at = (key: string) => number(sheet, valuesOf(workload.name, 'autoscaling', key));
  return exchanged(
    exchanged(object, ['spec', 'minReplicas'], at('minReplicas')),
    ['spec', 'maxReplicas'],
    at('maxReplicas'),
  );
}

function schedule(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  return exchanged(object, ['spec', 'schedule'], quoted(sheet, valuesOf(workload.name, 'schedule')));
}

function storage(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  const claim: Path = ['spec', 'volumeClaimTemplates', 0, 'spec'];
  const size = quoted(sheet, valuesOf(workload.name, 'storage', 'size'));
  const sized = exchanged(object, [...claim, 'resources', 'requests', 'storage'], size);
  const className = sheet.put({
    form: 'lines',
    lines: () => [
      `{{- with ${valuesOf(workload.name, 'storage', 'className')} }}`,
      'storageClassName: {{ . | quote }}',
      '{{- end }}',
    ],
  });
  return extended(sized, claim, className);
}

/** Only the settings; files of a ready image are not for an installation to change. */
function settings(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  if (object.metadata.name !== workload.name) return object;
  return exchanged(object, ['data'], sheet.put({ form: 'block', at: valuesOf(workload.name, 'env') }));
}

function slot(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  return exchanged(object, ['spec', 'selector', 'slot'], quoted(sheet, valuesOf(workload.name, 'active')));
}

function entry(object: KubernetesObject, { sheet, workload }: Context): KubernetesObject {
  const planned = valueAt(object, ['spec', 'rules', 0, 'host']);
  const host = `"${String(planned).slice(0, -HOST.length)}{{ .Values.ingress.host }}"`;
  const lines = sheet.put({
    form: 'lines',
    lines: () => [
      '{{- with .Values.ingress.className }}',
      'ingressClassName: {{ . | quote }}',
      '{{- end }}',
      '{{- if .Values.ingress.tls }}',
      'tls:',
      '  - hosts:',
      `      - ${host}`,
      `    secretName: ${certificateName(workload)}`,
      '{{- end }}',
    ],
  });
  return extended(
    exchanged(object, ['spec', 'rules', 0, 'host'], sheet.put({ form: 'value', text: host })),
    ['spec'],
    lines,
  );
}

function pod(path: Path): Change {
  return (object, context) => {
    const { sheet, workload } = context;
    const container: Path = [...path, 'spec', 'containers', 0];
    const pull = quoted(sheet, '.Values.imagePullPolicy');
    const resources = sheet.put({ form: 'block', at: valuesOf(workload.name, 'resources') });
    const changed = [
      [[...container, 'image'], sheet.put({ form: 'value', text: image(workload) })],
      [[...container, 'imagePullPolicy'], pull],
      [[...container, 'resources'], resources],
      [[...path, 'metadata', 'annotations', 'checksum/config'], checksum(object, path, context)],
      ...workload.secrets.map(
        (_, at) => [[...container, 'env', at, 'valueFrom', 'secretKeyRef', 'name'], secretName(context)] as const,
      ),
    ].reduce((before, [place, value]) => exchanged(before, place as Path, value), object);
    return extended(changed, [...path, 'spec'], sheet.put({ form: 'lines', lines: placement }));
  };
}

function image({ name, image: reference }: DeployedComponent): string {
  const at = (key: string) => `{{ ${valuesOf(name, 'image', key)} }}`;
  const { tag, digest } = imageParts(reference);
  return `"${at('repository')}${tag === '' ? '' : `:${at('tag')}`}${digest === '' ? '' : `@${at('digest')}`}"`;
}

/** Pods start anew when the settings among the values change, or those that came with the chart. */
function checksum(object: KubernetesObject, path: Path, { sheet, workload }: Context): string {
  const own = String(valueAt(object, [...path, 'metadata', 'annotations', 'checksum/config']));
  const env = valuesOf(workload.name, 'env');
  const text = Object.keys(workload.env).length === 0 ? own : `${own}-{{ toYaml ${env} | sha256sum | trunc 16 }}`;
  return sheet.put({ form: 'value', text: `"${text}"` });
}

function secretName({ sheet, workload }: Context): string {
  return quoted(sheet, valuesOf(workload.name, 'secretName'));
}

function placement(indent: number): string[] {
  return ['imagePullSecrets', 'nodeSelector', 'tolerations'].flatMap((key) => [
    `{{- with .Values.${key} }}`,
    `${key}:`,
    `  {{- toYaml . | nindent ${indent + 2} }}`,
    '{{- end }}',
  ]);
}

function quoted(sheet: Sheet, expression: string): string {
  return sheet.put({ form: 'value', text: `{{ ${expression} | quote }}` });
}

/** Helm reads numbers as floating-point ones, and would write a million as 1e+06. */
function number(sheet: Sheet, expression: string): string {
  return sheet.put({ form: 'value', text: `{{ ${expression} | int64 }}` });
}
