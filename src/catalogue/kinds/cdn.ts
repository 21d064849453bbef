// A content delivery network answers most requests near the caller; somebody else runs it.
import { defineKind } from '../kind.ts';

export const cdn = defineKind({
  key: 'cdn',
  title: 'CDN',
  family: 'entry',
  help: 'Answers near the caller what it has kept, and asks the origin for the rest.',
  look: { icon: 'cloud', mermaid: 'hex', c4: 'System_Ext' },
  starter: {
    capacity: { concurrency: 1000 },
    service: { distribution: 'exponential', meanMs: 1 },
    hitRatio: 0.9,
    cost: { perReplicaHour: 0, perMillionRequests: 0.6 },
  },
  behaviour: { station: 'server', answersItself: true },
  workload: null,
});
