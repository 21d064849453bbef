// A stream is a log of events, read in order and kept.
import { defineKind } from '../kind.ts';

export const stream = defineKind({
  key: 'stream',
  title: 'Stream',
  family: 'messaging',
  help: 'A log of events that consumers read in order.',
  look: { icon: 'waves', mermaid: 'das', c4: 'ContainerQueue' },
  starter: {
    capacity: { concurrency: 64 },
    service: { distribution: 'exponential', meanMs: 0.4 },
    delivery: 'compete',
    resources: { cpu: 1, memoryMiB: 2048 },
    cost: { perReplicaHour: 0.2, perMillionRequests: 0 },
  },
  behaviour: { station: 'broker', delivery: 'compete' },
  workload: {
    type: 'stateful',
    purpose: 'stream',
    image: 'apache/kafka:3.9.0',
    port: 9092,
    dataPath: '/var/lib/kafka/data',
    storageGiB: 50,
    env: {
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_LOG_DIRS: '/var/lib/kafka/data/logs',
    },
  },
});
