// Autoscalers and crashes that would come so often in a run that it could not end: each time is far more work than a request.
import type { Component, Scenario } from '../../model/design.ts';
import type { Finding } from '../../model/finding.ts';
import { groupsAround } from '../../model/group-tree.ts';
import { error, type Subject } from './subject.ts';

const MOST_IN_A_RUN = 10_000_000;
const DEFAULT_PERIOD_S = 15;

export function checkRestless(subject: Subject): Finding[] {
  const scenarios = subject.design.scenarios ?? [];
  return [...restlessAutoscalers(subject, scenarios), ...restlessCrashes(subject, scenarios)];
}

function restlessAutoscalers({ design, pathOf }: Subject, scenarios: readonly Scenario[]): Finding[] {
  const longestS = Math.max(0, ...scenarios.map(({ durationS }) => durationS));
  return design.components.flatMap(({ autoscale }, index) => {
    const { periodS = DEFAULT_PERIOD_S } = autoscale ?? {};
    // What is not above 0 is out of its range, which is told there.
    if (autoscale === undefined || periodS <= 0) return [];
    const what = `decisions every ${String(periodS)} s`;
    return tooOften(longestS / periodS, what, `${pathOf('components', index)}.autoscale.periodS`, longestS);
  });
}

function restlessCrashes(subject: Subject, scenarios: readonly Scenario[]): Finding[] {
  return scenarios.flatMap(({ durationS, faults }, place) =>
    (faults ?? []).flatMap((fault, index) => {
      if (fault.kind !== 'crashes' || fault.mtbfS <= 0 || fault.mttrS < 0) return [];
      const { at, mtbfS, mttrS } = fault;
      const replicas = replicasAt(subject, at);
      const what = `crashes every ${String(mtbfS + mttrS)} s${replicas === 1 ? '' : ` of each of ${replicas.toLocaleString('en')} replicas`}`;
      const path = `${subject.pathOf('scenarios', place)}.faults.${String(index)}.mtbfS`;
      return tooOften((replicas * durationS) / (mtbfS + mttrS), what, path, durationS);
    }),
  );
}

/** At least one, as an autoscaler may bring some. */
function replicasAt({ design }: Subject, at: string): number {
  const around = groupsAround(design);
  const replicasOf = ({ capacity, autoscale }: Component): number =>
    Math.max(1, capacity?.replicas ?? 1, autoscale === undefined ? 0 : (autoscale.max ?? 10));
  return design.components
    .filter(({ id, group }) => id === at || around(group).has(at))
    .reduce((sum, component) => sum + replicasOf(component), 0);
}

function tooOften(times: number, what: string, path: string, durationS: number): Finding[] {
  if (!(times > MOST_IN_A_RUN)) return [];
  const most = MOST_IN_A_RUN.toLocaleString('en');
  return [
    error(
      'too-often',
      path,
      `${what} are more than ${most} in a run of ${String(durationS)} s, which would not end`,
      'give a longer time, or shorten the duration',
    ),
  ];
}
