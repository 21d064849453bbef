// What no schema sees: names that one object gives another must be there, and no two objects may be one.
import type { Manifest } from './kubernetes-reader.ts';

interface Pod {
  metadata: { labels: Record<string, string> };
  spec: {
    serviceAccountName: string;
    containers: {
      ports?: { name: string; containerPort: number }[];
      envFrom?: { configMapRef: { name: string } }[];
      env?: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
      volumeMounts?: { name: string; mountPath: string; subPath?: string }[];
      resources?: { requests: Record<string, string>; limits: Record<string, string> };
      startupProbe?: ProbeOf;
      readinessProbe?: ProbeOf;
      livenessProbe?: ProbeOf;
      securityContext: { allowPrivilegeEscalation: boolean; capabilities: { drop: string[] } };
    }[];
    volumes?: { name: string; configMap?: { name: string } }[];
    securityContext: { runAsNonRoot: boolean; runAsUser: number; seccompProfile: { type: string } };
  };
}

interface ProbeOf {
  httpGet?: { port: string };
  tcpSocket?: { port: string };
}

interface ControllerSpec {
  replicas?: number;
  serviceName?: string;
  selector?: { matchLabels: Record<string, string> };
  template?: Pod;
  jobTemplate?: { spec: { template: Pod } };
  volumeClaimTemplates?: { metadata: { name: string } }[];
}

export const CONTROLLERS = ['Deployment', 'Rollout', 'StatefulSet', 'CronJob'];
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;
const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const SERVICE_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const KEY = /^(?!\.\.)[-._A-Za-z0-9]{1,253}$/;
/** The restricted pod security standard allows these sysctls, and root to nobody. */
const NOBODY_IS_ROOT = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

export function misfits(manifests: readonly Manifest[]): string[] {
  const all = new Index(manifests);
  return [...all.doubles(), ...manifests.flatMap((manifest) => [...named(manifest), ...fits(manifest, all)])];
}

class Index {
  private readonly byName = new Map<string, Manifest>();
  private readonly twice: string[] = [];
  readonly pods: { readonly pod: Pod; readonly owner: string }[] = [];

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const key = `${manifest.kind}/${manifest.metadata.name}`;
      if (this.byName.has(key)) this.twice.push(`${key}: twice`);
      this.byName.set(key, manifest);
      const pod = podOf(manifest);
      if (pod) this.pods.push({ pod, owner: key });
    }
  }

  doubles(): readonly string[] {
    return this.twice;
  }

  get(kind: string, name: string): Manifest | undefined {
    return this.byName.get(`${kind}/${name}`);
  }

  selected(labels: Record<string, string>): { readonly pod: Pod; readonly owner: string }[] {
    const wanted = Object.entries(labels);
    return this.pods.filter(({ pod }) => wanted.every(([key, value]) => pod.metadata.labels[key] === value));
  }
}

function podOf({ kind, spec }: Manifest): Pod | undefined {
  if (!CONTROLLERS.includes(kind)) return undefined;
  const { template, jobTemplate } = spec as ControllerSpec;
  return template ?? jobTemplate?.spec.template;
}

function named({ kind, metadata }: Manifest): string[] {
  const pattern = kind === 'Service' ? SERVICE_NAME : SUBDOMAIN;
  const longest = { StatefulSet: 52, CronJob: 52 }[kind] ?? 253;
  const isGood = pattern.test(metadata.name) && metadata.name.length <= longest;
  const labels = Object.entries(metadata.labels ?? {}).filter(([, value]) => !LABEL_VALUE.test(value));
  return [
    ...(isGood ? [] : [`${kind}/${metadata.name}: a bad name`]),
    ...labels.map(([key, value]) => `${kind}/${metadata.name}: a bad label ${key}: ${value}`),
  ];
}

function fits(manifest: Manifest, all: Index): string[] {
  const name = `${manifest.kind}/${manifest.metadata.name}`;
  const faults = faultsOf(manifest, all);
  return faults.map((fault) => `${name}: ${fault}`);
}

