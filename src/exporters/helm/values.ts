// The values of a chart, as the design has them, and the JSON schema that other values are held against.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Part } from '../kubernetes/plan.ts';
import { valueAt } from './tree.ts';
import { imageParts, type ImageParts } from './image.ts';
import { valuesKey } from './sheet.ts';

/** Stands for the host until the values tell it; what is named after it ends in it. */
export const HOST = 'chart.example.com';

export interface GlobalValues {
  readonly imagePullPolicy: string;
  readonly ingress: {
    readonly enabled: boolean;
    readonly host: string;
    readonly className: string;
    readonly tls: boolean;
  };
  readonly networkPolicies: { readonly enabled: boolean };
  readonly active: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What an installation may set, with what the design says of it. */
export function chartValues(parts: readonly Part[], { active, ...globals }: GlobalValues): Values {
  return {
    imagePullPolicy: globals.imagePullPolicy,
    imagePullSecrets: [],
    nodeSelector: {},
    tolerations: [],
    ingress: globals.ingress,
    networkPolicies: globals.networkPolicies,
    components: Object.fromEntries(parts.map((part) => [valuesKey(part.workload.name), componentValues(part, active)])),
  };
}

function componentValues({ workload, objects }: Part, active: string): Values {
  const { image, env, secrets, autoscale, name } = workload;
  const first = (...kinds: string[]) => objects.find(({ kind }) => kinds.includes(kind));
  const controller = first('Deployment', 'Rollout', 'StatefulSet', 'CronJob');
  const pod =
    valueAt(controller, ['spec', 'template']) ?? valueAt(controller, ['spec', 'jobTemplate', 'spec', 'template']);
  const entries = {
    image: withoutBlanks(imageParts(image)),
    replicas: valueAt(controller, ['spec', 'replicas']),
    autoscaling: autoscale === null ? undefined : rangeOf(first('HorizontalPodAutoscaler')),
    schedule: valueAt(controller, ['spec', 'schedule']),
    active: isTwice(workload) ? active : undefined,
    resources: valueAt(pod, ['spec', 'containers', 0, 'resources']),
    env: Object.keys(env).length === 0 ? undefined : env,
    secretName: secrets.length === 0 ? undefined : name,
    storage: storageOf(controller),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function isTwice({ type, strategy }: DeployedComponent): boolean {
  return type === 'deployment' && strategy === 'blue-green';
}

function withoutBlanks(parts: ImageParts): Values {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

function rangeOf(autoscaler: unknown): Values | undefined {
  const minReplicas = valueAt(autoscaler, ['spec', 'minReplicas']);
  const maxReplicas = valueAt(autoscaler, ['spec', 'maxReplicas']);
  return minReplicas === undefined ? undefined : { minReplicas, maxReplicas };
}

function storageOf(controller: unknown): Values | undefined {
  const size = valueAt(controller, ['spec', 'volumeClaimTemplates', 0, 'spec', 'resources', 'requests', 'storage']);
  return size === undefined ? undefined : { size, className: '' };
}

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const named: Schema = { type: 'string', minLength: 1 };
const switchedOn: Schema = { type: 'boolean' };
const amount: Schema = { type: ['string', 'number'] };
const count = (minimum: number): Schema => ({ type: 'integer', minimum });
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });

function record(properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const COMPONENT: Readonly<Record<string, Schema>> = {
  image: record({ repository: named, tag: text, digest: text }, ['repository']),
  replicas: count(0),
  autoscaling: record({ minReplicas: count(1), maxReplicas: count(1) }),
  schedule: named,
  active: { enum: ['blue', 'green'] },
  resources: record({ requests: mapOf(amount), limits: mapOf(amount) }, []),
  env: mapOf(text),
  secretName: named,
  storage: record({ size: amount, className: text }),
};

/** The schema of the values of one chart: each component has what its template reads, and nothing else. */
export function valuesSchema(values: Values): Schema {
  const components = Object.entries(values.components as Record<string, Values>).map(([key, own]) => [
    key,
    record(Object.fromEntries(Object.keys(own).map((name) => [name, COMPONENT[name] ?? {}]))),
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['imagePullPolicy', 'ingress', 'networkPolicies', 'components'],
    properties: {
      global: { type: 'object' },
      imagePullPolicy: { enum: ['IfNotPresent', 'Always', 'Never'] },
      imagePullSecrets: { type: 'array', items: record({ name: named }) },
      nodeSelector: mapOf(text),
      tolerations: { type: 'array', items: { type: 'object' } },
      ingress: record({ enabled: switchedOn, host: named, className: text, tls: switchedOn }),
      networkPolicies: record({ enabled: switchedOn }),
      components: record(Object.fromEntries(components) as Readonly<Record<string, Schema>>),
    },
    additionalProperties: false,
  };
}
