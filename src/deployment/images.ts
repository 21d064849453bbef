// What is known of ready images that anybody may run: whom they run as, where they write, what they speak.
//
// Sources: the Dockerfile and documentation of each image at the version that the catalogue names.

export interface ImageFacts {
  /** Numeric user and group of the image, never root. */
  readonly user: number;
  readonly group: number;
  /** Folders that it writes to, besides its data. */
  readonly writable: readonly string[];
  /** Everything else may be read-only. */
  readonly isRootReadOnly: boolean;
  /** The scheme of its address. */
  readonly scheme: string;
  /** Settings that depend on the address under which others reach it. */
  readonly selfEnv?: (address: { readonly name: string; readonly port: number }) => Readonly<Record<string, string>>;
}

/** An image of one's own: any user but root, nothing to write to but /tmp. */
export const OWN_IMAGE: ImageFacts = {
  user: 10_001,
  group: 10_001,
  writable: ['/tmp'],
  isRootReadOnly: true,
  scheme: 'http',
};

function facts(user: number, group: number, scheme: string, writable: readonly string[] | null): ImageFacts {
  return { user, group, scheme, writable: writable ?? [], isRootReadOnly: writable !== null };
}

/** Last parts of the repository, without registry and tag; null in place of folders: it writes all over. */
const KNOWN: ReadonlyMap<string, ImageFacts> = new Map(
  Object.entries({
    nginx: facts(101, 101, 'http', ['/var/cache/nginx', '/run', '/tmp']),
    redis: facts(999, 999, 'redis', ['/data', '/tmp']),
    memcached: facts(11_211, 11_211, 'memcached', ['/tmp']),
    postgres: facts(999, 999, 'postgresql', ['/var/run/postgresql', '/tmp']),
    mysql: facts(999, 999, 'mysql', ['/var/run/mysqld', '/tmp']),
    mariadb: facts(999, 999, 'mysql', ['/run/mysqld', '/tmp']),
    mongo: facts(999, 999, 'mongodb', ['/data/configdb', '/tmp']),
    rabbitmq: facts(999, 999, 'amqp', null),
    nats: facts(OWN_IMAGE.user, OWN_IMAGE.group, 'nats', ['/tmp']),
    'apache/kafka': {
      ...facts(1000, 1000, 'kafka', null),
      selfEnv: ({ name, port }) => ({ KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${name}:${port}` }),
    },
    'coreos/etcd': facts(OWN_IMAGE.user, OWN_IMAGE.group, 'http', ['/tmp']),
    'hashicorp/consul': facts(100, 1000, 'http', ['/consul/config', '/tmp']),
    'opensearchproject/opensearch': facts(1000, 1000, 'https', null),
    'minio/minio': facts(1000, 1000, 'http', null),
    'keycloak/keycloak': facts(1000, 0, 'http', null),
    'grafana/loki': facts(10_001, 10_001, 'http', ['/tmp']),
    'prom/prometheus': facts(65_534, 65_534, 'http', ['/tmp']),
    'prom/alertmanager': facts(65_534, 65_534, 'http', ['/alertmanager', '/tmp']),
    'jaegertracing/all-in-one': facts(10_001, 10_001, 'http', ['/tmp']),
  }),
);

/** Null for an image that is not known here: then it is taken for one's own. A mirror of a known image is known too. */
export function knownImage(image: string): ImageFacts | null {
  const parts = repository(image).split('/');
  return KNOWN.get(parts.slice(-2).join('/')) ?? KNOWN.get(parts.slice(-1).join('')) ?? null;
}

/** Whether this is a reference that container runtimes take, after the grammar of the distribution project. */
export function isImageReference(image: string): boolean {
  const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  const registry = '(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d+)?/)?';
  const reference = `^${registry}${component}(?:/${component})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`;
  return image.length <= 512 && new RegExp(reference).test(image);
}

/** The image without its tag and digest. */
export function repository(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
