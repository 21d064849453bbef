// A function starts for a request and is paid by the request.
import { defineKind } from '../kind.ts';

export const functionKind = defineKind({
  key: 'function',
  title: 'Function',
  family: 'service',
  help: 'Code that starts for a request and is paid for each one.',
  look: { icon: 'square-function', mermaid: 'stadium', c4: 'Container' },
  starter: {
    capacity: { replicas: 20 },
    service: { distribution: 'exponential', meanMs: 40 },
    resources: { cpu: 0.25, memoryMiB: 128 },
    cost: { perReplicaHour: 0, perMillionRequests: 2 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', port: 8080, healthPath: '/health' },
});
