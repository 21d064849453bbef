// What the design says of its brokers, in the names of resources.
import type { DeployedComponent } from '../../../deployment/workload.ts';
import type { Design } from '../../../model/design.ts';
import type { BrokerFacts } from './managed.ts';
import { awsWorkload } from './plan.ts';

/** By component id. */
export function brokerFacts(design: Design, workloads: readonly DeployedComponent[]): ReadonlyMap<string, BrokerFacts> {
  const byId = new Map(workloads.map((workload) => [workload.id, awsWorkload(workload)]));
  return new Map(
    design.components.map(({ id, partitions, maxDeliveries, deadLetter }) => {
      const dead = deadLetter === undefined || deadLetter === id ? undefined : byId.get(deadLetter);
      const consumers = (design.connections ?? []).flatMap(({ from, to }) => {
        const consumer = from === id ? byId.get(to) : undefined;
        return consumer === undefined || consumer.managed !== null ? [] : [consumer.key];
      });
      return [
        id,
        {
          partitions: Math.max(1, partitions ?? 1),
          maxDeliveries: Math.max(1, maxDeliveries ?? 1),
          deadLetter: dead?.managed === 'sqs' ? dead.key : null,
          consumers: [...new Set(consumers)],
        },
      ];
    }),
  );
}
