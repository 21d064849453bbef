// Names and labels of every object, so that all that belongs to one component, or to the design, can be picked out.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { CanaryStep, Metadata } from './objects.ts';

/** The two Deployments of a blue-green rollout. */
export const SLOTS = ['blue', 'green'] as const;
export type Slot = (typeof SLOTS)[number];

/** What all objects of one export share. */
export interface Surroundings {
  /** The design as a label value. */
  readonly project: string;
  /** Null leaves the choice to whoever applies the objects. */
  readonly namespace: string | null;
  readonly imagePullPolicy: string;
  /** By component id; empty where nothing is to be reachable from outside. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly entry: 'ingress' | 'gateway-api';
  /** The class of the Ingress or Gateway; null leaves it to the cluster's default. */
  readonly entryClass: string | null;
  readonly isTls: boolean;
  /** The Deployment that the Service of a blue-green component leads to. */
  readonly active: Slot;
  /** By component id; without its steps a component has no canary. */
  readonly canaries: ReadonlyMap<string, readonly CanaryStep[]>;
  /** By component id, what a scenario says of its rolling update. */
  readonly surges: ReadonlyMap<
    string,
    { readonly maxSurge: string | number; readonly maxUnavailable: string | number }
  >;
  /** Null where all may talk to all. */
  readonly traffic: Traffic | null;
}

export interface Traffic {
  /** By component id, the workloads that call it. */
  readonly callers: ReadonlyMap<string, readonly DeployedComponent[]>;
  readonly workloads: ReadonlyMap<string, DeployedComponent>;
  /** Ids of the components that call a system elsewhere. */
  readonly callingOut: ReadonlySet<string>;
}

export function metadata(
  workload: DeployedComponent,
  around: Surroundings,
  name: string = workload.name,
  slot: Slot | null = null,
): Metadata {
  return {
    name,
    ...(around.namespace === null ? {} : { namespace: around.namespace }),
    labels: labels(workload, around, slot),
  };
}

export function labels(
  workload: DeployedComponent,
  around: Surroundings,
  slot: Slot | null = null,
): Readonly<Record<string, string>> {
  return {
    ...selectorLabels(workload, slot),
    'app.kubernetes.io/component': workload.kind.key,
    'app.kubernetes.io/part-of': around.project,
    'app.kubernetes.io/managed-by': 'spandrel',
  };
}

/** Selectors cannot be changed once applied, so they hold on to the component's name alone. */
export function selectorLabels(
  workload: DeployedComponent,
  slot: Slot | null = null,
): Readonly<Record<string, string>> {
  return {
    app: appName(workload),
    'app.kubernetes.io/name': workload.name,
    ...(slot === null ? {} : { slot }),
  };
}

/** What runs, as its containers are called: `shop-app` is the deployment of `shop`. */
export function appName({ name }: DeployedComponent): string {
  return name.replace(/-app$/, '');
}

/** The Deployments of a workload: two for blue-green, which are told apart by their slot. */
export function slotsOf({ type, strategy }: DeployedComponent): readonly (Slot | null)[] {
  return type === 'deployment' && strategy === 'blue-green' ? SLOTS : [null];
}

export function slotName({ name }: DeployedComponent, slot: Slot | null): string {
  return slot === null ? name : `${name}-${slot}`;
}

/** The name of the one port of a workload, after what it speaks. */
export function portName(workload: DeployedComponent): string {
  return workload.facts.scheme;
}

/** A dot keeps it apart from what is named after a component alone. */
export function filesName(workload: DeployedComponent): string {
  return `${workload.name}.files`;
}

/** The Service that gives each pod of a StatefulSet its own address. */
export function headlessName(workload: DeployedComponent): string {
  return `${workload.name}-headless`;
}

/** The Service that leads to the new version of a canary alone. */
export function canaryName(workload: DeployedComponent): string {
  return `${workload.name}-canary`;
}
