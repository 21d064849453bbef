// Kubernetes objects as resources of Terraform's Kubernetes provider, which names everything alike in snake case.
import type { KubernetesObject } from '../kubernetes/any-object.ts';
import { block, expression, type Block, type Body, type Value } from './hcl.ts';

/** Kind to type of resource; what is not among them the provider does not have. */
const RESOURCES: Readonly<Record<string, string>> = {
  Namespace: 'kubernetes_namespace_v1',
  ServiceAccount: 'kubernetes_service_account_v1',
  ConfigMap: 'kubernetes_config_map_v1',
  Service: 'kubernetes_service_v1',
  Deployment: 'kubernetes_deployment_v1',
  StatefulSet: 'kubernetes_stateful_set_v1',
  CronJob: 'kubernetes_cron_job_v1',
  HorizontalPodAutoscaler: 'kubernetes_horizontal_pod_autoscaler_v2',
  PodDisruptionBudget: 'kubernetes_pod_disruption_budget_v1',
  Ingress: 'kubernetes_ingress_v1',
  NetworkPolicy: 'kubernetes_network_policy_v1',
};

/** Lists of objects are blocks of the singular; those of these names are called otherwise, or keep their names. */
const SINGULAR: Readonly<Record<string, string>> = {
  containers: 'container',
  volumes: 'volume',
  volumeMounts: 'volume_mount',
  volumeClaimTemplates: 'volume_claim_template',
  sysctls: 'sysctl',
  topologySpreadConstraints: 'topology_spread_constraint',
  metrics: 'metric',
  policies: 'policy',
  rules: 'rule',
  paths: 'path',
};

/** Objects whose keys are the user's own, which stay a map. */
const MAPS: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'data',
  'requests',
  'limits',
  'nodeSelector',
]);

interface Place {
  /** Of a Service, the selector is a map; everywhere else it is a block. */
  readonly kind: string;
}

/** Null for a kind that the provider does not have. */
export function resource(object: KubernetesObject): Block | null {
  const type = RESOURCES[object.kind];
  if (type === undefined) return null;
  const { apiVersion: _version, kind, ...rest } = object;
  return block('resource', [type, resourceName(object.metadata.name)], withJobMetadata(kind, bodyOf(rest, { kind })));
}

/** Names of objects may hold dots, those of resources may not; nothing else ends in `_files`. */
export function resourceName(name: string): string {
  return name.replaceAll('.', '__');
}

function bodyOf(object: object, place: Place): Body {
  return Object.entries(object).flatMap(([key, value]) => entry(key, value as unknown, place));
}

function entry(key: string, value: unknown, place: Place): Body {
  if (value === undefined) return [];
  if (key === 'namespace' && typeof value === 'string') return [[key, expression('var.namespace')]];
  if (Array.isArray(value) && value.some((inner) => typeof inner === 'object')) {
    const type = SINGULAR[key] ?? (key === 'ports' ? portsName(place) : snake(key));
    return (value as readonly object[]).map((inner) => block(type, [], bodyOf(inner, place)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isMap(key, place)) {
    return [[snake(key), value as Value]];
  }
  return [block(snake(key), [], bodyOf(value, place))];
}

function isMap(key: string, { kind }: Place): boolean {
  return MAPS.has(key) || (kind === 'Service' && key === 'selector');
}

function portsName({ kind }: Place): string {
  return kind === 'NetworkPolicy' ? 'ports' : 'port';
}

/** `clusterIP` and `podSelector` to `cluster_ip` and `pod_selector`. */
function snake(key: string): string {
  return key.replace(/([a-z])([A-Z]+)/g, '$1_$2').toLowerCase();
}

/** The provider wants a block for the metadata of a job, even an empty one. */
function withJobMetadata(kind: string, body: Body): Body {
  if (kind !== 'CronJob') return body;
  return body.map((entry) => ('type' in entry ? changed(entry) : entry));

  function changed(entry: Block): Block {
    const inner = entry.body.map((below) => ('type' in below ? changed(below) : below));
    return { ...entry, body: entry.type === 'job_template' ? [block('metadata', [], []), ...inner] : inner };
  }
}
