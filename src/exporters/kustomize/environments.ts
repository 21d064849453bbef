// The environments of an export: how much smaller than the design each of them is.
import type { DeployedComponent } from '../../deployment/workload.ts';

export interface Environment {
  readonly name: 'dev' | 'staging' | 'production';
  /** How many replicas, of how many in the design. */
  readonly replicas: (designed: number) => number;
  /** The share of the design's CPU and memory that a replica gets. */
  readonly resources: number;
}

/** Production is the design; staging is half of it, with two replicas where there are more than one; dev runs one of each. */
export const ENVIRONMENTS: readonly Environment[] = [
  { name: 'dev', replicas: (designed) => Math.min(designed, 1), resources: 0.5 },
  { name: 'staging', replicas: (designed) => Math.min(designed, Math.max(2, Math.ceil(designed / 2))), resources: 1 },
  { name: 'production', replicas: (designed) => designed, resources: 1 },
];

/** The longest of their names, and the hyphen before it. */
export const LONGEST_ENDING = 1 + Math.max(...ENVIRONMENTS.map(({ name }) => name.length));

/** A workload as it is in an environment. */
export function scaled(workload: DeployedComponent, environment: Environment): DeployedComponent {
  const { autoscale, resources, replicas } = workload;
  const share = (amount: number | null) => (amount === null ? null : amount * environment.resources);
  return {
    ...workload,
    replicas: environment.replicas(replicas),
    resources: { cpu: share(resources.cpu), memoryMiB: share(resources.memoryMiB) },
    autoscale:
      autoscale === null
        ? null
        : { ...autoscale, min: environment.replicas(autoscale.min), max: environment.replicas(autoscale.max) },
  };
}
