// Prometheus and Alertmanager: what is scraped, and whom an alert reaches.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { isScraped, targetOf } from './targets.ts';

export function prometheusConfig(workloads: readonly DeployedComponent[]): object {
  return {
    global: { scrape_interval: '15s', evaluation_interval: '15s' },
    rule_files: ['rules.yaml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    scrape_configs: [
      { job_name: 'otel-collector', static_configs: [{ targets: ['otel-collector:8889'] }], honor_labels: true },
      ...workloads.filter(isScraped).map(scrape),
    ],
  };
}

/** The name is asked of DNS, so that each replica is a target of its own. */
function scrape(workload: DeployedComponent): object {
  const { host, port } = targetOf(workload);
  return {
    job_name: workload.name,
    metrics_path: '/metrics',
    dns_sd_configs: [{ names: [host], type: 'A', port, refresh_interval: '15s' }],
  };
}

/** The addresses are secrets, so that they stand in files of the host. */
export function alertmanagerConfig(): object {
  const receiver = (name: string): object => ({
    name,
    webhook_configs: [{ url_file: `/etc/alertmanager/secrets/${name}-url`, send_resolved: true }],
  });
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
      { source_matchers: ['severity="page"'], target_matchers: ['severity="ticket"'], equal: ['objective'] },
    ],
    receivers: [receiver('page'), receiver('ticket')],
  };
}
