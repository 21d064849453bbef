// What formats of plain containers lose of a design, told alike for each of them.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Connection, Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';

/** What a connection may ask for and nothing around a container does. */
const POLICIES = ['timeoutMs', 'retry', 'hedge', 'rateLimit', 'bulkhead', 'circuitBreaker'] as const;

/** The policies of connections whose callers are deployed; what a browser does about a slow answer is its own affair. */
export function lostPolicies(
  design: Design,
  workloads: readonly DeployedComponent[],
  format: string,
  mend = 'Keep them in the code of the callers.',
): Finding[] {
  const deployed = new Set(workloads.map(({ id }) => id));
  const asked = (connection: Connection) => POLICIES.filter((policy) => connection[policy] !== undefined);
  const lost = (design.connections ?? [])
    .filter(({ from }) => deployed.has(from))
    .flatMap((connection) => {
      const policies = asked(connection);
      return policies.length === 0 ? [] : [`${connection.id} (${policies.join(', ')})`];
    });
  if (lost.length === 0) return [];
  return [
    {
      rule: 'policies-not-expressed',
      severity: 'warning',
      path: 'connections',
      message: `${format} keeps no timeouts, retries, limits or breakers of connections: ${lost.join(', ')}`,
      mend,
    },
  ];
}

export function lostAutoscaling(workloads: readonly DeployedComponent[], format: string): Finding[] {
  return workloads
    .filter(({ autoscale }) => autoscale !== null)
    .map(({ id, replicas }) => ({
      rule: 'autoscale-not-expressed',
      severity: 'warning' as const,
      path: `components.${id}.autoscale`,
      message: `${format} does not scale ${id} by itself; it keeps ${replicas} replicas`,
      mend: 'Set its replicas to what the highest load needs, or export to Kubernetes.',
    }));
}

export function lostSchedules(workloads: readonly DeployedComponent[], format: string): Finding[] {
  return workloads
    .filter(({ type }) => type === 'scheduled')
    .map(({ id }) => ({
      rule: 'schedule-not-expressed',
      severity: 'warning' as const,
      path: `components.${id}`,
      message: `${format} knows no times at which ${id} is to run; it runs when somebody starts it`,
      mend: `Start ${id} from the cron of a host, or export to Kubernetes.`,
    }));
}

/** Several replicas on one volume spoil each other's data; on volumes of their own they do not know each other's. */
export function replicatedState(workloads: readonly DeployedComponent[], isShared: boolean): Finding[] {
  return workloads
    .filter(({ type, replicas }) => type === 'stateful' && replicas > 1)
    .map(({ id, image }) => ({
      rule: 'state-not-replicated',
      severity: 'warning' as const,
      path: `components.${id}.capacity.replicas`,
      message: isShared
        ? `the replicas of ${id} would write to one volume, which ${image} is not made for`
        : `each replica of ${id} keeps data of its own, and nothing makes ${image} copy it to the others`,
      mend: 'Set up its own replication, or run one replica.',
    }));
}

/** Zones are left out where the format knows one host only; namespaces always are. */
export function lostGroups(design: Design, format: string, kinds: readonly string[]): Finding[] {
  return (design.groups ?? [])
    .filter(({ kind }) => kind !== undefined && kinds.includes(kind))
    .map(({ id, kind }) => ({
      rule: 'group-not-expressed',
      severity: 'warning' as const,
      path: `groups.${id}.kind`,
      message: `${format} knows no ${String(kind)}, so ${id} becomes a network only`,
      mend: 'Export its components as a design of their own where they must lie apart.',
    }));
}

/** A strategy that the design asks for by name and that the format does not have. */
export function lostRollouts(
  design: Design,
  workloads: readonly DeployedComponent[],
  format: string,
  known: readonly string[],
  instead: string,
): Finding[] {
  const asked = new Map(design.components.map(({ id, rollout }) => [id, rollout?.strategy]));
  return workloads.flatMap(({ id, type }) => {
    const strategy = asked.get(id);
    if (strategy === undefined || known.includes(strategy) || type === 'scheduled') return [];
    return [
      {
        rule: 'rollout-not-expressed',
        severity: 'warning' as const,
        path: `components.${id}.rollout.strategy`,
        message: `${format} does no ${strategy} rollout of ${id}; ${instead}`,
        mend: 'Choose a strategy that it has, or use a rollout controller on Kubernetes.',
      },
    ];
  });
}

/** A check from within needs a tool that an image of one's own may lack. */
export function healthTools(workloads: readonly DeployedComponent[], checked: ReadonlySet<string>): Finding[] {
  const ids = workloads
    .filter(({ id, kind }) => checked.has(id) && kind.workload?.image === undefined)
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  return [
    {
      rule: 'health-check-tool',
      severity: 'advice',
      path: 'components',
      message: `the health checks of ${ids.join(', ')} need wget or curl in their images`,
      mend: 'Put one of the two into each image, or remove its healthPath.',
    },
  ];
}
