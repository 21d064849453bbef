// Which ports of the host lead to which workload.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Finding } from '../../model/finding.ts';

export interface HostPorts {
  /** By component id: the first port and the last, one for each replica on one host. */
  readonly of: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
  readonly findings: readonly Finding[];
}

const LAST_PORT = 65_535;

/** Each its own port where it is free, else the next free one; `width` says how many one takes. */
export function hostPorts(
  workloads: readonly DeployedComponent[],
  width: (workload: DeployedComponent) => number,
): HostPorts {
  const of = new Map<string, { first: number; last: number }>();
  const findings: Finding[] = [];
  for (const workload of workloads) {
    const taken = [...of.values()];
    const count = Math.max(1, width(workload));
    const first = freeFrom(workload.port, count, taken);
    if (first === null) findings.push(noPort(workload, count));
    else {
      of.set(workload.id, { first, last: first + count - 1 });
      if (first !== workload.port) findings.push(otherPort(workload, first));
    }
  }
  return { of, findings };
}

function freeFrom(port: number, count: number, taken: readonly { first: number; last: number }[]): number | null {
  for (let first = port; first + count - 1 <= LAST_PORT; first += 1) {
    const clash = taken.find((other) => first <= other.last && first + count - 1 >= other.first);
    if (clash === undefined) return first;
    first = clash.last;
  }
  return null;
}

function otherPort({ id, port }: DeployedComponent, first: number): Finding {
  return {
    rule: 'host-port-moved',
    severity: 'warning',
    path: `components.${id}.runtime.port`,
    message: `port ${port} of the host is taken by another component, so ${id} is reached at ${first}`,
    mend: 'Give each component that is called from outside a port of its own.',
  };
}

function noPort({ id }: DeployedComponent, count: number): Finding {
  return {
    rule: 'no-host-port',
    severity: 'warning',
    path: `components.${id}.runtime.port`,
    message: `the host has no ${count} free ports above that of ${id}, so it is not reached from outside`,
    mend: 'Give it a lower port, or fewer replicas.',
  };
}
