// Alerts on each workload: replicas missing, saturation, and the backlog of brokers.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Rule } from './rules.ts';
import { isScraped, targetOf } from './targets.ts';

const BACKLOG = 1000;
/** What is waiting in a broker, by the metric of its exporter. */
const BACKLOGS: Readonly<Record<string, string>> = {
  amqp: 'rabbitmq_queue_messages_ready',
  kafka: 'kafka_consumergroup_lag',
};

export function hasBacklog({ facts }: DeployedComponent): boolean {
  return BACKLOGS[facts.scheme] !== undefined;
}

export function componentAlerts(workload: DeployedComponent): Rule[] {
  if (!isScraped(workload)) return [];
  return [...missing(workload), ...saturation(workload), ...backlog(workload)];
}

function missing(workload: DeployedComponent): Rule[] {
  const { name, replicas, autoscale } = workload;
  const least = targetOf(workload).isExporter
    ? Math.min(1, replicas)
    : autoscale === null
      ? replicas
      : Math.min(replicas, autoscale.min);
  if (least === 0) return [];
  const expr = `(count(up{job="${name}"} == 1) or vector(0)) < ${least}`;
  return [alert(workload, 'ReplicasMissing', 'page', expr, '5m', `has fewer than ${least} replicas`)];
}

function saturation(workload: DeployedComponent): Rule[] {
  const { name, resources } = workload;
  if (targetOf(workload).isExporter) return [];
  const cpu = `rate(process_cpu_seconds_total{job="${name}"}[5m]) > ${round(0.9 * (resources.cpu ?? 0))}`;
  const memory = `process_resident_memory_bytes{job="${name}"} > ${Math.round(0.9 * 1024 ** 2 * (resources.memoryMiB ?? 0))}`;
  return [
    ...(resources.cpu === null ? [] : [alert(workload, 'CpuSaturated', 'ticket', cpu, '15m', 'uses 90 % of its CPU')]),
    ...(resources.memoryMiB === null
      ? []
      : [alert(workload, 'MemorySaturated', 'ticket', memory, '15m', 'uses 90 % of its memory')]),
  ];
}

function backlog(workload: DeployedComponent): Rule[] {
  const metric = BACKLOGS[workload.facts.scheme];
  if (metric === undefined) return [];
  const expr = `sum(${metric}{job="${workload.name}"}) > ${BACKLOG}`;
  return [alert(workload, 'QueueLag', 'ticket', expr, '10m', `keeps more than ${BACKLOG} messages waiting`)];
}

function alert(
  { name, title }: DeployedComponent,
  rule: string,
  severity: string,
  expr: string,
  time: string,
  said: string,
): Rule {
  return {
    alert: rule,
    expr,
    for: time,
    labels: { severity, component: name },
    annotations: { summary: `${literal(title)} ${said}` },
  };
}

/** Annotations are templates of Go. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

const round = (value: number): number => Number(value.toPrecision(6));
