// Grafana: an overview with all components, one dashboard for the component that is chosen, and their provisioning.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { backlogMetric } from './component-alerts.ts';
import { DURATION, FAILED, REQUESTS } from './rules.ts';
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
  return dashboard(`${name}-overview`, `${name}: overview`, plots(`=~"${jobs.join('|')}"`, workloads), []);
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
  return dashboard(`${name}-component`, `${name}: component`, plots('="$component"', workloads), [variable]);
}

/** `names` is the right side of a matcher: the same of a job and of the component of a container. */
function plots(names: string, workloads: readonly DeployedComponent[]): Plot[] {
  const [jobs, containers] = [`job${names}`, `component${names}`];
  const requests = `sum by (job) (rate(${REQUESTS}{${jobs}}[5m]))`;
  const failed = `sum by (job) (rate(${REQUESTS}{${jobs},${FAILED}}[5m]))`;
  const quantile = `histogram_quantile(0.95, sum by (job, le) (rate(${DURATION}_bucket{${jobs}}[5m])))`;
  const cpu = `sum by (component) (rate(container_cpu_usage_seconds_total{${containers}}[5m]))`;
  const memory = `sum by (component) (container_memory_working_set_bytes{${containers}})`;
  const plot = (title: string, unit: string, expr: string, legend = '{{job}}'): Plot => ({ title, unit, expr, legend });
  const backlogs = [...new Set(workloads.filter(isScraped).flatMap((workload) => backlogMetric(workload) ?? []))];
  return [
    plot('Requests', 'reqps', requests),
    // Where nothing has failed yet there is no series of failures.
    plot('Errors', 'percentunit', `(${failed} or 0 * ${requests}) / ${requests}`),
    plot('Response time, 95th percentile', 's', quantile),
    plot('Replicas that answer', 'none', `sum by (job) (up{${jobs}})`),
    plot('CPU, in cores', 'none', cpu, '{{component}}'),
    plot('Memory', 'bytes', memory, '{{component}}'),
    ...backlogs.map((metric) => plot('Messages waiting', 'none', `sum by (job) (${metric}{${jobs}})`)),
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
