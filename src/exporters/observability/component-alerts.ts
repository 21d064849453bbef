// Alerts on each workload: replicas missing, saturation, and the backlog of brokers.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Rule } from './rule.ts';
import { isScraped, targetOf } from './targets.ts';

export const BACKLOG = 1000;
/** What waits in a broker, by the metric of its exporter. */
const BACKLOGS: Readonly<Record<string, string>> = {
  amqp: 'rabbitmq_queue_messages_ready',
  kafka: 'kafka_consumergroup_lag',
  nats: 'jetstream_consumer_num_pending',
};

/** The metric of what waits in a broker; undefined of what is none. */
export function backlogMetric({ facts }: DeployedComponent): string | undefined {
  return BACKLOGS[facts.scheme];
}

/** How many replicas have to be up at least. An exporter is one, however many it watches. */
export function leastUp(workload: DeployedComponent): number {
  const { replicas, autoscale } = workload;
  if (targetOf(workload).isExporter) return Math.min(1, replicas);
  return autoscale === null ? replicas : Math.min(replicas, autoscale.min);
}

export function componentAlerts(workload: DeployedComponent): Rule[] {
  if (!isScraped(workload)) return [];
  return [...missing(workload), ...saturation(workload), ...backlog(workload)];
}

function missing(workload: DeployedComponent): Rule[] {
  const least = leastUp(workload);
  if (least === 0) return [];
  const expr = `(count(up{job="${workload.name}"} == 1) or vector(0)) < ${least}`;
  const said = targetOf(workload).isExporter
    ? 'is not seen by its Prometheus exporter'
    : least === 1
      ? 'has no replica that answers'
      : `has {{ $value }} of at least ${least} replicas`;
  return [alert(workload, 'ReplicasMissing', 'page', expr, '5m', said)];
}

/** Each container on its own: a busy replica does not hide among idle ones. */
function saturation(workload: DeployedComponent): Rule[] {
  const { resources, name } = workload;
  const containers = (metric: string): string => `${metric}{component="${name}"}`;
  const cpu = `sum by (component, id) (rate(${containers('container_cpu_usage_seconds_total')}[5m]))`;
  const memory = `max by (component, id) (${containers('container_memory_working_set_bytes')})`;
  return [
    ...(resources.cpu === null
      ? []
      : [saturated(workload, 'CpuSaturated', `${cpu} > ${round(0.9 * resources.cpu)}`, 'CPU')]),
    ...(resources.memoryMiB === null
      ? []
      : [
          saturated(
            workload,
            'MemorySaturated',
            `${memory} > ${Math.round(0.9 * 1024 ** 2 * resources.memoryMiB)}`,
            'memory',
          ),
        ]),
  ];
}

function saturated(workload: DeployedComponent, rule: string, expr: string, what: string): Rule {
  return alert(workload, rule, 'ticket', expr, '15m', `uses more than 90 % of its ${what}`);
}

function backlog(workload: DeployedComponent): Rule[] {
  const metric = backlogMetric(workload);
  if (metric === undefined) return [];
  const expr = `sum(${metric}{job="${workload.name}"}) > ${BACKLOG}`;
  return [alert(workload, 'QueueLag', 'ticket', expr, '10m', `keeps {{ $value }} messages waiting`)];
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
