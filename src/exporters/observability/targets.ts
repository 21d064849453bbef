// What is scraped of each workload: its own metrics, or the Prometheus exporter that stands beside a ready image.
import { OWN_IMAGE, repository } from '../../deployment/images.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** The metrics come from another process. */
  readonly isExporter: boolean;
}

/** By the last part of the repository: the usual port of the product's exporter, for Prometheus has to be given one. */
const EXPORTERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ nginx: 9113, redis: 9121, memcached: 9150, postgres: 9187, mysql: 9104, mariadb: 9104, mongo: 9216 },
    ...{ kafka: 9308, nats: 7777, opensearch: 9114 },
  }),
);

export const CONSUL_PATH = '/v1/agent/metrics';

/** Products that have metrics, yet not at /metrics of the port that they serve. */
const OWN_METRICS: ReadonlyMap<string, { readonly port?: number; readonly path?: string }> = new Map(
  Object.entries({
    rabbitmq: { port: 15_692 },
    consul: { path: CONSUL_PATH },
    minio: { path: '/minio/v2/metrics/cluster' },
    keycloak: { port: 9000 },
    'all-in-one': { port: 14_269 },
  }),
);

/** Where Prometheus finds the metrics of a workload. */
export function targetOf(workload: DeployedComponent): Target {
  const { name, port } = workload;
  if (isOwn(workload)) return { host: name, port, path: '/metrics', isExporter: false };
  const product = repository(workload.image).split('/').at(-1) ?? '';
  const exporter = EXPORTERS.get(product);
  if (exporter !== undefined) return { host: `${name}-exporter`, port: exporter, path: '/metrics', isExporter: true };
  const own = OWN_METRICS.get(product);
  return { host: name, port: own?.port ?? port, path: own?.path ?? '/metrics', isExporter: false };
}

/** A program of one's own has the metrics that the export scaffold gives its services; a ready image has others. */
export function isOwn({ facts }: DeployedComponent): boolean {
  return facts === OWN_IMAGE;
}

/** A scheduled workload ends before anybody asks; its metrics come through the collector. */
export function isScraped({ type }: DeployedComponent): boolean {
  return type !== 'scheduled';
}
