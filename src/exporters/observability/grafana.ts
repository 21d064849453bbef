// Grafana: an overview with all components, one dashboard for the component that is chosen, and their provisioning.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { DURATION } from './rules.ts';
import { isScraped } from './targets.ts';

const SOURCE = { type: 'prometheus', uid: 'prometheus' };
const COLUMNS = 2;
const WIDTH = 24 / COLUMNS;
const HEIGHT = 8;

interface Plot {
  readonly title: string;
  readonly unit: string;
  readonly expr: string;
  readonly legend: string;
}

export function overview(name: string, workloads: readonly DeployedComponent[]): object {
  const jobs = workloads.filter(isScraped).map((workload) => workload.name);
  return dashboard(`${name}-overview`, `${name}: overview`, plots(`job=~"${jobs.join('|')}"`), []);
}

export function componentDashboard(name: string, workloads: readonly DeployedComponent[]): object {
  const jobs = workloads.filter(isScraped).map((workload) => workload.name);
  const variable = {
    name: 'component',
    label: 'Component',
    type: 'custom',
    query: jobs.join(','),
    current: { selected: true, text: jobs[0] ?? '', value: jobs[0] ?? '' },
    options: jobs.map((job, at) => ({ selected: at === 0, text: job, value: job })),
  };
  return dashboard(`${name}-component`, `${name}: component`, plots('job="$component"'), [variable]);
}

function plots(jobs: string): Plot[] {
  const count = `${DURATION}_count{${jobs}}[5m]`;
  const failed = `${DURATION}_count{${jobs},http_response_status_code=~"5.."}[5m]`;
  const quantile = `histogram_quantile(0.95, sum by (job, le) (rate(${DURATION}_bucket{${jobs}}[5m])))`;
  const plot = (title: string, unit: string, expr: string): Plot => ({ title, unit, expr, legend: '{{job}}' });
  return [
    plot('Requests', 'reqps', `sum by (job) (rate(${count}))`),
    plot('Errors', 'percentunit', `sum by (job) (rate(${failed})) / sum by (job) (rate(${count}))`),
    plot('Response time, 95th percentile', 's', quantile),
    plot('Replicas', 'none', `sum by (job) (up{${jobs}})`),
    plot('CPU', 'none', `sum by (job) (rate(process_cpu_seconds_total{${jobs}}[5m]))`),
    plot('Memory', 'bytes', `sum by (job) (process_resident_memory_bytes{${jobs}})`),
  ];
}

function dashboard(uid: string, title: string, panels: readonly Plot[], variables: readonly object[]): object {
  return {
    uid: uid.slice(-40),
    title,
    tags: ['spandrel'],
    schemaVersion: 39,
    editable: true,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: variables },
    panels: panels.map(panel),
  };
}

function panel({ title, unit, expr, legend }: Plot, at: number): object {
  return {
    id: at + 1,
    type: 'timeseries',
    title,
    datasource: SOURCE,
    gridPos: { x: (at % COLUMNS) * WIDTH, y: Math.floor(at / COLUMNS) * HEIGHT, w: WIDTH, h: HEIGHT },
    targets: [{ refId: 'A', datasource: SOURCE, expr, legendFormat: legend }],
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom', showLegend: true } },
  };
}

export const DASHBOARD_PROVIDER = {
  apiVersion: 1,
  providers: [{ name: 'spandrel', type: 'file', options: { path: '/var/lib/grafana/dashboards' } }],
};

export function dataSources(logging: string): object {
  const source = (name: string, type: string, url: string): object => ({ name, type, uid: type, access: 'proxy', url });
  return {
    apiVersion: 1,
    datasources: [
      { ...source('Prometheus', 'prometheus', 'http://prometheus:9090'), isDefault: true },
      source('Jaeger', 'jaeger', 'http://jaeger:16686'),
      logging === 'elk'
        ? {
            ...source('Elasticsearch', 'elasticsearch', 'http://elasticsearch:9200'),
            jsonData: { index: 'logs-*', timeField: '@timestamp' },
          }
        : source('Loki', 'loki', 'http://loki:3100'),
    ],
  };
}
