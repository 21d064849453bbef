// One workload as a service of the Compose specification: what Compose and Swarm say alike.
import { healthCommand } from '../../deployment/health.ts';
import type { DeployedComponent } from '../../deployment/workload.ts';

/** A check every ten seconds, after the time that a start may take. */
const START_PERIOD_S = 60;
const SHORTEST_CPU = 0.001;
const BYTES_PER_MIB = 1024 ** 2;
/** The least memory that the engine gives to a container. */
const SMALLEST_MEMORY = 6 * BYTES_PER_MIB;

export type ComposeObject = Readonly<Record<string, unknown>>;

/** Both replace variables in all texts of a file, so that a `$` of the design is written twice. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

export function literals(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, literal(value)]));
}

export function healthcheck(workload: DeployedComponent): ComposeObject {
  const test = healthCommand(workload);
  if (test === null) return {};
  const start = Math.ceil(Math.max(START_PERIOD_S, 2 * (workload.autoscale?.startupS ?? 0)));
  return {
    healthcheck: { test: test.map(literal), interval: '10s', timeout: '5s', retries: 3, start_period: `${start}s` },
  };
}

/** As the restricted standard of Kubernetes has it: no root, no new rights, nothing written beside the data. */
export function confinement(workload: DeployedComponent): ComposeObject {
  const { facts, storage, port, type } = workload;
  const folders = facts.writable.filter((path) => path !== storage?.path && !path.startsWith(`${storage?.path}/`));
  return {
    user: `${facts.user}:${facts.group}`,
    ...(facts.isRootReadOnly ? { read_only: true } : {}),
    cap_drop: ['ALL'],
    ...(folders.length === 0 ? {} : { tmpfs: folders }),
    ...(type !== 'scheduled' && port < 1024 ? { sysctls: { 'net.ipv4.ip_unprivileged_port_start': '0' } } : {}),
  };
}

/** A replica gets what it was simulated with, no less and no more. */
export function resources({ resources: { cpu, memoryMiB } }: DeployedComponent): ComposeObject {
  const amounts = {
    ...(cpu === null ? {} : { cpus: cores(cpu) }),
    ...(memoryMiB === null ? {} : { memory: bytes(memoryMiB) }),
  };
  return Object.keys(amounts).length === 0 ? {} : { resources: { limits: amounts, reservations: amounts } };
}

function cores(cpu: number): string {
  return String(Math.max(SHORTEST_CPU, Math.ceil(Number((cpu * 1000).toPrecision(12))) / 1000));
}

function bytes(memoryMiB: number): string {
  const wanted = Math.max(SMALLEST_MEMORY, Math.ceil(memoryMiB * BYTES_PER_MIB));
  return wanted % BYTES_PER_MIB === 0 ? `${wanted / BYTES_PER_MIB}M` : `${wanted}b`;
}

/** What a person calls it, and what it is of: labels that nothing depends on. */
export function labels(workload: DeployedComponent, project: string): ComposeObject {
  return {
    labels: {
      'dev.spandrel.component': workload.id,
      'dev.spandrel.kind': workload.kind.key,
      'dev.spandrel.project': project,
      'dev.spandrel.title': literal(workload.title),
    },
  };
}

export function command({ args }: DeployedComponent): ComposeObject {
  return args.length === 0 ? {} : { command: args.map(literal) };
}

/** The named volume that keeps the data of a workload; `null` where it keeps none. */
export function volumeName({ name, storage, type }: DeployedComponent): string | null {
  return storage !== null && type === 'stateful' ? `${name}-data` : null;
}

export function volumes(workload: DeployedComponent): ComposeObject {
  const source = volumeName(workload);
  return source === null ? {} : { volumes: [{ type: 'volume', source, target: workload.storage?.path }] };
}
