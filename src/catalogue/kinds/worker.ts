// A worker takes jobs from a broker; nobody waits for its answer.
import { defineKind } from '../kind.ts';

export const worker = defineKind({
  key: 'worker',
  title: 'Worker',
  family: 'service',
  help: 'Takes jobs or messages from a broker and works them off.',
  look: { icon: 'hammer', mermaid: 'rect', c4: 'Container' },
  starter: {
    capacity: { replicas: 2, concurrency: 4 },
    service: { distribution: 'exponential', meanMs: 50 },
    resources: { cpu: 0.5, memoryMiB: 256 },
    cost: { perReplicaHour: 0.05, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', port: 8080, healthPath: '/health' },
});
