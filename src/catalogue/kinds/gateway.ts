// A gateway is the one door of the system: routing, checks and limits before the services.
import { defineKind } from '../kind.ts';

export const gateway = defineKind({
  key: 'gateway',
  title: 'API gateway',
  family: 'entry',
  help: 'The one door for all callers: routing, authentication, limits.',
  look: { icon: 'door-open', mermaid: 'hex', c4: 'Container' },
  starter: {
    capacity: { replicas: 2, concurrency: 16 },
    service: { distribution: 'exponential', meanMs: 3 },
    resources: { cpu: 0.5, memoryMiB: 256 },
    cost: { perReplicaHour: 0.05, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', port: 8080, healthPath: '/health' },
});
