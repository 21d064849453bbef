// Recording and alert rules: the design's objectives, after the Google SRE workbook (chapter 5), and each component.
import type { DeployedComponent } from '../../deployment/workload.ts';
import type { Design, Objective } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { componentAlerts } from './component-alerts.ts';
import type { Rule } from './rule.ts';
import { beyondBuckets, notWatched } from './findings.ts';
import { type Burn, burnsOf, thresholdOf, windowsOf } from './slo.ts';
import { isOwn, isScraped } from './targets.ts';

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** The metrics of the services that the export scaffold writes: requests by status, and a histogram of their times. */
export const REQUESTS = 'http_requests_total';
export const FAILED = 'code=~"5.."';
export const DURATION = 'http_request_duration_seconds';
/** The upper bound of the last bucket but the infinite: no quantile comes out above it. */
const MOST_MS = 10_000;

export interface Watched {
  readonly objective: Objective;
  /** Names of the workloads that answer these requests. */
  readonly jobs: readonly string[];
}

export function rules(
  design: Design,
  workloads: readonly DeployedComponent[],
): { readonly groups: readonly RuleGroup[]; readonly watched: readonly Watched[]; readonly notes: readonly Finding[] } {
  const all = (design.objectives ?? []).map((objective) => ({
    objective,
    jobs: jobsOf(design, workloads, objective),
  }));
  const faults = all.map(faultOf);
  const watched = all.filter((_, at) => faults[at] === null);
  const groups = [
    { name: 'objective-records', rules: watched.flatMap(records) },
    { name: 'objective-alerts', rules: watched.flatMap(alerts) },
    { name: 'component-alerts', rules: workloads.flatMap(componentAlerts) },
  ];
  return {
    groups: groups.filter(({ rules: some }) => some.length > 0),
    watched,
    notes: faults.flatMap((fault) => fault ?? []),
  };
}

/**
 * Names of the workloads that answer. Clients answer nothing and ready images do not tell how they answered: their
 * objectives are held where their requests arrive next.
 */
function jobsOf({ connections = [] }: Design, workloads: readonly DeployedComponent[], { at }: Objective): string[] {
  const byId = new Map(workloads.map((workload) => [workload.id, workload]));
  const open = at === undefined ? workloads.filter(({ isExposed }) => isExposed).map(({ id }) => id) : [at];
  const seen = new Set(open);
  // The list grows while it is gone through.
  for (const id of open) {
    const workload = byId.get(id);
    if (workload !== undefined && isOwn(workload)) continue;
    for (const { from, to, mode } of connections) {
      if (from !== id || mode === 'async' || seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  const answering = workloads.filter((workload) => seen.has(workload.id) && isOwn(workload) && isScraped(workload));
  return answering.map(({ name }) => name);
}

function faultOf({ objective, jobs }: Watched): Finding | null {
  if (jobs.length === 0 || !isWatchable(objective)) return notWatched(objective);
  const isQuantile = /^responseMs\.p\d+$/.test(objective.metric);
  return isQuantile && (objective.below ?? 0) >= MOST_MS ? beyondBuckets(objective, MOST_MS) : null;
}

function isWatchable({ metric, below, above }: Objective): boolean {
  if (metric === 'errorRate') return below !== undefined && below > 0 && below < 1;
  if (metric === 'throughputPerSecond') return above !== undefined && above > 0;
  return /^responseMs\.(mean|p\d+)$/.test(metric) && below !== undefined;
}

const selector = (jobs: readonly string[]): string => `job=~"${jobs.join('|')}"`;

const errorRatio = (window: string): string => `objective:request_errors:ratio_rate${window}`;

function records({ objective, jobs }: Watched): Rule[] {
  const labels = { objective: objective.id };
  if (objective.metric !== 'errorRate') return [{ record: recordOf(objective), expr: figure(objective, jobs), labels }];
  const rate = (matchers: string, window: string): string => `sum(rate(${REQUESTS}{${matchers}}[${window}]))`;
  return windowsOf(objective.below ?? 0).map((window) => ({
    record: errorRatio(window),
    expr: `(${rate(`${selector(jobs)},${FAILED}`, window)} or vector(0)) / ${rate(selector(jobs), window)}`,
    labels,
  }));
}

function recordOf({ metric }: Objective): string {
  if (metric === 'throughputPerSecond') return 'objective:requests:rate5m';
  return `objective:request_duration_seconds:${metric.replace('responseMs.', '')}_5m`;
}

function figure({ metric }: Objective, jobs: readonly string[]): string {
  const rate = (series: string): string => `rate(${series}{${selector(jobs)}}[5m])`;
  // Where nothing is answered at all there may be no series either.
  if (metric === 'throughputPerSecond')
    return `(sum(${rate(REQUESTS)}) or vector(0)) - (sum(rate(${REQUESTS}{${selector(jobs)},${FAILED}}[5m])) or vector(0))`;
  if (metric === 'responseMs.mean') return `sum(${rate(`${DURATION}_sum`)}) / sum(${rate(`${DURATION}_count`)})`;
  const quantile = Number(metric.slice('responseMs.p'.length)) / 100;
  return `histogram_quantile(${quantile}, sum by (le) (${rate(`${DURATION}_bucket`)}))`;
}

/** A throughput below its objective may just be a quiet hour, so that it wakes nobody. */
function alerts({ objective }: Watched): Rule[] {
  const { id, metric, below = 0, above = 0 } = objective;
  if (metric === 'errorRate') return burnsOf(below).map((burn) => burnAlert(id, below, burn));
  const isThroughput = metric === 'throughputPerSecond';
  return [
    {
      alert: isThroughput ? 'ThroughputBelowObjective' : 'ResponseTimeAboveObjective',
      expr: `${recordOf(objective)}{objective="${id}"} ${isThroughput ? `< ${above}` : `> ${below / 1000}`}`,
      for: '10m',
      labels: { severity: isThroughput ? 'ticket' : 'page', objective: id },
      annotations: {
        summary: isThroughput
          ? `The throughput is {{ $value | humanize }} per second, below the objective of ${above}`
          : `${metric} is {{ $value | humanizeDuration }}, above the objective of ${below} ms`,
      },
    },
  ];
}

/** Without `for`, after the workbook: the short window already ends the alert. */
function burnAlert(id: string, budget: number, burn: Burn): Rule {
  const most = thresholdOf(budget, burn);
  const over = (window: string): string => `${errorRatio(window)}{objective="${id}"} > ${most}`;
  return {
    alert: 'ErrorBudgetBurn',
    expr: `${over(burn.long)} and ${over(burn.short)}`,
    labels: { severity: burn.severity, objective: id, window: burn.long },
    annotations: {
      summary: `The error budget of ${budget} is spent ${burn.factor === 1 ? 'faster than evenly' : `more than ${burn.factor} times too fast`} over ${burn.long}`,
    },
  };
}
