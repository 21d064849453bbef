// What is scraped of each workload: its own metrics, or the Prometheus exporter that stands beside a ready image.
import type { DeployedComponent } from '../../deployment/workload.ts';

/** The usual port of the exporter of each protocol; a ready image that speaks HTTP has metrics of its own. */
const EXPORTER_PORTS: Readonly<Record<string, number>> = {
  redis: 9121,
  memcached: 9150,
  postgresql: 9187,
  mysql: 9104,
  mongodb: 9216,
  kafka: 9308,
  nats: 7777,
};
/** RabbitMQ has its metrics at a port of its own. */
const OWN_PORTS: Readonly<Record<string, number>> = { amqp: 15_692 };

export interface Target {
  readonly host: string;
  readonly port: number;
  /** The metrics come from another process. */
  readonly isExporter: boolean;
}

export function targetOf({ name, port, facts }: DeployedComponent): Target {
  const exporter = EXPORTER_PORTS[facts.scheme];
  if (exporter !== undefined) return { host: `${name}-exporter`, port: exporter, isExporter: true };
  return { host: name, port: OWN_PORTS[facts.scheme] ?? port, isExporter: false };
}

/** A scheduled workload ends before anybody asks; its metrics come through the collector. */
export function isScraped({ type }: DeployedComponent): boolean {
  return type !== 'scheduled';
}
