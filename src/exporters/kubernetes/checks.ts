// What Kubernetes takes otherwise than the design says it: refused where nothing would run, told where something is lost.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { lostPolicies } from '../containers/notes.ts';
import { CLUSTER_TOLERANCE, LONGEST_WINDOW_S, POD_METRICS } from './autoscaler.ts';
import { scheduleFor } from './schedule.ts';

type Note = Omit<Finding, 'path' | 'severity'>;

const warning = (path: string, note: Note): Finding => ({ ...note, path, severity: 'warning' });
const advice = (path: string, note: Note): Finding => ({ ...note, path, severity: 'advice' });

/** Notes on one workload. */
export function checkWorkload(workload: DeployedComponent): Finding[] {
  return [
    ...checkReplicatedState(workload),
    ...checkAutoscale(workload),
    ...checkSchedule(workload),
    ...secretsNeeded(workload),
  ];
}

function checkReplicatedState({ id, type, image, replicas, autoscale }: DeployedComponent): Finding[] {
  const most = autoscale === null ? replicas : autoscale.max;
  if (type !== 'stateful' || most <= 1) return [];
  return [
    warning(`components.${id}.capacity.replicas`, {
      rule: 'state-not-replicated',
      message: `each replica of ${id} keeps data of its own; nothing in the export makes ${image} copy it to the others`,
      mend: 'Set up replication with an operator for it, or run one replica.',
    }),
  ];
}

function checkAutoscale(workload: DeployedComponent): Finding[] {
  const { id, autoscale, type, resources } = workload;
  if (autoscale === null) return [];
  const path = `components.${id}.autoscale`;
  if (type === 'scheduled') {
    const message = `${id} is deployed as a task that runs at its times, so it is not autoscaled`;
    return [
      warning(path, { rule: 'autoscale-not-expressed', message, mend: 'Remove autoscale, or make it a worker.' }),
    ];
  }
  const findings: Finding[] = [];
  if (autoscale.metric === 'utilisation' && resources.cpu === null) {
    const message = `${id} is to be scaled by its use of CPU, of which a share can be told only where its amount is set`;
    findings.push(warning(path, { rule: 'autoscale-needs-cpu', message, mend: `Set components.${id}.resources.cpu.` }));
  }
  if (autoscale.metric !== 'utilisation') {
    const message = `${id} is scaled by ${POD_METRICS[autoscale.metric]}, which a cluster does not measure by itself`;
    const mend = 'Serve that metric for each pod through a metrics adapter, such as the one of Prometheus.';
    findings.push(warning(`${path}.metric`, { rule: 'autoscale-needs-adapter', message, mend }));
  }
  if (autoscale.min === 0) {
    const message = `Kubernetes scales ${id} down to 1 replica, not to 0`;
    findings.push(warning(`${path}.min`, { rule: 'autoscale-to-zero', message, mend: 'Set min to 1.' }));
  }
  if (autoscale.periodS !== 15) {
    const message = `how often ${id} is measured is a setting of the cluster, 15 s unless changed`;
    const mend = 'Set periodS to 15, or --horizontal-pod-autoscaler-sync-period of the cluster.';
    findings.push(warning(`${path}.periodS`, { rule: 'autoscale-period', message, mend }));
  }
  if (autoscale.tolerance !== CLUSTER_TOLERANCE) {
    const message = `a tolerance of ${autoscale.tolerance} for ${id} needs Kubernetes 1.33 with HPAConfigurableTolerance`;
    const mend = `Set tolerance to ${CLUSTER_TOLERANCE}, or turn that feature on.`;
    findings.push(warning(`${path}.tolerance`, { rule: 'autoscale-tolerance', message, mend }));
  }
  if (autoscale.stabilisationDownS > LONGEST_WINDOW_S || !Number.isInteger(autoscale.stabilisationDownS)) {
    const message = `Kubernetes looks back over whole seconds up to ${LONGEST_WINDOW_S} before it scales ${id} down`;
    const mend = `Set stabilisationDownS to a whole number up to ${LONGEST_WINDOW_S}.`;
    findings.push(warning(`${path}.stabilisationDownS`, { rule: 'autoscale-window', message, mend }));
  }
  return findings;
}

function checkSchedule({ id, type, everyS }: DeployedComponent): Finding[] {
  if (type !== 'scheduled') return [];
  const schedule = scheduleFor(everyS);
  if (everyS !== null && Math.abs(schedule.everyS / everyS - 1) < 1e-6) return [];
  const told =
    everyS === null ? 'no scenario tells how often' : `it is started every ${Number(everyS.toPrecision(4))} s`;
  const message = `${id} runs at "${schedule.cron}", since ${told}${everyS === null ? '' : ', which cron cannot tell'}`;
  return [
    warning(`components.${id}`, { rule: 'schedule-assumed', message, mend: 'Change the schedule in its CronJob.' }),
  ];
}

function secretsNeeded({ id, name, secrets }: DeployedComponent): Finding[] {
  if (secrets.length === 0) return [];
  const literals = secrets.map((secret) => `--from-literal=${secret}=…`).join(' ');
  return [
    advice(`components.${id}.runtime.secrets`, {
      rule: 'secret-values',
      message: `${id} reads ${secrets.join(', ')} from the Secret "${name}", which the export does not hold`,
      mend: `Make it in the cluster: kubectl create secret generic ${name} ${literals}`,
    }),
  ];
}

/** Notes on the design as a whole. */
export function checkDesign(design: Design, workloads: readonly DeployedComponent[]): Finding[] {
  const mend = 'Keep them in the code of the callers, or in a service mesh.';
  return [...lostPolicies(design, workloads, 'Kubernetes', mend), ...checkGroups(design)];
}

function checkGroups(design: Design): Finding[] {
  return (design.groups ?? []).flatMap(({ id, kind }) => {
    const path = `groups.${id}.kind`;
    if (kind === 'namespace') {
      const message = `the export puts everything into one namespace, so ${id} does not become one`;
      const mend = 'Export the components of each namespace as a design of their own.';
      return [warning(path, { rule: 'group-not-expressed', message, mend })];
    }
    if (kind === 'zone') {
      const message = `the export leaves it to the cluster where pods run, so nothing is kept in the zone ${id}`;
      const mend = 'Pin its pods to the zone by a node selector.';
      return [warning(path, { rule: 'group-not-expressed', message, mend })];
    }
    return [];
  });
}
