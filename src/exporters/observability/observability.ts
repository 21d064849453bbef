// Observability: Prometheus, Alertmanager, Grafana, the OpenTelemetry collector, Jaeger and a logging pipeline.
import { projectName } from '../../deployment/names.ts';
import { workloads } from '../../deployment/workload.ts';
import { succeed } from '../../model/finding.ts';
import type { Exporter, ExportFile } from '../exporter.ts';
import { yamlText } from '../yaml.ts';
import { neededBeside } from './findings.ts';
import { componentDashboard, DASHBOARD_PROVIDER, dataSources, overview } from './grafana.ts';
import { alertmanagerConfig, prometheusConfig } from './prometheus.ts';
import { ruleTests } from './rule-tests.ts';
import { rules } from './rules.ts';
import { collector, JAEGER, loggingFiles } from './telemetry.ts';

export const observability: Exporter = {
  id: 'observability',
  title: 'Observability',
  description: 'Prometheus with alerts on the objectives, Grafana dashboards, OpenTelemetry, Jaeger and logging',
  fileName: 'observability.zip',
  stream: null,
  options: [
    {
      key: 'logging',
      title: 'Logging',
      help: 'Where logs go: Loki, or Elasticsearch with Filebeat and Kibana.',
      type: 'choice',
      choices: ['loki', 'elk'],
      default: 'loki',
    },
  ],
  run: (design, options) => {
    const made = workloads(design);
    if (!made.ok) return made;
    if (made.value.length === 0) return succeed([]);
    const name = projectName(design);
    const logging = String(options.logging);
    const { groups, watched, notes } = rules(design, made.value);
    const tests = ruleTests(watched, made.value);
    const files: ExportFile[] = [
      yaml('prometheus/prometheus.yaml', prometheusConfig(made.value)),
      yaml('prometheus/rules.yaml', { groups }),
      ...(tests === null ? [] : [yaml('prometheus/tests.yaml', tests)]),
      yaml('alertmanager/alertmanager.yaml', alertmanagerConfig()),
      json('grafana/dashboards/overview.json', overview(name, made.value)),
      json('grafana/dashboards/component.json', componentDashboard(name, made.value)),
      yaml('grafana/provisioning/dashboards/dashboards.yaml', DASHBOARD_PROVIDER),
      yaml('grafana/provisioning/datasources/datasources.yaml', dataSources(logging)),
      yaml('otel-collector/config.yaml', collector(logging)),
      yaml('jaeger/config.yaml', JAEGER),
      ...Object.entries(loggingFiles(logging)).map(([path, settings]) => yaml(path, settings)),
    ];
    return succeed(files, [...notes, ...neededBeside(made.value)]);
  },
};

function yaml(path: string, value: object): ExportFile {
  return { path, text: yamlText(value) };
}

function json(path: string, value: object): ExportFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}
