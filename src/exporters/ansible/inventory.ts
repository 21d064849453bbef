// Who the hosts are and what runs on them: only data, no expressions, so that no text of a design is taken for a template.
import { secretNames } from '../../deployment/secrets.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';

const BYTES_PER_MIB = 1024 ** 2;
const SMALLEST_MEMORY = 6 * BYTES_PER_MIB;
const PACKAGES = { docker: 'docker.io', podman: 'podman' } as const;

type Variables = Readonly<Record<string, unknown>>;

/** Names of groups hold no `-`. */
export function groupOf({ name }: Pick<DeployedComponent, 'name'>): string {
  return `workload_${name.replaceAll('-', '_')}`;
}

/** One group for each component, one host for each replica. */
export function inventory(workloads: readonly DeployedComponent[], domain: string): Variables {
  const groups = workloads.map((workload) => [groupOf(workload), { hosts: hosts(workload, domain) }] as const);
  return { all: { children: { workloads: { children: Object.fromEntries(groups) } } } };
}

function hosts({ name, replicas }: DeployedComponent, domain: string): Variables {
  if (replicas === 0) return {};
  return { [replicas === 1 ? `${name}-1.${domain}` : `${name}-[1:${replicas}].${domain}`]: {} };
}

export function sharedVariables(project: string, engine: 'docker' | 'podman'): Variables {
  return {
    container_project: project,
    container_engine: engine,
    container_package: PACKAGES[engine],
    container_folder: `/opt/${project}`,
  };
}

/** What the role is told of each component. */
export function groupVariables(
  workloads: readonly DeployedComponent[],
): readonly { readonly group: string; readonly variables: Variables }[] {
  const byId = new Map(workloads.map((workload) => [workload.id, workload]));
  const vaultName = secretNames(workloads, ({ name }, secret) =>
    `vault_${name}_${secret}`.toLowerCase().replace(/[^a-z0-9_]/g, '_'),
  );
  return workloads.map((workload) => ({
    group: groupOf(workload),
    variables: {
      container_name: workload.name,
      container_title: workload.title,
      container_image: workload.image,
      container_args: workload.args,
      container_port: workload.port,
      container_health: health(workload),
      container_user: `${workload.facts.user}:${workload.facts.group}`,
      container_read_only: workload.facts.isRootReadOnly,
      container_options: options(workload),
      container_env: workload.env,
      container_secrets: Object.fromEntries(workload.secrets.map((secret) => [secret, vaultName(workload.id, secret)])),
      container_files: workload.files.map(({ path, text }) => ({ path, name: fileName(path), text })),
      container_calls: workload.calls.flatMap(({ to, name }) => {
        const called = byId.get(to);
        return called === undefined ? [] : [{ name, group: groupOf(called) }];
      }),
      ...(workload.type === 'scheduled' ? { container_every_s: Math.max(1, Math.round(workload.everyS ?? 3600)) } : {}),
    },
  }));
}

function health({ type, healthPath, facts }: DeployedComponent): string {
  if (type === 'scheduled') return '';
  return healthPath !== null && facts.scheme === 'http' ? encodeURI(healthPath) : '';
}

function options({ resources: { cpu, memoryMiB }, storage, type, name, facts }: DeployedComponent): readonly string[] {
  const folders = facts.writable.filter((path) => path !== storage?.path && !path.startsWith(`${storage?.path}/`));
  return [
    ...(cpu === null ? [] : [`--cpus=${Math.max(0.01, cpu)}`]),
    ...(memoryMiB === null ? [] : [`--memory=${Math.max(SMALLEST_MEMORY, Math.ceil(memoryMiB * BYTES_PER_MIB))}b`]),
    ...(storage !== null && type === 'stateful' ? [`--volume=${name}-data:${storage.path}`] : []),
    ...folders.map((path) => `--tmpfs=${path}`),
  ];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
