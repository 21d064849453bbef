// Prometheus and Alertmanager: what is scraped, and whom an alert reaches.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { CONSUL_PATH, isScraped, targetOf } from './targets.ts';

export function prometheusConfig(workloads: readonly DeployedComponent[]): object {
  return {
    global: { scrape_interval: '15s', evaluation_interval: '15s' },
    rule_files: ['rules.yaml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    scrape_configs: [
      { job_name: 'otel-collector', static_configs: [{ targets: ['otel-collector:8889'] }], honor_labels: true },
      CONTAINERS,
      ...workloads.filter(isScraped).map(scrape),
    ],
  };
}

/** Containers of Docker Compose and of Kubernetes, by the name of the workload; all others are left out. */
const CONTAINERS = {
  job_name: 'cadvisor',
  dns_sd_configs: [{ names: ['cadvisor'], type: 'A', port: 8080, refresh_interval: '15s' }],
  metric_relabel_configs: [
    {
      source_labels: ['container_label_com_docker_compose_service', 'container_label_io_kubernetes_container_name'],
      separator: '',
      target_label: 'component',
    },
    { source_labels: ['component'], regex: '.+', action: 'keep' },
  ],
};

/** The name is asked of DNS, so that each replica is a target of its own. */
function scrape(workload: DeployedComponent): object {
  const { host, port, path } = targetOf(workload);
  return {
    job_name: workload.name,
    metrics_path: path,
    ...(path === CONSUL_PATH ? { params: { format: ['prometheus'] } } : {}),
    dns_sd_configs: [{ names: [host], type: 'A', port, refresh_interval: '15s' }],
  };
}

/** The addresses are secrets, so that they stand in files of the host. */
export function alertmanagerConfig(): object {
  const receiver = (name: string): object => ({
    name,
    webhook_configs: [{ url_file: `/etc/alertmanager/secrets/${name}-url`, send_resolved: true }],
  });
  // A label that neither alert has counts as equal: an objective hides its own tickets, a component its own.
  return {
    route: {
      receiver: 'ticket',
      group_by: ['alertname', 'component', 'objective'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: [{ matchers: ['severity="page"'], receiver: 'page', repeat_interval: '1h' }],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity="page"'],
        target_matchers: ['severity="ticket"'],
        equal: ['objective', 'component'],
      },
    ],
    receivers: [receiver('page'), receiver('ticket')],
  };
}
