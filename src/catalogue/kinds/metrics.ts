// Metrics are kept as series of numbers over time.
import { defineKind } from '../kind.ts';

export const metrics = defineKind({
  key: 'metrics',
  title: 'Metrics',
  family: 'platform',
  help: 'Keeps measured figures as series over time.',
  look: { icon: 'chart-line', mermaid: 'doc', c4: 'Container' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 1 },
    resources: { cpu: 0.5, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.06, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    purpose: 'observability',
    image: 'prom/prometheus:v2.55.1',
    port: 9090,
    healthPath: '/-/healthy',
    dataPath: '/prometheus',
    storageGiB: 20,
  },
});
