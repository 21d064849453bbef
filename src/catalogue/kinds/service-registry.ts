// A service registry knows where each service runs.
import { defineKind } from '../kind.ts';

export const serviceRegistry = defineKind({
  key: 'service-registry',
  title: 'Service registry',
  family: 'platform',
  help: 'Knows which services run where.',
  look: { icon: 'book-marked', mermaid: 'rect', c4: 'Container' },
  starter: {
    capacity: { concurrency: 32 },
    service: { distribution: 'exponential', meanMs: 1 },
    resources: { cpu: 0.25, memoryMiB: 256 },
    cost: { perReplicaHour: 0.03, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    image: 'hashicorp/consul:1.20',
    port: 8500,
    healthPath: '/v1/status/leader',
    dataPath: '/consul/data',
    storageGiB: 5,
    args: ['agent', '-server', '-bootstrap-expect=1', '-client=0.0.0.0'],
  },
});
