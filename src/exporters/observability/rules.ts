// Recording and alert rules: the design's objectives, after the Google SRE workbook (chapter 5), and each component.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design, Objective } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { componentAlerts } from './component-alerts.ts';

export interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** The histogram of OpenTelemetry's semantic conventions for HTTP servers, as Prometheus names it. */
export const DURATION = 'http_server_request_duration_seconds';

/** Spent as fast as this, the budget of 30 days is gone by 2, 5, 10 and 10 per cent within the long window. */
export const BURNS = [
  { factor: 14.4, long: '1h', short: '5m', for: '2m', severity: 'page' },
  { factor: 6, long: '6h', short: '30m', for: '15m', severity: 'page' },
  { factor: 3, long: '1d', short: '2h', for: '30m', severity: 'ticket' },
  { factor: 1, long: '3d', short: '6h', for: '1h', severity: 'ticket' },
] as const;

/** Burns that a budget can show at all: where nothing succeeds, the rate of errors is 1. */
export function burnsOf(budget: number): readonly (typeof BURNS)[number][] {
  return BURNS.filter(({ factor }) => factor * budget < 1);
}

export interface Watched {
  readonly objective: Objective;
  /** Names of the workloads that answer these requests. */
  readonly jobs: readonly string[];
}

export function rules(
  design: Design,
  workloads: readonly DeployedComponent[],
): { readonly groups: readonly RuleGroup[]; readonly watched: readonly Watched[]; readonly notes: readonly Finding[] } {
  const objectives = design.objectives ?? [];
  const all = objectives.map((objective) => ({ objective, jobs: jobsOf(design, workloads, objective) }));
  const watched = all.filter(({ objective, jobs }) => jobs.length > 0 && isWatchable(objective));
  const notes = all.filter((one) => !watched.includes(one)).map(({ objective }) => notWatched(objective));
  const groups = [
    { name: 'objective-records', rules: watched.flatMap(records) },
    { name: 'objective-alerts', rules: watched.flatMap(alerts) },
    { name: 'component-alerts', rules: workloads.flatMap(componentAlerts) },
  ];
  return { groups: groups.filter(({ rules: some }) => some.length > 0), watched, notes };
}

/** Clients answer nothing: their objectives are held where their requests arrive. */
function jobsOf(design: Design, workloads: readonly DeployedComponent[], { at }: Objective): string[] {
  const entries =
    at === undefined ? workloads.filter(({ isExposed }) => isExposed) : workloads.filter(({ id }) => id === at);
  if (entries.length > 0 || at === undefined) return entries.map(({ name }) => name);
  const called = (design.connections ?? []).filter(({ from }) => from === at).map(({ to }) => to);
  return workloads.filter(({ id }) => called.includes(id)).map(({ name }) => name);
}

function isWatchable({ metric, below, above }: Objective): boolean {
  if (metric === 'errorRate') return below !== undefined && below > 0 && below < 1;
  if (metric === 'throughputPerSecond') return above !== undefined;
  return /^responseMs\.(mean|p\d+)$/.test(metric) && below !== undefined;
}

function notWatched({ id, metric }: Objective): Finding {
  return {
    rule: 'objective-not-alerted',
    severity: 'warning',
    path: `objectives.${id}`,
    message: `no alert can be made of the objective on ${metric}, since no metric of a deployed component says it`,
    mend: 'Give an objective on errorRate, throughputPerSecond or responseMs of requests to a deployed component.',
  };
}

const selector = (jobs: readonly string[]): string => `job=~"${jobs.join('|')}"`;

export const errorRatio = (window: string): string => `objective:request_errors:ratio_rate${window}`;

function records({ objective, jobs }: Watched): Rule[] {
  if (objective.metric !== 'errorRate')
    return [{ record: recordOf(objective), expr: figure(objective, jobs), labels: { objective: objective.id } }];
  const windows = [...new Set(burnsOf(objective.below ?? 0).flatMap(({ long, short }) => [short, long]))];
  return windows.map((window) => ({
    record: errorRatio(window),
    expr: `(sum(rate(${DURATION}_count{${selector(jobs)},http_response_status_code=~"5.."}[${window}])) or vector(0)) / sum(rate(${DURATION}_count{${selector(jobs)}}[${window}]))`,
    labels: { objective: objective.id },
  }));
}

function recordOf({ metric }: Objective): string {
  if (metric === 'throughputPerSecond') return 'objective:requests:rate5m';
  return `objective:request_duration_seconds:${metric.replace('responseMs.', '')}_5m`;
}

function figure({ metric }: Objective, jobs: readonly string[]): string {
  const rate = (series: string): string => `rate(${DURATION}_${series}{${selector(jobs)}}[5m])`;
  if (metric === 'throughputPerSecond') return `sum(${rate('count')})`;
  if (metric === 'responseMs.mean') return `sum(${rate('sum')}) / sum(${rate('count')})`;
  return `histogram_quantile(${Number(metric.slice('responseMs.p'.length)) / 100}, sum by (le) (${rate('bucket')}))`;
}

function alerts({ objective }: Watched): Rule[] {
  const { id, metric, below = 0, above = 0 } = objective;
  const matcher = `{objective="${id}"}`;
  if (metric === 'errorRate') return burnsOf(below).map((burn) => burnAlert(id, below, burn));
  const isThroughput = metric === 'throughputPerSecond';
  return [
    {
      alert: isThroughput ? 'ThroughputBelowObjective' : 'ResponseTimeAboveObjective',
      expr: `${recordOf(objective)}${matcher} ${isThroughput ? `< ${above}` : `> ${below / 1000}`}`,
      for: '10m',
      labels: { severity: 'page', objective: id },
      annotations: { summary: `${metric} is ${isThroughput ? 'below' : 'above'} ${isThroughput ? above : below}` },
    },
  ];
}

function burnAlert(id: string, budget: number, burn: (typeof BURNS)[number]): Rule {
  const most = Number((burn.factor * budget).toPrecision(6));
  const over = (window: string): string => `${errorRatio(window)}{objective="${id}"} > ${most}`;
  return {
    alert: 'ErrorBudgetBurn',
    expr: `${over(burn.long)} and ${over(burn.short)}`,
    for: burn.for,
    labels: { severity: burn.severity, objective: id, window: burn.long },
    annotations: { summary: `The error budget is spent ${burn.factor} times too fast over ${burn.long}` },
  };
}
