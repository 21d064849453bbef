// A cache answers what it has kept, and passes on the rest.
import { defineKind } from '../kind.ts';

export const cache = defineKind({
  key: 'cache',
  title: 'Cache',
  family: 'data',
  help: 'Answers what it has kept; only misses go on to its callees.',
  look: { icon: 'zap', mermaid: 'cyl', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 0.4 },
    hitRatio: 0.9,
    resources: { cpu: 0.5, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.07, perMillionRequests: 0 },
  },
  behaviour: { station: 'server', answersItself: true },
  workload: { type: 'deployment', purpose: 'cache', image: 'redis:7', port: 6379 },
});
