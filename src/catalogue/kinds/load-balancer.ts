// A load balancer spreads requests over what stands behind it; its own work is small.
import { defineKind } from '../kind.ts';

export const loadBalancer = defineKind({
  key: 'load-balancer',
  title: 'Load balancer',
  family: 'entry',
  help: 'Spreads requests over the replicas behind it.',
  look: { icon: 'split', mermaid: 'hex', c4: 'Container' },
  starter: {
    capacity: { replicas: 2, concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 0.3 },
    resources: { cpu: 0.5, memoryMiB: 128 },
    cost: { perReplicaHour: 0.025, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', image: 'nginx:1.27', port: 80 },
});
