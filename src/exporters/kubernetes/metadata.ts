// Names and labels of every object, so that all that belongs to one component, or to the design, can be picked out.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Metadata } from './objects.ts';

/** What all objects of one export share. */
export interface Surroundings {
  /** The design as a label value. */
  readonly project: string;
  /** Null leaves the choice to whoever applies the objects. */
  readonly namespace: string | null;
  readonly imagePullPolicy: string;
  /** Null where nothing is to be reachable from outside. */
  readonly hosts: ReadonlyMap<string, string>;
}

export function metadata(workload: DeployedComponent, around: Surroundings, name: string = workload.name): Metadata {
  return {
    name,
    ...(around.namespace === null ? {} : { namespace: around.namespace }),
    labels: labels(workload, around),
  };
}

export function labels(workload: DeployedComponent, around: Surroundings): Readonly<Record<string, string>> {
  return {
    ...selectorLabels(workload),
    'app.kubernetes.io/component': workload.kind.key,
    'app.kubernetes.io/part-of': around.project,
    'app.kubernetes.io/managed-by': 'spandrel',
  };
}

/** Selectors cannot be changed once applied, so they hold on to the name alone. */
export function selectorLabels(workload: DeployedComponent): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/name': workload.name };
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
