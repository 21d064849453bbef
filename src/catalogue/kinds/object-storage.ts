// Object storage keeps files under a name, large ones too.
import { defineKind } from '../kind.ts';

export const objectStorage = defineKind({
  key: 'object-storage',
  title: 'Object storage',
  family: 'data',
  help: 'Files of any size, kept under a name.',
  look: { icon: 'archive', mermaid: 'cyl', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 128 },
    service: { distribution: 'lognormal', meanMs: 25, scv: 1.5 },
    resources: { cpu: 1, memoryMiB: 1024 },
    cost: { perReplicaHour: 0.05, perMillionRequests: 0.4 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    purpose: 'objects',
    image: 'minio/minio:RELEASE.2024-10-13T13-34-11Z',
    port: 9000,
    healthPath: '/minio/health/live',
    dataPath: '/data',
    storageGiB: 100,
    args: ['server', '/data'],
    secrets: ['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD'],
  },
});
