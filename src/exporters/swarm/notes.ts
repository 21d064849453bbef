// What Swarm takes otherwise than the design says it, and what must be there before the stack is deployed.
import { startOrder } from '../../deployment/order.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import * as notes from '../containers/notes.ts';
import { secretFiles } from '../containers/secret-notes.ts';
import { volumeName } from '../containers/service.ts';
import type { Stack } from './stack.ts';

const FORMAT = 'Swarm';

export function swarmNotes(design: Design, workloads: readonly DeployedComponent[], made: Stack): Finding[] {
  const checked = new Set(workloads.filter(({ name }) => made.checked.has(name)).map(({ id }) => id));
  return [
    ...notes.lostAutoscaling(workloads, FORMAT),
    ...notes.lostSchedules(workloads, FORMAT),
    ...notes.lostRollouts(design, workloads, FORMAT, ['rolling', 'recreate'], 'old and new tasks answer side by side'),
    ...notes.replicatedState(workloads, true),
    ...notes.lostGroups(design, FORMAT, ['namespace']),
    ...notes.lostPolicies(design, workloads, FORMAT),
    ...notes.healthTools(workloads, checked),
    ...secretFiles(workloads),
    ...startOrderLost(workloads),
    ...volumesOnNodes(workloads),
    ...needed(made),
  ];
}

function startOrderLost(workloads: readonly DeployedComponent[]): Finding[] {
  const isAnyWaiting = [...startOrder(workloads).after.values()].some((before) => before.length > 0);
  if (!isAnyWaiting) return [];
  return [
    {
      rule: 'start-order-not-expressed',
      severity: 'advice',
      path: 'components',
      message: 'Swarm starts everything at once, also what calls others',
      mend: 'Let each caller try again until those that it calls answer.',
    },
  ];
}

function volumesOnNodes(workloads: readonly DeployedComponent[]): Finding[] {
  const ids = workloads.filter((workload) => volumeName(workload) !== null).map(({ id }) => id);
  if (ids.length === 0) return [];
  return [
    {
      rule: 'volume-on-node',
      severity: 'warning',
      path: 'components',
      message: `volumes stay on the node where a task first ran, so a task elsewhere finds none of the data of ${ids.join(', ')}`,
      mend: 'Use a volume driver that all nodes share, or pin each of these to one node.',
    },
  ];
}

function needed({ secrets, nodeLabels }: Stack): Finding[] {
  const findings: Finding[] = [];
  if (secrets.length > 0) {
    findings.push({
      rule: 'secret-values',
      severity: 'advice',
      path: 'components',
      message: `the values of secrets are not in the export: ${secrets.join(', ')}`,
      mend: 'Make each in the swarm before: docker secret create NAME FILE',
    });
  }
  if (nodeLabels.length > 0) {
    findings.push({
      rule: 'node-labels',
      severity: 'advice',
      path: 'groups',
      message: `nothing runs in a zone before nodes have its label: ${nodeLabels.join(', ')}`,
      mend: 'Label them: docker node update --label-add LABEL NODE',
    });
  }
  return findings;
}
