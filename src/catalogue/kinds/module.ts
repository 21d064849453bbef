// A module is a part of a program with a clear interface, drawn as a component so that its load is seen.
import { defineKind } from '../kind.ts';

export const module = defineKind({
  key: 'module',
  title: 'Module',
  family: 'service',
  help: 'A part of a program with a clear interface to the other parts.',
  look: { icon: 'component', mermaid: 'subproc', c4: 'Component' },
  starter: {
    capacity: { concurrency: 8 },
    service: { distribution: 'exponential', meanMs: 5 },
    resources: { cpu: 0.25, memoryMiB: 128 },
    cost: { perReplicaHour: 0.02, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: { type: 'deployment', port: 8080, healthPath: '/health' },
});
