// Logging collects what all programs write.
import { defineKind } from '../kind.ts';

export const logging = defineKind({
  key: 'logging',
  title: 'Logging',
  family: 'platform',
  help: 'Collects what all programs write, and searches it.',
  look: { icon: 'scroll-text', mermaid: 'doc', c4: 'Container' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 2 },
    resources: { cpu: 1, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.08, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    purpose: 'observability',
    image: 'grafana/loki:3.2.1',
    port: 3100,
    healthPath: '/ready',
    dataPath: '/loki',
    storageGiB: 50,
  },
});
