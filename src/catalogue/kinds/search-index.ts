// A search index answers queries over text and fields.
import { defineKind } from '../kind.ts';

export const searchIndex = defineKind({
  key: 'search-index',
  title: 'Search index',
  family: 'data',
  help: 'Full-text search, filters and counts.',
  look: { icon: 'search', mermaid: 'cyl', c4: 'ContainerDb' },
  starter: {
    capacity: { concurrency: 16 },
    service: { distribution: 'lognormal', meanMs: 15, scv: 2 },
    resources: { cpu: 2, memoryMiB: 4096 },
    cost: { perReplicaHour: 0.3, perMillionRequests: 0 },
  },
  behaviour: { station: 'server' },
  workload: {
    type: 'stateful',
    image: 'opensearchproject/opensearch:2',
    port: 9200,
    dataPath: '/usr/share/opensearch/data',
    storageGiB: 30,
    env: { 'discovery.type': 'single-node' },
    secrets: ['OPENSEARCH_INITIAL_ADMIN_PASSWORD'],
  },
});