function faultsOf(manifest: Manifest, all: Index): string[] {
  switch (manifest.kind) {
    case 'Deployment':
    case 'Rollout':
    case 'StatefulSet':
    case 'CronJob':
      return controllerFaults(manifest, all);
    case 'Service':
      return serviceFaults(manifest, all);
    case 'ConfigMap':
      return Object.keys(manifest.data as object).flatMap((key) => (KEY.test(key) ? [] : [`a bad key ${key}`]));
    case 'HorizontalPodAutoscaler':
      return autoscalerFaults(manifest, all);
    case 'PodDisruptionBudget': {
      const { selector } = manifest.spec as { selector: { matchLabels: Record<string, string> } };
      return all.selected(selector.matchLabels).length === 1 ? [] : ['selects not the pods of one controller'];
    }
    case 'Ingress':
      return ingressFaults(manifest, all);
    case 'HTTPRoute':
      return routeFaults(manifest, all);
    case 'NetworkPolicy':
      return policyFaults(manifest, all);
    default:
      return [];
  }
}

function controllerFaults(manifest: Manifest, all: Index): string[] {
  const spec = manifest.spec as ControllerSpec;
  const pod = podOf(manifest);
  if (!pod) return ['no pod'];
  const { strategy } = manifest.spec as { strategy?: { canary?: { stableService?: string; canaryService?: string } } };
  const services = [strategy?.canary?.stableService, strategy?.canary?.canaryService];
  const lost = services.filter((name) => name !== undefined && !all.get('Service', name));
  const selected = spec.selector ? all.selected(spec.selector.matchLabels) : [{ pod }];
  const own = selected.length === 1 && selected[0]?.pod === pod;
  const isHeadless =
    spec.serviceName === undefined ||
    (all.get('Service', spec.serviceName)?.spec as { clusterIP?: string } | undefined)?.clusterIP === 'None';
  const claims = (spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name);
  return [
    ...(own ? [] : ['selects not its own pods']),
    ...(isHeadless ? [] : [`no headless service ${String(spec.serviceName)}`]),
    ...lost.map((name) => `no service ${String(name)}`),
    ...podFaults(pod, claims, all),
  ];
}

function podFaults({ spec }: Pod, claims: readonly string[], all: Index): string[] {
  const faults: string[] = [];
  const { runAsNonRoot, seccompProfile, runAsUser } = spec.securityContext;
  if (JSON.stringify({ runAsNonRoot, seccompProfile }) !== JSON.stringify(NOBODY_IS_ROOT) || runAsUser === 0) {
    faults.push('not restricted');
  }
  if (!all.get('ServiceAccount', spec.serviceAccountName)) faults.push(`no account ${spec.serviceAccountName}`);
  const volumes = new Set([...claims, ...(spec.volumes ?? []).map(({ name }) => name)]);
  if (volumes.size !== claims.length + (spec.volumes ?? []).length) faults.push('two volumes of one name');
  for (const volume of spec.volumes ?? []) {
    if (volume.configMap && !all.get('ConfigMap', volume.configMap.name)) faults.push(`no files ${volume.name}`);
  }
  for (const container of spec.containers) {
    const mounts = container.volumeMounts ?? [];
    if (mounts.some(({ name }) => !volumes.has(name))) faults.push('a mount without a volume');
    if (new Set(mounts.map(({ mountPath }) => mountPath)).size !== mounts.length)
      faults.push('two mounts in one place');
    if (mounts.some(({ name }) => name.length > 63)) faults.push('a long name of a volume');
    for (const { configMapRef } of container.envFrom ?? []) {
      if (!all.get('ConfigMap', configMapRef.name)) faults.push(`no settings ${configMapRef.name}`);
    }
    if ((container.env ?? []).some(({ value, valueFrom }) => value !== undefined || !valueFrom)) {
      faults.push('a secret written out');
    }
    const ports = new Set((container.ports ?? []).map(({ name }) => name));
    for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
      const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
      if (port !== undefined && !ports.has(port)) faults.push(`a probe of no port ${port}`);
    }
    const { securityContext } = container;
    if (securityContext.allowPrivilegeEscalation || securityContext.capabilities.drop[0] !== 'ALL') {
      faults.push('not restricted');
    }
  }
  return faults;
}

