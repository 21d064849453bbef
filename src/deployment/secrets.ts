// Which images read a secret from a file whose path stands in NAME_FILE.
import { repository } from './images.ts';
import type { DeployedComponent } from './workload.ts';

const READS: ReadonlySet<string> = new Set(['postgres', 'mysql', 'mariadb', 'mongo', 'minio']);
const READS_NOT: ReadonlySet<string> = new Set(['rabbitmq', 'keycloak', 'opensearch']);

/** `perhaps` for an image of one's own, which may follow the custom. */
export function readsSecretFiles({ image }: DeployedComponent): 'yes' | 'no' | 'perhaps' {
  const name = repository(image).split('/').slice(-1).join('');
  if (READS.has(name)) return 'yes';
  return READS_NOT.has(name) ? 'no' : 'perhaps';
}

/** Names for the secrets of all workloads, by component id and variable, no two alike. */
export function secretNames(
  workloads: readonly DeployedComponent[],
  nameOf: (workload: DeployedComponent, secret: string) => string,
): (id: string, secret: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const workload of workloads) {
    for (const secret of workload.secrets) {
      const wanted = nameOf(workload, secret);
      let name = wanted;
      for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`;
      taken.add(name);
      names.set(JSON.stringify([workload.id, secret]), name);
    }
  }
  return (id, secret) => names.get(JSON.stringify([id, secret])) ?? secret;
}
