// Tracing follows a request through all that it touches.
import { defineKind } from '../kind.ts';

export const tracing = defineKind({
  key: 'tracing',
  title: 'Tracing',
  family: 'platform',
  help: 'Follows single requests through all components.',
  look: { icon: 'route', mermaid: 'doc', c4: 'Container' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 1 },
    resources: { cpu: 0.5, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.06, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'deployment',
    purpose: 'observability',
    image: 'jaegertracing/all-in-one:1.62.0',
    port: 4318,
    env: { COLLECTOR_OTLP_ENABLED: 'true' },
  },
});
