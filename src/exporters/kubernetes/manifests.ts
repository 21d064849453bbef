// All objects of one workload, in the order in which they are needed.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { autoscalers, disruptionBudgets } from './autoscaler.ts';
import { controllers } from './controllers.ts';
import { filesName, metadata, type Surroundings } from './metadata.ts';
import { entries, services } from './network.ts';
import type { KubernetesObject } from './any-object.ts';
import type { ConfigMap, Namespace } from './objects.ts';
import { fileKey } from './pod.ts';
import { networkPolicy } from './policies.ts';

export function manifests(workload: DeployedComponent, around: Surroundings): readonly KubernetesObject[] {
  const isScheduled = workload.type === 'scheduled';
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata(workload, around),
      automountServiceAccountToken: false,
    },
    ...configMaps(workload, around),
    ...(isScheduled ? [] : services(workload, around)),
    ...controllers(workload, around),
    ...(isScheduled ? [] : [...autoscalers(workload, around), ...disruptionBudgets(workload, around)]),
    ...entries(workload, around),
    ...networkPolicy(workload, around),
  ];
}

export function namespaceObject(name: string, project: string): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'app.kubernetes.io/part-of': project,
        'app.kubernetes.io/managed-by': 'spandrel',
        'pod-security.kubernetes.io/enforce': 'restricted',
      },
    },
  };
}

function configMaps(workload: DeployedComponent, around: Surroundings): ConfigMap[] {
  const files = Object.fromEntries(workload.files.map(({ path, text }) => [fileKey(path), text]));
  const contents = [
    { name: workload.name, data: workload.env },
    { name: filesName(workload), data: files },
  ];
  return contents
    .filter(({ data }) => Object.keys(data).length > 0)
    .map(({ name, data }) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata(workload, around, name),
      data,
    }));
}
