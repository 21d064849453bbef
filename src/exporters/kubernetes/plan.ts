// From a design and options to objects: what every format that deploys to Kubernetes shares.
import { projectName } from '../../deployment/names.ts';
import { withTelemetry } from '../../deployment/telemetry.ts';
import { workloads, type DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { fail, isError, succeed, type Finding, type Outcome } from '../../model/finding.ts';
import type { ExportOptions } from '../exporter.ts';
import type { KubernetesObject } from './any-object.ts';
import { checkDesign, checkWorkload } from './checks.ts';
import { checkEntries } from './entry-checks.ts';
import { manifests } from './manifests.ts';
import type { Slot, Surroundings } from './metadata.ts';
import { checkObjectNames } from './name-checks.ts';
import { speaksHttp } from './network.ts';
import { checkOptions, textOf } from './options.ts';
import { denyAll, trafficOf } from './policies.ts';
import { checkRollout } from './rollout-checks.ts';
import { canariesOf, surgesOf } from './rollouts.ts';

/** The objects of one component, in the order in which they are needed. */
export interface Part {
  readonly workload: DeployedComponent;
  readonly objects: readonly KubernetesObject[];
}

export interface Plan {
  readonly around: Surroundings;
  readonly parts: readonly Part[];
  /** What belongs to no component. */
  readonly common: readonly KubernetesObject[];
}

/** The objects of a design. Fails on options that Kubernetes would refuse, and on what cannot be deployed. */
export function plan(design: Design, options: ExportOptions): Outcome<Plan> {
  const made = workloads(design);
  const refused = [...checkOptions(options), ...(made.ok ? [] : made.findings)];
  if (!made.ok || refused.length > 0) return fail(refused);
  const deployed = withTelemetry(made.value, projectName(design));
  const around = surroundings(design, deployed, options);
  const notes: readonly Finding[] = [
    ...made.notes,
    ...checkObjectNames(deployed, around),
    ...deployed.flatMap((workload) => [...checkRollout(design, workload, around), ...checkWorkload(workload)]),
    ...checkDesign(design, deployed),
    ...checkEntries(deployed, around),
  ];
  if (notes.some(isError)) return fail(notes.filter(isError));
  const parts = deployed.map((workload) => ({ workload, objects: manifests(workload, around) }));
  const isSecluded = around.traffic !== null && parts.length > 0;
  return succeed({ around, parts, common: isSecluded ? [denyAll(around)] : [] }, notes);
}

function surroundings(design: Design, deployed: readonly DeployedComponent[], options: ExportOptions): Surroundings {
  const isCanary = options.canary !== 'rolling';
  return {
    project: projectName(design),
    namespace: textOf(options.namespace) || null,
    imagePullPolicy: textOf(options.imagePullPolicy) || 'IfNotPresent',
    hosts: hostsOf(deployed, textOf(options.ingressHost)),
    entry: options.entry === 'gateway-api' ? 'gateway-api' : 'ingress',
    entryClass: textOf(options.entryClass) || null,
    isTls: options.tls === true,
    active: (options.active === 'green' ? 'green' : 'blue') satisfies Slot,
    canaries: isCanary ? canariesOf(design, deployed) : new Map(),
    surges: surgesOf(design, deployed),
    traffic: options.networkPolicies === false ? null : trafficOf(design, deployed),
  };
}

/** The first component that is called from outside takes the host itself, each other one its name before it. */
function hostsOf(deployed: readonly DeployedComponent[], ingressHost: string): ReadonlyMap<string, string> {
  if (ingressHost === '') return new Map();
  const exposed = deployed.filter((workload) => workload.isExposed && speaksHttp(workload));
  return new Map(exposed.map(({ id, name }, at) => [id, at === 0 ? ingressHost : `${name}.${ingressHost}`]));
}
