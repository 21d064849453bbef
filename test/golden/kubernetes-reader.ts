// Kubernetes manifests as a cluster reads them: YAML, then the published schemas, then what must fit between objects.
import * as client from '@kubernetes/client-node';
import * as argoproj from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1';
import * as gatewayV1 from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1';
import * as appsV1 from 'kubernetes-models/apps/v1';
import * as autoscalingV2 from 'kubernetes-models/autoscaling/v2';
import * as batchV1 from 'kubernetes-models/batch/v1';
import * as networkingV1 from 'kubernetes-models/networking.k8s.io/v1';
import * as policyV1 from 'kubernetes-models/policy/v1';
import * as coreV1 from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly [key: string]: unknown;
}

/** What was read before, as JSON; the environments of one export share most of their files. */
const known = new Map<string, string>();

/** The documents of a stream; throws where a reader of YAML 1.1 and one of 1.2 would not see the same. */
export function readManifests(text: string): Manifest[] {
  const json = known.get(text) ?? readBoth(text);
  if (known.size > 200) known.clear();
  known.set(text, json);
  return JSON.parse(json) as Manifest[];
}

function readBoth(text: string): string {
  const [old, current] = (['1.1', '1.2'] as const).map((version) => {
    const documents = parseAllDocuments(text, { version, uniqueKeys: true });
    if (!Array.isArray(documents)) throw new Error('no document in the stream');
    const manifests = documents.map((document) => {
      const [problem] = [...document.errors, ...document.warnings];
      if (problem !== undefined) throw problem;
      return document.toJS() as Manifest;
    });
    return JSON.stringify(manifests);
  });
  if (old !== current) throw new Error(`YAML 1.1 and 1.2 read this apart:\n${text}`);
  return current ?? '[]';
}

interface Validator {
  validate(): void;
}

/** Of custom resources, which the client of the API does not know. */
const CUSTOM_MODELS: Readonly<Record<string, object>> = {
  'argoproj.io/v1alpha1': argoproj,
  'gateway.networking.k8s.io/v1': gatewayV1,
};

const MODELS: Readonly<Record<string, object>> = {
  v1: coreV1,
  'apps/v1': appsV1,
  'batch/v1': batchV1,
  'autoscaling/v2': autoscalingV2,
  'policy/v1': policyV1,
  'networking.k8s.io/v1': networkingV1,
  ...CUSTOM_MODELS,
};

/** What the API would refuse of an object: what is missing, of a wrong type, or unknown. */
export function schemaErrors(manifest: Manifest): string[] {
  const name = `${manifest.kind}/${manifest.metadata.name}`;
  const group: Readonly<Record<string, unknown>> = { ...MODELS[manifest.apiVersion] };
  const model = group[manifest.kind] as (new (data: unknown) => Validator) | undefined;
  if (model === undefined) return [`${name}: no schema for ${manifest.apiVersion}`];
  const errors: string[] = [];
  try {
    new model(manifest).validate();
  } catch (error) {
    errors.push(`${name}: ${String(error)}`);
  }
  if (manifest.apiVersion in CUSTOM_MODELS) return errors;
  const version = manifest.apiVersion.slice(manifest.apiVersion.lastIndexOf('/') + 1);
  return [...errors, ...typeErrors(manifest, `${version.toUpperCase()}${manifest.kind}`, name)];
}

interface Attribute {
  readonly baseName: string;
  readonly type: string;
}

const classes: Readonly<Record<string, unknown>> = { ...client };

/** Walks a value beside the type that the client of the API generates from its schema. */
function typeErrors(value: unknown, type: string, path: string): string[] {
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list !== undefined) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((item, at) => typeErrors(item, list, `${path}[${at}]`));
  }
  const entry = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (entry !== undefined) return entries(value).flatMap(([key, item]) => typeErrors(item, entry, `${path}.${key}`));
  if (type === 'string' || type === 'number' || type === 'boolean') {
    return typeof value === type ? [] : [`${path}: no ${type}`];
  }
  if (type === 'IntOrString')
    return typeof value === 'string' || Number.isInteger(value) ? [] : [`${path}: no ${type}`];
  const known = classes[type] as { getAttributeTypeMap?: () => Attribute[] } | undefined;
  if (known?.getAttributeTypeMap === undefined) return [`${path}: no type ${type}`];
  const attributes = new Map(known.getAttributeTypeMap().map((attribute) => [attribute.baseName, attribute.type]));
  return entries(value).flatMap(([key, item]) => {
    const attribute = attributes.get(key);
    return attribute === undefined
      ? [`${path}.${key}: unknown to ${type}`]
      : typeErrors(item, attribute, `${path}.${key}`);
  });
}

function entries(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [['', value]];
  return Object.entries(value);
}
