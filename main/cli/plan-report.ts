// A plan as a page of text and as a document: the point, its margins, the runner-up, and what keeps objectives from being met.
import { bottleneckSentence } from '../../src/analysis/bottleneck.ts';
import type { Plan, PlannedPoint } from '../../src/analysis/plan.ts';
import type { Binding } from '../../src/analysis/plan/binding.ts';
import type { Margin } from '../../src/analysis/plan/judge.ts';
import { designAt } from '../../src/analysis/sweep/grid.ts';
import type { Design, Objective } from '../../src/model/design.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Names, reasonPhrase } from '../../src/report/plan-reason.ts';
import { figure } from './figures.ts';
import { printable } from './printable.ts';
import { setText } from './sweep-report.ts';

/** `why` is what keeps the objectives from being met; null where they are. */
export function planJson(plan: Plan, why: Finding | null): string {
  const { met, point, runnerUp, tried, leftOut, size, complete, binding } = plan;
  const whole = {
    met,
    set: point.set,
    result: point.result,
    tried,
    leftOut,
    size,
    complete,
    objectives: point.margins.map(marginJson),
    runnerUp: runnerUp && {
      set: runnerUp.set,
      cost: runnerUp.result.cost,
      objectives: runnerUp.margins.map(marginJson),
    },
    binding: binding &&
      why && {
        objective: binding.objective.id,
        value: binding.value,
        ...binding.why,
        ...(binding.why.kind === 'conflict' && { other: binding.why.other.id }),
        message: why.message,
      },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function marginJson({ objective, value, margin, met }: Margin) {
  return { ...objective, value, margin, met };
}

function objectiveText({ metric, at, below, above }: Objective): string {
  return `${at === undefined ? '' : `${at}.`}${metric}${below === undefined ? `>${String(above)}` : `<${String(below)}`}`;
}

export function costText({ result: { cost } }: PlannedPoint): string {
  return `${figure(cost.perHour)} ${cost.currency} an hour`;
}

function pointLines(point: PlannedPoint): string[] {
  return [
    ...Object.entries(point.set).map(([path, value]) => `  ${path}=${String(value)}`),
    `  costs ${costText(point)}`,
    ...point.margins.map(({ objective, value, margin, met }) => {
      const spare = figure(margin === null ? null : Math.abs(100 * margin));
      return `  ${objectiveText(objective)}: ${figure(value)}, ${met ? `${spare} % to spare` : margin === null ? 'not measured' : `missed by ${spare} %`}`;
    }),
  ];
}

export function planText(design: Design, plan: Plan): string {
  const { met, point, runnerUp, tried, leftOut, size, complete } = plan;
  const lines = [
    `${design.name}: ${headline(met, complete)}`,
    ...pointLines(point),
    ...(runnerUp === null ? [] : ['', 'The next one', ...pointLines(runnerUp)]),
    '',
    `${String(tried)} of ${String(size)} points simulated, ${String(leftOut)} left out without doubt`,
    ...(complete ? [] : [`${limitText(met)} Give narrower ranges with --vary.`]),
    ...(isUnpriced(design, point) ? [UNPRICED] : []),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function headline(met: boolean, complete: boolean): string {
  if (!met) return complete ? 'the nearest to the objectives' : 'the nearest to the objectives that was found';
  return complete ? 'the cheapest that meets the objectives' : 'the cheapest found that meets the objectives';
}

function limitText(met: boolean): string {
  return met
    ? 'Not everything that is cheaper was ruled out: there may be a cheaper one.'
    : 'Not everything was ruled out: there may be one that meets them.';
}

const UNPRICED =
  'Speed and concurrency cost nothing in the design: of equal cost the smaller is taken. Where a faster or larger replica has its price, plan once for each with --set of its own cost.perReplicaHour.';

/** Whether what was chosen could have been anything at the same price. */
function isUnpriced({ components }: Design, { set }: PlannedPoint): boolean {
  return (
    components.some(({ cost }) => (cost?.perReplicaHour ?? 0) > 0) &&
    Object.keys(set).some((path) => /\.capacity\.(speed|concurrency)$/.test(path))
  );
}

/** As they are written on a command line. */
const NAMES: Names = { component: (id) => id, objective: objectiveText, setting: setText, number: figure };

/** Which objective binds at the nearest point, and what keeps it from being met. */
export function reason(design: Design, { point, complete, binding }: Plan): Finding {
  const at = designAt(design, point.set);
  const sentence = at.ok ? bottleneckSentence(at.value, point.result) : null;
  const because = binding === null ? null : (reasonPhrase(binding, NAMES) ?? sentence);
  return {
    rule: 'objective-missed',
    severity: 'error',
    path: binding === null ? 'objectives' : `objectives.${binding.objective.id}`,
    message: `${binding === null ? 'an objective' : objectiveText(binding.objective)} ${complete ? 'cannot be met' : 'was met by no point that was tried'}: ${nearestText(point, binding)}${because === null ? '' : `; ${because}`}`,
    mend: 'Give wider ranges or other paths with --vary, or change the objective.',
  };
}

function nearestText({ set }: PlannedPoint, binding: Binding | null): string {
  const value = binding?.value ?? null;
  return value === null
    ? `nothing was measured at ${setText(set)}`
    : `the nearest is ${figure(value)}, at ${setText(set)}`;
}
