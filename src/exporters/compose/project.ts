// The objects of a Compose file: services, and the networks, volumes, secrets and settings that they name.
import { healthCommand } from '../../deployment/health.ts';
import { networksOf, type Networks } from '../../deployment/networks.ts';
import { startOrder } from '../../deployment/order.ts';
import { secretNames } from '../../deployment/secrets.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { hostPorts, type HostPorts } from '../containers/ports.ts';
import * as container from '../containers/service.ts';
import { literal, type ComposeObject } from '../containers/service.ts';

export interface ComposeSettings {
  readonly name: string;
  readonly hasProfiles: boolean;
  readonly exposePorts: string;
  readonly secretsFrom: 'environment' | 'file';
}

export interface ComposeProject {
  readonly file: ComposeObject;
  /** Those whose health is asked for. */
  readonly checked: ReadonlySet<string>;
  /** Variables or files that must be there. */
  readonly secrets: readonly { readonly id: string; readonly secret: string; readonly source: string }[];
  readonly findings: readonly Finding[];
}

interface Around {
  readonly settings: ComposeSettings;
  readonly byId: ReadonlyMap<string, DeployedComponent>;
  readonly networks: Networks;
  readonly ports: HostPorts;
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly sourceOf: (id: string, secret: string) => string;
}

export function project(
  design: Design,
  workloads: readonly DeployedComponent[],
  settings: ComposeSettings,
): ComposeProject {
  const order = startOrder(workloads);
  const published = workloads.filter(({ type, isExposed }) => {
    if (type === 'scheduled' || settings.exposePorts === 'none') return false;
    return settings.exposePorts === 'all' || isExposed;
  });
  const around: Around = {
    settings,
    byId: new Map(workloads.map((workload) => [workload.id, workload])),
    networks: networksOf(design, workloads),
    ports: hostPorts(published, ({ replicas }) => replicas),
    after: order.after,
    sourceOf: secretNames(workloads, ({ name }, secret) => upper(`${name}_${secret}`)),
  };
  const secrets = workloads.flatMap(({ id, secrets: own }) =>
    own.map((secret) => ({ id, secret, source: around.sourceOf(id, secret) })),
  );
  return {
    file: {
      name: settings.name,
      services: Object.fromEntries(workloads.map((workload) => [workload.name, service(workload, around)])),
      networks: Object.fromEntries(
        [...around.networks.all].map(([name, { isInternal }]) => [name, isInternal ? { internal: true } : {}]),
      ),
      ...section(
        'volumes',
        workloads.map(container.volumeName).filter((name) => name !== null),
        () => ({}),
      ),
      ...(settings.secretsFrom === 'file'
        ? section(
            'secrets',
            secrets.map(({ source }) => source),
            (source) => ({ file: `./secrets/${source}` }),
          )
        : {}),
      ...configs(workloads),
    },
    checked: new Set(workloads.filter((workload) => healthCommand(workload) !== null).map(({ id }) => id)),
    secrets,
    findings: [...order.findings, ...around.ports.findings],
  };
}

function section(key: string, names: readonly string[], make: (name: string) => ComposeObject): ComposeObject {
  return names.length === 0 ? {} : { [key]: Object.fromEntries(names.map((name) => [name, make(name)])) };
}

function service(workload: DeployedComponent, around: Around): ComposeObject {
  const { type, replicas } = workload;
  const profile = profileOf(workload, around.settings);
  return {
    image: workload.image,
    ...(profile === null ? {} : { profiles: [profile] }),
    ...container.command(workload),
    ...environment(workload, around),
    ...dependencies(workload, around),
    ...container.healthcheck(workload),
    ...ports(workload, around),
    networks: around.networks.of.get(workload.id) ?? [],
    ...container.volumes(workload),
    ...mountedSecrets(workload, around),
    ...mountedFiles(workload),
    ...container.confinement(workload),
    security_opt: ['no-new-privileges:true'],
    restart: type === 'scheduled' ? 'no' : 'unless-stopped',
    deploy: { ...(type === 'scheduled' ? {} : { replicas }), ...container.resources(workload) },
    ...container.labels(workload, around.settings.name),
  };
}

function profileOf({ type, kind }: DeployedComponent, { hasProfiles }: ComposeSettings): string | null {
  if (!hasProfiles) return null;
  if (type === 'scheduled') return 'scheduled';
  return kind.workload?.purpose === 'observability' ? 'observability' : null;
}

function environment(workload: DeployedComponent, { settings, sourceOf }: Around): ComposeObject {
  const fromFile = settings.secretsFrom === 'file';
  const secrets = workload.secrets.map((secret) =>
    fromFile
      ? [`${secret}_FILE`, `/run/secrets/${secret}`]
      : [secret, `\${${sourceOf(workload.id, secret)}:?set it to the secret}`],
  );
  const all = { ...container.literals(workload.env), ...Object.fromEntries(secrets) };
  return Object.keys(all).length === 0 ? {} : { environment: all };
}

/** What lies under a profile may be missing, so that only its like waits for it. */
function dependencies(workload: DeployedComponent, around: Around): ComposeObject {
  const profile = profileOf(workload, around.settings);
  const before = (around.after.get(workload.id) ?? []).flatMap((id) => {
    const other = around.byId.get(id);
    if (other === undefined || other.replicas === 0) return [];
    const needed = profileOf(other, around.settings);
    if (needed !== null && needed !== profile) return [];
    const condition = healthCommand(other) === null ? 'service_started' : 'service_healthy';
    return [[other.name, { condition }] as const];
  });
  return before.length === 0 ? {} : { depends_on: Object.fromEntries(before) };
}

function ports({ id, port }: DeployedComponent, { ports: { of } }: Around): ComposeObject {
  const host = of.get(id);
  if (host === undefined) return {};
  const published = host.first === host.last ? String(host.first) : `${host.first}-${host.last}`;
  return { ports: [{ target: port, published, protocol: 'tcp' }] };
}

function mountedSecrets({ id, secrets }: DeployedComponent, { settings, sourceOf }: Around): ComposeObject {
  if (settings.secretsFrom !== 'file' || secrets.length === 0) return {};
  return { secrets: secrets.map((secret) => ({ source: sourceOf(id, secret), target: secret })) };
}

function mountedFiles(workload: DeployedComponent): ComposeObject {
  const mounts = workload.files.map(({ path }) => ({ source: configName(workload, path), target: path }));
  return mounts.length === 0 ? {} : { configs: mounts };
}

function configs(workloads: readonly DeployedComponent[]): ComposeObject {
  const entries = workloads.flatMap((workload) =>
    workload.files.map(({ path, text }) => [configName(workload, path), { content: literal(text) }] as const),
  );
  return entries.length === 0 ? {} : { configs: Object.fromEntries(entries) };
}

function configName({ name }: DeployedComponent, path: string): string {
  return `${name}-${path.slice(path.lastIndexOf('/') + 1)}`;
}

function upper(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}
