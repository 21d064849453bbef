// Under what address a workload is found: inside the cluster, pod by pod, and from outside.
import type { DeployedComponent } from '../../deployment/workload.ts';
import {
  canaryName,
  headlessName,
  metadata,
  portName,
  selectorLabels,
  slotsOf,
  type Surroundings,
} from './metadata.ts';
import type { Gateway, HttpRoute, Ingress, Listener, Service } from './network-objects.ts';

const LISTENERS = { http: 80, https: 443 } as const;

export function services(workload: DeployedComponent, around: Surroundings): Service[] {
  const port = portName(workload);
  // Blue-green: what the Service selects is the switch between the two.
  const slot = slotsOf(workload).length > 1 ? around.active : null;
  const spec = {
    selector: selectorLabels(workload, slot),
    ports: [{ name: port, port: workload.port, targetPort: port }],
  };
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(workload, around),
    spec,
  };
  if (isSplitAtGateway(workload, around)) {
    return [service, { ...service, metadata: metadata(workload, around, canaryName(workload)) }];
  }
  if (workload.type !== 'stateful') return [service];
  const headless: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(workload, around, headlessName(workload)),
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, ...spec },
  };
  return [service, headless];
}

/** What leads from outside to a workload under its host, if it has one. */
export function entries(workload: DeployedComponent, around: Surroundings): (Ingress | Gateway | HttpRoute)[] {
  const host = around.hosts.get(workload.id);
  if (host === undefined) return [];
  return around.entry === 'ingress'
    ? [ingress(workload, around, host)]
    : [gateway(workload, around, host), httpRoute(workload, around, host)];
}

function ingress(workload: DeployedComponent, around: Surroundings, host: string): Ingress {
  const backend = { service: { name: workload.name, port: { name: portName(workload) } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(workload, around),
    spec: {
      ...(around.entryClass === null ? {} : { ingressClassName: around.entryClass }),
      ...(around.isTls ? { tls: [{ hosts: [host], secretName: certificateName(workload) }] } : {}),
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  };
}

function gateway(workload: DeployedComponent, around: Surroundings, hostname: string): Gateway {
  const listener: Listener = around.isTls
    ? {
        name: 'https',
        protocol: 'HTTPS',
        port: LISTENERS.https,
        hostname,
        tls: { mode: 'Terminate', certificateRefs: [{ name: certificateName(workload) }] },
      }
    : { name: 'http', protocol: 'HTTP', port: LISTENERS.http, hostname };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: metadata(workload, around),
    spec: { gatewayClassName: around.entryClass ?? 'default', listeners: [listener] },
  };
}

/** A canary's two weights are the rollout controller's to change. */
function httpRoute(workload: DeployedComponent, around: Surroundings, host: string): HttpRoute {
  const { name, port } = workload;
  const backendRefs = isSplitAtGateway(workload, around)
    ? [
        { name, port, weight: 100 },
        { name: canaryName(workload), port, weight: 0 },
      ]
    : [{ name, port }];
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadata(workload, around),
    spec: { parentRefs: [{ name }], hostnames: [host], rules: [{ backendRefs }] },
  };
}

/** Requests from outside are parted between the versions where they come in; inside the cluster all go to the old one. */
export function isSplitAtGateway({ id }: DeployedComponent, around: Surroundings): boolean {
  return around.entry === 'gateway-api' && around.hosts.has(id) && around.canaries.has(id);
}

/** The Secret that holds the certificate of a workload's host. */
export function certificateName({ name }: DeployedComponent): string {
  return `${name}-tls`;
}

/** An Ingress or a Gateway speaks HTTP here, and nothing else. */
export function speaksHttp(workload: DeployedComponent): boolean {
  return ['http', 'https'].includes(workload.facts.scheme) && workload.type !== 'scheduled';
}
