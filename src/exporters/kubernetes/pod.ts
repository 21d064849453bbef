// The pod of a workload: one container under the restricted pod security standard.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { hashText } from '../mark.ts';
import { mostReplicas } from './autoscaler.ts';
import { appName, filesName, labels, portName, selectorLabels, type Slot, type Surroundings } from './metadata.ts';
import type { Container, PodTemplate, Probe, SpreadConstraint, Volume, VolumeMount } from './objects.ts';
import { memoryQuantity, milliQuantity } from './quantity.ts';

/** The claim of a StatefulSet that keeps the data. */
export const DATA_VOLUME = 'data';
const FILES_VOLUME = 'files';

/** A start may take two minutes, or twice as long as the design says. */
const START_PERIOD_S = 5;
const FEWEST_START_PERIODS = 24;

export function podTemplate(workload: DeployedComponent, around: Surroundings, slot: Slot | null = null): PodTemplate {
  const { facts } = workload;
  const volumes = podVolumes(workload);
  const checksum = configurationHash(workload);
  return {
    metadata: {
      labels: labels(workload, around, slot),
      // Pods start anew when their settings have changed.
      ...(checksum === null ? {} : { annotations: { 'checksum/config': checksum } }),
    },
    spec: {
      serviceAccountName: workload.name,
      automountServiceAccountToken: false,
      // Variables made from the names of services clash with settings such as KAFKA_PORT.
      enableServiceLinks: false,
      ...(workload.type === 'scheduled' ? { restartPolicy: 'Never' } : {}),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: facts.user,
        runAsGroup: facts.group,
        fsGroup: facts.group,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
        ...(listens(workload) && workload.port < 1024
          ? { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] }
          : {}),
      },
      ...spread(workload, slot),
      containers: [container(workload, around)],
      ...(volumes.length === 0 ? {} : { volumes }),
    },
  };
}

/** Over zones and nodes, as evenly as there is room, so that the loss of one leaves the others. */
function spread(
  workload: DeployedComponent,
  slot: Slot | null,
): Pick<PodTemplate['spec'], 'topologySpreadConstraints'> {
  if (mostReplicas(workload) <= 1 || !listens(workload)) return {};
  const over = (topologyKey: string): SpreadConstraint => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorLabels(workload, slot) },
  });
  return { topologySpreadConstraints: [over('topology.kubernetes.io/zone'), over('kubernetes.io/hostname')] };
}

function container(workload: DeployedComponent, around: Surroundings): Container {
  const { name, image, args, secrets, facts } = workload;
  const mounts = volumeMounts(workload);
  return {
    name: appName(workload),
    image,
    imagePullPolicy: around.imagePullPolicy,
    ...(args.length === 0 ? {} : { args }),
    ...(listens(workload) ? { ports: [{ name: portName(workload), containerPort: workload.port }] } : {}),
    ...(Object.keys(workload.env).length === 0 ? {} : { envFrom: [{ configMapRef: { name } }] }),
    ...(secrets.length === 0
      ? {}
      : { env: secrets.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name, key } } })) }),
    ...resources(workload),
    ...(listens(workload) ? probes(workload) : {}),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: facts.isRootReadOnly,
      capabilities: { drop: ['ALL'] },
    },
    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
  };
}

/** A replica gets what it was simulated with, no less and no more. */
function resources({ resources: { cpu, memoryMiB } }: DeployedComponent): Pick<Container, 'resources'> {
  const amounts = {
    ...(cpu === null ? {} : { cpu: milliQuantity(cpu) }),
    ...(memoryMiB === null ? {} : { memory: memoryQuantity(memoryMiB) }),
  };
  return Object.keys(amounts).length === 0 ? {} : { resources: { requests: amounts, limits: amounts } };
}

function probes(workload: DeployedComponent): Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const port = portName(workload);
  const { healthPath } = workload;
  const ask = healthPath === null ? { tcpSocket: { port } } : { httpGet: { path: healthPath, port } };
  const startPeriods = Math.ceil((2 * (workload.autoscale?.startupS ?? 0)) / START_PERIOD_S);
  const probe = (periodSeconds: number): Probe => ({ ...ask, periodSeconds, timeoutSeconds: 2, failureThreshold: 3 });
  return {
    startupProbe: {
      ...ask,
      periodSeconds: START_PERIOD_S,
      failureThreshold: Math.max(FEWEST_START_PERIODS, startPeriods),
    },
    readinessProbe: probe(5),
    livenessProbe: probe(10),
  };
}

function listens({ type }: DeployedComponent): boolean {
  return type !== 'scheduled';
}

/** Empty folders to write to, beside the data; only a StatefulSet keeps its data in a claim. */
function emptyFolders({ facts, storage, type }: DeployedComponent): readonly string[] {
  const ownData = storage === null ? [] : [storage.path];
  const isData = (path: string) => ownData.some((data) => path === data || path.startsWith(`${data}/`));
  return [...(type === 'stateful' ? [] : ownData), ...facts.writable.filter((path) => !isData(path))];
}

function podVolumes(workload: DeployedComponent): Volume[] {
  return [
    ...emptyFolders(workload).map((path) => ({ name: folderName(path), emptyDir: {} })),
    ...(workload.files.length === 0 ? [] : [{ name: FILES_VOLUME, configMap: { name: filesName(workload) } }]),
  ];
}

function volumeMounts(workload: DeployedComponent): VolumeMount[] {
  const { storage, type, files } = workload;
  return [
    ...(storage !== null && type === 'stateful' ? [{ name: DATA_VOLUME, mountPath: storage.path }] : []),
    ...emptyFolders(workload).map((path) => ({ name: folderName(path), mountPath: path })),
    ...files.map(({ path }) => ({
      name: FILES_VOLUME,
      mountPath: path,
      subPath: fileKey(path),
      readOnly: true as const,
    })),
  ];
}

/** The key of a settings file in its ConfigMap. */
export function fileKey(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderName(path: string): string {
  return `empty${path.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function configurationHash({ env, files }: DeployedComponent): string | null {
  const isNone = Object.keys(env).length === 0 && files.length === 0;
  return isNone ? null : hashText(JSON.stringify([Object.entries(env), files.map(({ path, text }) => [path, text])]));
}
