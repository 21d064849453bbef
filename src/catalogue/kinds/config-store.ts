// A configuration store hands settings to running programs.
import { defineKind } from '../kind.ts';

export const configStore = defineKind({
  key: 'config-store',
  title: 'Config store',
  family: 'platform',
  help: 'Hands out settings to running programs, apart from their code.',
  look: { icon: 'sliders-horizontal', mermaid: 'doc', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 32 },
    service: { distribution: 'exponential', meanMs: 1 },
    resources: { cpu: 0.25, memoryMiB: 256 },
    cost: { perReplicaHour: 0.03, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    image: 'quay.io/coreos/etcd:v3.5.17',
    port: 2379,
    healthPath: '/health',
    dataPath: '/etcd-data',
    storageGiB: 5,
    args: [
      '/usr/local/bin/etcd',
      '--data-dir=/etcd-data',
      '--listen-client-urls=http://0.0.0.0:2379',
      '--advertise-client-urls=http://0.0.0.0:2379',
    ],
  },
});
