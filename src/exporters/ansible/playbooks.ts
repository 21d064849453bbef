// The two playbooks: one brings every host to its state, one replaces what runs, some hosts at a time.
import { startOrder } from '../../deployment/order.ts';
import { rolloutPlan } from '../../deployment/rollouts.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import { groupOf } from './inventory.ts';

type Play = Readonly<Record<string, unknown>>;

export function sitePlaybook(): readonly Play[] {
  return [
    {
      name: 'Install the containers',
      hosts: 'workloads',
      become: true,
      roles: [{ role: 'container' }],
    },
  ];
}

/** One play for each component, those that others call first. */
export function deployPlaybook(design: Design, workloads: readonly DeployedComponent[]): readonly Play[] {
  return inStartOrder(workloads).map((workload) => {
    const isScheduled = workload.type === 'scheduled';
    const hold = workload.strategy === 'canary' ? rolloutPlan(design, workload).firstHoldS : 0;
    return {
      name: `Roll out ${workload.name}`,
      hosts: groupOf(workload),
      become: true,
      any_errors_fatal: false,
      max_fail_percentage: 0,
      serial: serial(design, workload),
      tasks: [
        {
          name: 'Replace the container',
          'ansible.builtin.include_role': { name: 'container', tasks_from: isScheduled ? 'main' : 'replace' },
        },
        ...(hold > 0 ? [watch(workload, hold)] : []),
      ],
    };
  });
}

/** The first batch of a canary is watched before the others follow. */
function watch(workload: DeployedComponent, seconds: number): Play {
  return {
    name: 'Watch the first hosts',
    'ansible.builtin.pause': { seconds },
    when: `ansible_play_batch[0] == groups['${groupOf(workload)}'][0]`,
  };
}

function serial(design: Design, workload: DeployedComponent): readonly (number | string)[] {
  const plan = rolloutPlan(design, workload);
  switch (workload.strategy) {
    case 'recreate':
      return ['100%'];
    case 'blue-green':
      return ['50%'];
    case 'canary':
      return [Math.max(1, Math.round(plan.firstWeight * workload.replicas)), '100%'];
    case 'rolling':
      return [Math.max(1, plan.unavailable)];
  }
}

function inStartOrder(workloads: readonly DeployedComponent[]): readonly DeployedComponent[] {
  const { after } = startOrder(workloads);
  const byId = new Map(workloads.map((workload) => [workload.id, workload]));
  const ordered = new Set<DeployedComponent>();
  const add = (id: string): void => {
    const workload = byId.get(id);
    if (workload === undefined || ordered.has(workload)) return;
    for (const before of after.get(id) ?? []) add(before);
    ordered.add(workload);
  };
  for (const { id } of workloads) add(id);
  return [...ordered];
}
