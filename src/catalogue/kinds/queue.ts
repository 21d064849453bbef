// A queue keeps messages in order until one consumer takes each.
import { defineKind } from '../kind.ts';

export const queue = defineKind({
  key: 'queue',
  title: 'Queue',
  family: 'messaging',
  help: 'Keeps messages until a consumer takes them, each by one consumer.',
  look: { icon: 'inbox', mermaid: 'das', c4: 'ContainerQueue' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 0.5 },
    delivery: 'compete',
    resources: { cpu: 1, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.1, perMillionRequests: 0 },
  },
  behaviour: { station: 'broker', delivery: 'compete' },
  workload: {
    type: 'stateful',
    purpose: 'queue',
    image: 'rabbitmq:3',
    port: 5672,
    dataPath: '/var/lib/rabbitmq',
    storageGiB: 8,
    env: { RABBITMQ_DEFAULT_USER: 'app' },
    secrets: ['RABBITMQ_DEFAULT_PASS'],
  },
});
