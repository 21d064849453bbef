// A document database keeps whole documents under a key.
import { defineKind } from '../kind.ts';

export const documentDatabase = defineKind({
  key: 'document-database',
  title: 'Document database',
  family: 'data',
  help: 'Whole documents, found by key or by their fields.',
  look: { icon: 'file-json', mermaid: 'cyl', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'lognormal', meanMs: 4, scv: 2 },
    resources: { cpu: 2, memoryMiB: 4096 },
    cost: { perReplicaHour: 0.22, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    image: 'mongo:7',
    port: 27017,
    dataPath: '/data/db',
    storageGiB: 20,
    env: { MONGO_INITDB_ROOT_USERNAME: 'app' },
    secrets: ['MONGO_INITDB_ROOT_PASSWORD'],
  },
});
