// A relational database, usually the first thing to be busy.
import { defineKind } from '../kind.ts';

export const sqlDatabase = defineKind({
  key: 'sql-database',
  title: 'SQL database',
  family: 'data',
  help: 'Tables, joins and transactions.',
  look: { icon: 'database', mermaid: 'cyl', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 32 },
    service: { distribution: 'lognormal', meanMs: 6, scv: 2 },
    resources: { cpu: 2, memoryMiB: 4096 },
    cost: { perReplicaHour: 0.25, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    purpose: 'sql',
    image: 'postgres:16',
    port: 5432,
    dataPath: '/var/lib/postgresql/data',
    storageGiB: 20,
    env: { PGDATA: '/var/lib/postgresql/data/pgdata' },
    secrets: ['POSTGRES_PASSWORD'],
  },
});
