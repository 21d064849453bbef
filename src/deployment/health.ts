// How a container is asked from within whether it is well: by what its image brings along.
import { repository } from './images.ts';
import type { DeployedComponent } from './workload.ts';

type Ask = (workload: DeployedComponent) => readonly string[];

const exec =
  (...command: readonly string[]): Ask =>
  () => ['CMD', ...command];
const shell =
  (command: string): Ask =>
  () => ['CMD-SHELL', command];
const connects: Ask = ({ port }) => ['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`];
const wget =
  (path: string, at?: number): Ask =>
  ({ port }) => ['CMD', 'wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${at ?? port}${path}`];

/** By the last parts of the repository; an image without a shell and a tool of its own (nats) is not among them. */
const CHECKS: ReadonlyMap<string, Ask> = new Map(
  Object.entries({
    nginx: ({ port }: DeployedComponent) => ['CMD', 'curl', '-s', '-o', '/dev/null', `http://127.0.0.1:${port}/`],
    redis: exec('redis-cli', 'ping'),
    memcached: connects,
    postgres: shell('pg_isready -q -U "${POSTGRES_USER:-postgres}"'),
    mysql: exec('mysqladmin', 'ping', '--silent'),
    mariadb: exec('healthcheck.sh', '--connect', '--innodb_initialized'),
    mongo: exec('mongosh', '--quiet', '--eval', "db.adminCommand('ping')"),
    rabbitmq: exec('rabbitmq-diagnostics', '-q', 'ping'),
    'apache/kafka': ({ port }: DeployedComponent) => [
      ...['CMD', '/opt/kafka/bin/kafka-broker-api-versions.sh'],
      ...['--bootstrap-server', `127.0.0.1:${port}`],
    ],
    'coreos/etcd': exec('etcdctl', 'endpoint', 'health'),
    'hashicorp/consul': exec('consul', 'info'),
    'opensearchproject/opensearch': ({ port }: DeployedComponent) => [
      ...['CMD', 'curl', '-sk', '-o', '/dev/null', `https://127.0.0.1:${port}/`],
    ],
    'minio/minio': exec('mc', 'ready', 'local'),
    'keycloak/keycloak': connects,
    'grafana/loki': wget('/ready'),
    'prom/prometheus': wget('/-/healthy'),
    'prom/alertmanager': wget('/-/healthy'),
    'jaegertracing/all-in-one': wget('/', 14_269),
  }),
);

/** The command as container engines take it; null where nothing in the image could ask. */
export function healthCommand(workload: DeployedComponent): readonly string[] | null {
  if (workload.type === 'scheduled') return null;
  const parts = repository(workload.image).split('/');
  const known = CHECKS.get(parts.slice(-2).join('/')) ?? CHECKS.get(parts.slice(-1).join(''));
  if (known !== undefined) return known(workload);
  if (workload.healthPath === null || workload.facts.scheme !== 'http') return null;
  const url = shellQuoted(`http://127.0.0.1:${workload.port}${encodeURI(workload.healthPath)}`);
  return ['CMD-SHELL', `wget -q -O /dev/null ${url} || curl -fsS -o /dev/null ${url}`];
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