function serviceFaults(manifest: Manifest, all: Index): string[] {
  const { selector, ports } = manifest.spec as {
    selector: Record<string, string>;
    ports: { targetPort: string; port: number }[];
  };
  const selected = all.selected(selector);
  if (selected.length !== 1) return ['selects not the pods of one controller'];
  const open = selected.flatMap(({ pod }) => pod.spec.containers.flatMap((container) => container.ports ?? []));
  return ports.every(({ targetPort }) => open.some(({ name }) => name === targetPort)) ? [] : ['leads to no port'];
}

function autoscalerFaults(manifest: Manifest, all: Index): string[] {
  const { scaleTargetRef, minReplicas, maxReplicas, metrics, behavior } = manifest.spec as {
    scaleTargetRef: { kind: string; name: string };
    minReplicas: number;
    maxReplicas: number;
    metrics: { resource?: { target: { averageUtilization: number } } }[];
    behavior: { scaleDown: { stabilizationWindowSeconds: number } };
  };
  const target = all.get(scaleTargetRef.kind, scaleTargetRef.name);
  const window = behavior.scaleDown.stabilizationWindowSeconds;
  return [
    ...(target ? [] : ['scales nothing']),
    ...((target?.spec as ControllerSpec | undefined)?.replicas === undefined ? [] : ['scales a fixed number']),
    ...(minReplicas >= 1 && maxReplicas >= minReplicas ? [] : ['no range']),
    ...(window >= 0 && window <= 3600 && Number.isInteger(window) ? [] : ['no window']),
    ...metrics.flatMap(({ resource }) => (resource && resource.target.averageUtilization < 1 ? ['no target'] : [])),
  ];
}

function routeFaults(manifest: Manifest, all: Index): string[] {
  const { parentRefs, rules } = manifest.spec as {
    parentRefs: { name: string }[];
    rules: { backendRefs: { name: string; port: number; weight?: number }[] }[];
  };
  const backends = rules.flatMap(({ backendRefs }) => backendRefs);
  const isOpen = ({ name, port }: { name: string; port: number }) =>
    (all.get('Service', name)?.spec as { ports: { port: number }[] } | undefined)?.ports.some(
      (open) => open.port === port,
    ) === true;
  return [
    ...(parentRefs.every(({ name }) => all.get('Gateway', name)) ? [] : ['hangs on no gateway']),
    ...(backends.length > 0 && backends.every(isOpen) ? [] : ['leads to no service']),
  ];
}

/** Every pod that a rule names must be there; the one policy for all stops what no other allows. */
function policyFaults(manifest: Manifest, all: Index): string[] {
  interface Peer {
    podSelector?: { matchLabels: Record<string, string> };
  }
  const { ingress = [], egress = [] } = manifest.spec as { ingress?: { from?: Peer[] }[]; egress?: { to: Peer[] }[] };
  const peers = [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to }) => to)];
  const named = peers.flatMap(({ podSelector }) => (podSelector ? [podSelector.matchLabels] : []));
  return named.every((labels) => all.selected(labels).length > 0) ? [] : ['names pods that are not there'];
}

function ingressFaults(manifest: Manifest, all: Index): string[] {
  const { rules } = manifest.spec as {
    rules: { http: { paths: { backend: { service: { name: string; port: { name: string } } } }[] } }[];
  };
  return rules
    .flatMap((rule) => rule.http.paths)
    .flatMap(({ backend }) => {
      const service = all.get('Service', backend.service.name)?.spec as { ports: { name: string }[] } | undefined;
      const isOpen = service?.ports.some(({ name }) => name === backend.service.port.name) === true;
      return isOpen ? [] : ['leads to no service'];
    });
}
