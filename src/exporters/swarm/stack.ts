// The objects of a stack file: services with their deployment, and what they name.
import { networksOf, type Networks } from '../../deployment/networks.ts';
import { secretNames } from '../../deployment/secrets.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { hostPorts, type HostPorts } from '../containers/ports.ts';
import * as container from '../containers/service.ts';
import type { ComposeObject } from '../containers/service.ts';
import type { ExportFile } from '../exporter.ts';
import { hashText } from '../mark.ts';
import { rollbackConfig, updateConfig } from './updates.ts';
import { zonesOf } from './zones.ts';

export interface StackSettings {
  readonly name: string;
  readonly exposePorts: string;
  /** Empty: no placement. */
  readonly zoneLabel: string;
}

export interface Stack {
  readonly file: ComposeObject;
  readonly configFiles: readonly ExportFile[];
  /** What must be made with `docker secret create`. */
  readonly secrets: readonly string[];
  readonly checked: ReadonlySet<string>;
  /** Labels that nodes need, as `zone=eu-1`. */
  readonly nodeLabels: readonly string[];
  readonly findings: readonly Finding[];
}

interface Around {
  readonly design: Design;
  readonly settings: StackSettings;
  readonly networks: Networks;
  readonly ports: HostPorts;
  readonly zones: ReadonlyMap<string, string>;
  readonly secretOf: (id: string, secret: string) => string;
}

export function stack(design: Design, workloads: readonly DeployedComponent[], settings: StackSettings): Stack {
  const published = workloads.filter(({ type, isExposed }) => {
    if (type === 'scheduled' || settings.exposePorts === 'none') return false;
    return settings.exposePorts === 'all' || isExposed;
  });
  const around: Around = {
    design,
    settings,
    networks: networksOf(design, workloads),
    // The mesh spreads the calls to one port over all replicas.
    ports: hostPorts(published, () => 1),
    zones: settings.zoneLabel === '' ? new Map<string, string>() : zonesOf(design),
    secretOf: secretNames(workloads, ({ name }, secret) => `${name}_${secret}`),
  };
  const secrets = workloads.flatMap(({ id, secrets: own }) => own.map((secret) => around.secretOf(id, secret)));
  const files = workloads.flatMap((workload) => workload.files.map((file) => ({ workload, ...file })));
  const services = workloads.map((workload) => [workload.name, service(workload, around)] as const);
  return {
    file: {
      version: '3.8',
      services: Object.fromEntries(services),
      networks: Object.fromEntries(
        [...around.networks.all].map(([name, { isInternal }]) => [
          name,
          { driver: 'overlay', ...(isInternal ? { internal: true } : {}) },
        ]),
      ),
      ...section(
        'volumes',
        workloads
          .map(container.volumeName)
          .filter((name) => name !== null)
          .map((name) => [name, {}]),
      ),
      ...section(
        'secrets',
        secrets.map((name) => [name, { external: true, name: `${settings.name}_${name}` }]),
      ),
      ...section(
        'configs',
        files.map(({ workload, path, text }) => [
          configName(workload, path),
          // Configs never change: another text is another config.
          {
            name: `${configName(workload, path)}-${hashText(text).slice(0, 8)}`,
            file: `./${configFile(workload, path)}`,
          },
        ]),
      ),
    },
    configFiles: files.map(({ workload, path, text }) => ({ path: configFile(workload, path), text })),
    secrets: secrets.map((name) => `${settings.name}_${name}`),
    checked: new Set(services.filter(([, made]) => 'healthcheck' in made).map(([name]) => name)),
    nodeLabels: [
      ...new Set(
        workloads.flatMap(({ id }) => {
          const zone = around.zones.get(id);
          return zone === undefined ? [] : [`${settings.zoneLabel}=${zone}`];
        }),
      ),
    ],
    findings: around.ports.findings,
  };
}

function section(key: string, entries: readonly (readonly [string, ComposeObject])[]): ComposeObject {
  return entries.length === 0 ? {} : { [key]: Object.fromEntries(entries) };
}

function service(workload: DeployedComponent, around: Around): ComposeObject {
  const { id, files, secrets, name } = workload;
  const host = around.ports.of.get(id);
  return {
    image: workload.image,
    ...container.command(workload),
    ...environment(workload),
    ...container.healthcheck(workload),
    ...(host === undefined
      ? {}
      : { ports: [{ target: workload.port, published: host.first, protocol: 'tcp', mode: 'ingress' }] }),
    networks: Object.fromEntries((around.networks.of.get(id) ?? []).map((network) => [network, { aliases: [name] }])),
    ...container.volumes(workload),
    ...(secrets.length === 0
      ? {}
      : { secrets: secrets.map((secret) => ({ source: around.secretOf(id, secret), target: secret, mode: 0o444 })) }),
    ...(files.length === 0
      ? {}
      : { configs: files.map(({ path }) => ({ source: configName(workload, path), target: path })) }),
    ...container.confinement(workload),
    deploy: deployment(workload, around),
  };
}

function environment(workload: DeployedComponent): ComposeObject {
  const files = workload.secrets.map((secret) => [`${secret}_FILE`, `/run/secrets/${secret}`] as const);
  const all = { ...container.literals(workload.env), ...Object.fromEntries(files) };
  return Object.keys(all).length === 0 ? {} : { environment: all };
}

function deployment(workload: DeployedComponent, { design, settings, zones }: Around): ComposeObject {
  const zone = zones.get(workload.id);
  const common = {
    ...container.resources(workload),
    ...(zone === undefined ? {} : { placement: { constraints: [`node.labels.${settings.zoneLabel} == ${zone}`] } }),
    ...container.labels(workload, settings.name),
  };
  // A task of its own times is started by hand: docker service scale NAME=1.
  if (workload.type === 'scheduled') return { replicas: 0, restart_policy: { condition: 'none' }, ...common };
  return {
    replicas: workload.replicas,
    update_config: updateConfig(design, workload),
    rollback_config: rollbackConfig(workload),
    restart_policy: { condition: 'any', delay: '5s' },
    ...common,
  };
}

function configName({ name }: DeployedComponent, path: string): string {
  return `${name}-${path.slice(path.lastIndexOf('/') + 1)}`;
}

function configFile(workload: DeployedComponent, path: string): string {
  return `configs/${configName(workload, path)}`;
}
