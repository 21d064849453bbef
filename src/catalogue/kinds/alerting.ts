// Alerting calls people when figures leave their bounds.
import { defineKind } from '../kind.ts';

export const alerting = defineKind({
  key: 'alerting',
  title: 'Alerting',
  family: 'platform',
  help: 'Tells people when something leaves its bounds.',
  look: { icon: 'bell-ring', mermaid: 'doc', c4: 'Container' },
  starter: {
    capacity: { concurrency: 16 },
    service: { distribution: 'exponential', meanMs: 2 },
    resources: { cpu: 0.1, memoryMiB: 128 },
    cost: { perReplicaHour: 0.02, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'deployment',
    purpose: 'observability',
    image: 'prom/alertmanager:v0.27.0',
    port: 9093,
    healthPath: '/-/healthy',
  },
});
