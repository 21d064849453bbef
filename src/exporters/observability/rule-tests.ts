// Unit tests of the alerts, for `promtool test rules`: each fires when it should and stays silent when all is well.
//
// They ask for the series ALERTS, so that other alerts that the same series raise are no matter.
import type { DeployedComponent } from '../../deployment/workload.ts';
import { BACKLOG, backlogMetric, leastUp } from './component-alerts.ts';
import { DURATION, REQUESTS, type Watched } from './rules.ts';
import { burnsOf } from './slo.ts';
import { isScraped } from './targets.ts';

/** Null where there is nothing to test. All components are in one test, since each test starts a Prometheus of its own. */
export function ruleTests(watched: readonly Watched[], workloads: readonly DeployedComponent[]): object | null {
  const parts = workloads.filter(isScraped).flatMap((workload) => [...missing(workload), ...lag(workload)]);
  const tests = [
    ...watched.flatMap(objectiveTests),
    ...(parts.length === 0 ? [] : [test('components lose their replicas and fall behind', parts)]),
  ];
  return tests.length === 0 ? null : { rule_files: ['rules.yaml'], evaluation_interval: '1m', tests };
}

interface Case {
  readonly series: Readonly<Record<string, string>>;
  /** The alert and its labels. */
  readonly of: string;
  /** How many are firing at which time. */
  readonly firing: Readonly<Record<string, number>>;
}

function test(name: string, cases: readonly Case[]): object {
  const expected = cases.flatMap(({ of, firing }) =>
    Object.entries(firing).map(([time, value]) => ({
      expr: `count(ALERTS{${of},alertstate="firing"}) or vector(0)`,
      eval_time: time,
      exp_samples: [{ labels: '{}', value }],
    })),
  );
  const series = cases.flatMap((one) => Object.entries(one.series));
  return {
    name,
    interval: '1m',
    input_series: series.map(([one, values]) => ({ series: one, values })),
    promql_expr_test: expected,
  };
}

function objectiveTests(watched: Watched): object[] {
  const { metric } = watched.objective;
  if (metric === 'errorRate') return burnTests(watched);
  return metric === 'throughputPerSecond' ? throughputTests(watched) : latencyTests(watched);
}

function burnTests({ objective: { id, below = 0 }, jobs: [job = ''] }: Watched): object[] {
  const of = `alertname="ErrorBudgetBurn",objective="${id}"`;
  const series = (code: string) => ({ [`${REQUESTS}{job="${job}", code="${code}"}`]: '0+60x20' });
  return [
    test(`${id}: all is well`, [{ series: series('200'), of, firing: { '10m': 0 } }]),
    test(`${id}: nothing succeeds`, [{ series: series('500'), of, firing: { '10m': burnsOf(below).length } }]),
  ];
}

/** Requests that take no time at all, and requests that take as long as the histogram can tell. */
function latencyTests({ objective: { id }, jobs: [job = ''] }: Watched): object[] {
  const of = `alertname="ResponseTimeAboveObjective",objective="${id}"`;
  const bucket = (bound: string): string => `${DURATION}_bucket{job="${job}", le="${bound}"}`;
  const [sum, count] = [`${DURATION}_sum{job="${job}"}`, `${DURATION}_count{job="${job}"}`];
  const many = '0+60x30';
  const fast = { [bucket('0')]: many, [bucket('10')]: many, [bucket('+Inf')]: many, [sum]: '0x30', [count]: many };
  const slow = { ...fast, [bucket('0')]: '0x30', [bucket('10')]: '0x30', [sum]: '0+6000000x30' };
  return [
    test(`${id}: answers at once`, [{ series: fast, of, firing: { '25m': 0 } }]),
    test(`${id}: answers late`, [{ series: slow, of, firing: { '5m': 0, '25m': 1 } }]),
  ];
}

function throughputTests({ objective: { id, above = 0 }, jobs: [job = ''] }: Watched): object[] {
  const of = `alertname="ThroughputBelowObjective",objective="${id}"`;
  const enough = Math.ceil(above * 120);
  const series = { [`${REQUESTS}{job="${job}", code="200"}`]: `0+${enough}x10 ${enough * 10}x30` };
  return [test(`${id}: requests cease`, [{ series, of, firing: { '10m': 0, '35m': 1 } }])];
}

function missing(workload: DeployedComponent): Case[] {
  const { name } = workload;
  const instances = Array.from({ length: leastUp(workload) }, (_, at) => `up{job="${name}", instance="${at}"}`);
  if (instances.length === 0) return [];
  const series = Object.fromEntries(instances.map((one) => [one, '1x10 0x20']));
  const of = `alertname="ReplicasMissing",component="${name}"`;
  return [{ series, of, firing: { '9m': 0, '20m': 1 } }];
}

function lag(workload: DeployedComponent): Case[] {
  const metric = backlogMetric(workload);
  if (metric === undefined) return [];
  const { name } = workload;
  const series = { [`${metric}{job="${name}"}`]: `${BACKLOG}x10 ${BACKLOG + 1}x20` };
  const of = `alertname="QueueLag",component="${name}"`;
  return [{ series, of, firing: { '10m': 0, '25m': 1 } }];
}
