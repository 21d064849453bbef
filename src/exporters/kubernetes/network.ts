// Under what address a workload is found: inside the cluster, pod by pod, and from outside.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { headlessName, metadata, portName, selectorLabels, type Surroundings } from './metadata.ts';
import type { Ingress, Service } from './objects.ts';

export function services(workload: DeployedComponent, around: Surroundings): Service[] {
  const port = portName(workload);
  const spec = {
    selector: selectorLabels(workload),
    ports: [{ name: port, port: workload.port, targetPort: port }],
  };
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(workload, around),
    spec,
  };
  if (workload.type !== 'stateful') return [service];
  const headless: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(workload, around, headlessName(workload)),
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, ...spec },
  };
  return [service, headless];
}

export function ingress(workload: DeployedComponent, around: Surroundings): Ingress[] {
  const host = around.hosts.get(workload.id);
  if (host === undefined) return [];
  const backend = { service: { name: workload.name, port: { name: portName(workload) } } };
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata(workload, around),
      spec: { rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
    },
  ];
}

/** An Ingress speaks HTTP and nothing else. */
export function speaksHttp(workload: DeployedComponent): boolean {
  return ['http', 'https'].includes(workload.facts.scheme) && workload.type !== 'scheduled';
}
