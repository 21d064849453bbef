// A topic hands every message to each of its subscribers.
import { defineKind } from '../kind.ts';

export const topic = defineKind({
  key: 'topic',
  title: 'Topic',
  family: 'messaging',
  help: 'Hands every message to all who subscribe to it.',
  look: { icon: 'megaphone', mermaid: 'das', c4: 'ContainerQueue' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 0.3 },
    delivery: 'broadcast',
    resources: { cpu: 0.5, memoryMiB: 512 },
    cost: { perReplicaHour: 0.06, perMillionRequests: 0 },
  },
  behaviour: { station: 'broker', delivery: 'broadcast' },
  workload: { type: 'deployment', purpose: 'topic', image: 'nats:2', port: 4222 },
});
