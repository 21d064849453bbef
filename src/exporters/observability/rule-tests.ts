// Unit tests of the alerts, for `promtool test rules`: each fires when it should and stays silent when all is well.
import { burnsOf, DURATION, type Rule, type RuleGroup, type Watched } from './rules.ts';

const TIME = '4h';

/** Null where there is nothing to test. */
export function ruleTests(groups: readonly RuleGroup[], watched: readonly Watched[]): object | null {
  const alerts = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert !== undefined);
  const tests = [...watched.flatMap((one) => burnTests(one, alerts)), ...alerts.flatMap(missingTests)];
  return tests.length === 0 ? null : { rule_files: ['rules.yaml'], evaluation_interval: '1m', tests };
}

function burnTests({ objective, jobs }: Watched, alerts: readonly Rule[]): object[] {
  if (objective.metric !== 'errorRate' || burnsOf(objective.below ?? 0).length === 0) return [];
  const mine = alerts.filter(({ alert, labels }) => alert === 'ErrorBudgetBurn' && labels.objective === objective.id);
  const series = (status: string): object => ({
    series: `${DURATION}_count{job="${jobs[0] ?? ''}", http_response_status_code="${status}"}`,
    values: '0+60x300',
  });
  // What other objectives make of the same errors is not asked here.
  const expected = (fires: boolean) => ({
    eval_time: TIME,
    alertname: 'ErrorBudgetBurn',
    exp_alerts: fires ? mine.map(firing) : [],
  });
  const others = alerts.filter(({ alert }) => alert === 'ErrorBudgetBurn').length > mine.length;
  const silent = { interval: '1m', input_series: [series('200')], alert_rule_test: [expected(false)] };
  return others
    ? [silent]
    : [silent, { interval: '1m', input_series: [series('500')], alert_rule_test: [expected(true)] }];
}

function missingTests(rule: Rule): object[] {
  if (rule.alert !== 'ReplicasMissing') return [];
  const name = rule.labels.component ?? '';
  const least = Number(/\d+$/.exec(rule.expr)?.[0]);
  const up = Array.from({ length: least }, (_, at) => ({
    series: `up{job="${name}", instance="${at}"}`,
    values: '1x10 0x230',
  }));
  return [
    {
      name: `${name} loses its replicas`,
      interval: '1m',
      input_series: up,
      promql_expr_test: [
        {
          expr: `count(ALERTS{alertname="ReplicasMissing",component="${name}"}) or vector(0)`,
          eval_time: '9m',
          exp_samples: [{ labels: '{}', value: 0 }],
        },
        {
          expr: `count(ALERTS{alertname="ReplicasMissing",component="${name}",alertstate="firing"}) or vector(0)`,
          eval_time: '30m',
          exp_samples: [{ labels: '{}', value: 1 }],
        },
      ],
    },
  ];
}

function firing({ labels, annotations }: Rule): object {
  return { exp_labels: labels, exp_annotations: annotations };
}
