// What hosts with containers take otherwise than the design says it, and what must be filled in.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import * as notes from '../containers/notes.ts';
import { groupVariables } from './inventory.ts';

const FORMAT = 'Ansible';

export function ansibleNotes(design: Design, workloads: readonly DeployedComponent[]): Finding[] {
  return [
    ...notes.lostAutoscaling(workloads, FORMAT),
    ...notes.lostRollouts(
      design,
      workloads,
      FORMAT,
      ['rolling', 'recreate', 'canary'],
      'its hosts are replaced in two halves',
    ),
    ...notes.replicatedState(workloads, false),
    ...notes.lostGroups(design, FORMAT, ['zone', 'namespace']),
    ...notes.lostPolicies(design, workloads, FORMAT),
    ...spreadLost(workloads),
    ...toFillIn(workloads),
  ];
}

/** A caller is told one address; nothing in the export spreads its calls. */
function spreadLost(workloads: readonly DeployedComponent[]): Finding[] {
  const called = new Set(workloads.flatMap(({ calls }) => calls.map(({ to }) => to)));
  return workloads
    .filter(({ id, replicas }) => called.has(id) && replicas > 1)
    .map(({ id, replicas }) => ({
      rule: 'calls-not-spread',
      severity: 'warning' as const,
      path: `components.${id}.capacity.replicas`,
      message: `those that call ${id} are led to the first of its ${replicas} hosts only`,
      mend: 'Put a load balancer before its hosts, and set its address as ansible_host of the first.',
    }));
}

function toFillIn(workloads: readonly DeployedComponent[]): Finding[] {
  const names = groupVariables(workloads).flatMap(({ variables }) =>
    Object.values(variables.container_secrets as Readonly<Record<string, string>>),
  );
  return [
    {
      rule: 'host-addresses',
      severity: 'advice',
      path: 'components',
      message: 'the hosts of the inventory have made-up names and no addresses',
      mend: 'Set ansible_host of each host to its IP address; callers are told it too.',
    },
    ...(names.length === 0
      ? []
      : [
          {
            rule: 'secret-values',
            severity: 'advice' as const,
            path: 'components',
            message: `the values of secrets are not in the export: ${names.join(', ')}`,
            mend: 'Set these variables in a file that ansible-vault encrypts.',
          },
        ]),
  ];
}
