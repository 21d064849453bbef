// A scheduler begins work by the clock.
import { defineKind } from '../kind.ts';

export const scheduler = defineKind({
  key: 'scheduler',
  title: 'Scheduler',
  family: 'service',
  help: 'Starts work at set times, such as a nightly report.',
  look: { icon: 'calendar-clock', mermaid: 'stadium', c4: 'Container' },
  starter: {
    capacity: { concurrency: 8 },
    service: { distribution: 'exponential', meanMs: 1 },
    resources: { cpu: 0.1, memoryMiB: 64 },
    cost: { perReplicaHour: 0.01, perMillionRequests: 0 },
  },
  behaviour: { station: 'server', entry: true },
  workload: { type: 'scheduled', port: 8080 },
});
