// A rollout strategy in the words of Swarm: how many tasks at once, and whether new ones come before old ones go.
import { rolloutPlan } from '../../deployment/rollouts.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { ComposeObject } from '../containers/service.ts';

const WATCH = { failure_action: 'rollback', monitor: '30s', max_failure_ratio: 0 };

export function updateConfig(design: Design, workload: DeployedComponent): ComposeObject {
  const plan = rolloutPlan(design, workload);
  // Two tasks with one volume must not run side by side.
  const order = workload.type === 'stateful' || plan.surge === 0 ? 'stop-first' : 'start-first';
  switch (workload.strategy) {
    case 'recreate':
      return { parallelism: 0, order: 'stop-first', ...WATCH };
    case 'blue-green':
      return { parallelism: 0, order, ...WATCH };
    case 'canary':
      return { parallelism: 1, delay: `${plan.firstHoldS}s`, order, ...WATCH };
    case 'rolling':
      return { parallelism: Math.max(1, plan.surge, plan.unavailable), order, ...WATCH };
  }
}

export function rollbackConfig({ type }: DeployedComponent): ComposeObject {
  return { parallelism: 0, order: type === 'stateful' ? 'stop-first' : 'start-first', failure_action: 'pause' };
}
