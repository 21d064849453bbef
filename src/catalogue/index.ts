// The list of kinds, in the order of the palette; the type of their keys is drawn from it.
import type { Family, Kind } from './kind.ts';
import { webClient } from './kinds/web-client.ts';
import { mobileClient } from './kinds/mobile-client.ts';
import { cli } from './kinds/cli.ts';
import { externalSystem } from './kinds/external-system.ts';
import { loadBalancer } from './kinds/load-balancer.ts';
import { gateway } from './kinds/gateway.ts';
import { cdn } from './kinds/cdn.ts';
import { service } from './kinds/service.ts';
import { module } from './kinds/module.ts';
import { functionKind } from './kinds/function.ts';
import { worker } from './kinds/worker.ts';
import { scheduler } from './kinds/scheduler.ts';
import { queue } from './kinds/queue.ts';
import { topic } from './kinds/topic.ts';
import { stream } from './kinds/stream.ts';
import { cache } from './kinds/cache.ts';
import { sqlDatabase } from './kinds/sql-database.ts';
import { documentDatabase } from './kinds/document-database.ts';
import { searchIndex } from './kinds/search-index.ts';
import { objectStorage } from './kinds/object-storage.ts';
import { authProvider } from './kinds/auth-provider.ts';
import { serviceRegistry } from './kinds/service-registry.ts';
import { configStore } from './kinds/config-store.ts';
import { logging } from './kinds/logging.ts';
import { metrics } from './kinds/metrics.ts';
import { tracing } from './kinds/tracing.ts';
import { alerting } from './kinds/alerting.ts';

const list = [
  webClient,
  mobileClient,
  cli,
  externalSystem,
  loadBalancer,
  gateway,
  cdn,
  service,
  module,
  functionKind,
  worker,
  scheduler,
  queue,
  topic,
  stream,
  cache,
  sqlDatabase,
  documentDatabase,
  searchIndex,
  objectStorage,
  authProvider,
  serviceRegistry,
  configStore,
  logging,
  metrics,
  tracing,
  alerting,
] as const;

/** The keys of all kinds, for those who build on the catalogue. @public */
export type KindKey = (typeof list)[number]['key'];

/** Every kind of component, family by family. */
export const kinds: readonly Kind[] = list;

/** The families in the order of the palette. */
export const families: readonly { readonly key: Family; readonly title: string }[] = [
  { key: 'entry', title: 'Entry' },
  { key: 'service', title: 'Services' },
  { key: 'messaging', title: 'Messaging' },
  { key: 'data', title: 'Data' },
  { key: 'platform', title: 'Platform' },
];

const byKey = new Map<string, Kind>(kinds.map((kind) => [kind.key, kind]));

/** The kind of that key; nothing where the key is unknown. */
export function kindByKey(key: string): Kind | undefined {
  return byKey.get(key);
}
