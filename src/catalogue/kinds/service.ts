// A service is a program of our own that others call.
import { defineKind } from '../kind.ts';

export const service = defineKind({
  key: 'service',
  title: 'Service',
  family: 'service',
  help: 'A program of its own with an interface that others call.',
  look: { icon: 'box', mermaid: 'rect', c4: 'Container' },
  starter: {
    capacity: { replicas: 2, concurrency: 8 },
    service: { distribution: 'exponential', meanMs: 10 },
    resources: { cpu: 0.5, memoryMiB: 256 },
    cost: { perReplicaHour: 0.05, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', port: 8080, healthPath: '/health' },
});
