// What `spandrel plan` does, with all that it needs: loaded at once, and only by those who plan.
import { bottleneckSentence } from '../../src/analysis/bottleneck.ts';
import { chooseScenario } from '../../src/analysis/choose-scenario.ts';
import { type Plan, plan, type PlannedPoint, type PlanOutcome } from '../../src/analysis/plan.ts';
import { defaultVaries } from '../../src/analysis/plan/dimensions.ts';
import { type Margin, tightest } from '../../src/analysis/plan/judge.ts';
import { readSlo } from '../../src/analysis/plan/slo.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import { designAt, type Vary } from '../../src/analysis/sweep/grid.ts';
import { validateDesign } from '../../src/catalogue/validate.ts';
import type { Design, Objective, Scenario } from '../../src/model/design.ts';
import { fail, isError, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { coreCount, createExecutor } from '../threads.ts';
import { done, notGood, type Ending } from './exit.ts';
import { figure } from './figures.ts';
import { readDesignInput } from './input.ts';
import type { Io } from './io.ts';
import { findingsText } from './print-findings.ts';
import { printable } from './printable.ts';
import { setText } from './sweep-report.ts';

export interface PlanArguments {
  readonly slo?: readonly string[];
  readonly vary?: readonly Vary[];
  readonly scenario?: string;
  readonly threads?: number;
  readonly json?: true;
}

export async function planFile(file: string, options: PlanArguments, io: Io): Promise<Ending> {
  const read = await readDesignInput(file, io);
  if (!read.ok) return notGood(file, read.findings);
  const chosen = chooseScenario(read.value, options.scenario);
  if (!chosen.ok) return notGood(file, chosen.findings);
  const design = withObjectives(read.value, chosen.value, options.slo ?? []);
  if (!design.ok) return notGood(file, design.findings);
  const varies = options.vary ?? defaultVaries(design.value, chosen.value);
  const outcome = await run(design.value, chosen.value, varies, options, io);
  if (outcome.kind === 'cancelled') {
    io.err('Cancelled.\n');
    return { kind: 'interrupted' };
  }
  if (outcome.kind === 'failed') return notGood(file, outcome.findings);
  io.err(findingsText(file, read.notes));
  const why = outcome.plan.met ? null : reason(design.value, outcome.plan.point);
  await io.out(options.json ? jsonOf(outcome.plan, why) : planText(design.value, outcome.plan));
  return why === null ? done : notGood(file, [why]);
}

/** The design with the objectives of the command line behind its own, under ids that it does not use. */
function withObjectives(design: Design, scenario: Scenario, slos: readonly string[]): Outcome<Design> {
  const objectives: Objective[] = [...(design.objectives ?? [])];
  for (const text of slos) {
    const ids = new Set(objectives.map(({ id }) => id));
    let number = 1;
    while (ids.has(`slo-${String(number)}`)) number += 1;
    const read = readSlo(text, `slo-${String(number)}`);
    if (!read.ok) return read;
    const { at } = read.value;
    if (at !== undefined && !scenario.arrivals.some((arrival) => arrival.at === at))
      return fail([nothingArrives(text, at, scenario)]);
    objectives.push(read.value);
  }
  const whole = { ...design, objectives };
  const obstacles = validateDesign(whole).filter(isError);
  if (obstacles.length > 0) return fail(obstacles);
  return objectives.length === 0 ? fail([noObjective]) : succeed(whole);
}

const noObjective: Finding = {
  rule: 'no-objective',
  severity: 'error',
  path: 'objectives',
  message: 'there is no objective to plan for',
  mend: 'Give one as --slo "p95<200", or in the design.',
};

function nothingArrives(text: string, at: string, { id, arrivals }: Scenario): Finding {
  return {
    rule: 'objective-not-measured',
    severity: 'error',
    path: '',
    message: `--slo "${text}": no requests arrive at ${at} in scenario ${id}`,
    mend: `Name one of ${[...new Set(arrivals.map((arrival) => arrival.at))].join(', ')}, or a figure such as components.ID.responseMs.p95.`,
  };
}

async function run(
  design: Design,
  scenario: Scenario,
  varies: readonly Vary[],
  { threads = coreCount() }: PlanArguments,
  io: Io,
): Promise<PlanOutcome> {
  let isCancelled = false;
  const stopListening =
    threads === 1
      ? () => undefined
      : io.onInterrupt(() => {
          isCancelled = true;
        });
  const executor = await createExecutor(threads);
  try {
    return await plan(design, scenario, varies, (varied) =>
      simulate(varied, { scenario: scenario.id }, executor, { isCancelled: () => isCancelled }),
    );
  } finally {
    stopListening();
    await executor.close();
  }
}

function marginJson({ objective, value, margin, met }: Margin) {
  return { ...objective, value, margin, met };
}

function jsonOf({ met, point, runnerUp, tried, leftOut, complete }: Plan, why: Finding | null): string {
  const whole = {
    met,
    set: point.set,
    result: point.result,
    tried,
    leftOut,
    complete,
    objectives: point.margins.map(marginJson),
    runnerUp: runnerUp && {
      set: runnerUp.set,
      cost: runnerUp.result.cost,
      objectives: runnerUp.margins.map(marginJson),
    },
    binding: why && { objective: tightest(point.margins)?.objective.id, message: why.message },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function objectiveText({ metric, at, below, above }: Objective): string {
  return `${at === undefined ? '' : `${at}.`}${metric}${below === undefined ? `>${String(above)}` : `<${String(below)}`}`;
}

function pointLines({ set, result, margins }: PlannedPoint): string[] {
  return [
    ...Object.entries(set).map(([path, value]) => `  ${path}=${String(value)}`),
    `  costs ${figure(result.cost.perHour)} ${result.cost.currency} an hour`,
    ...margins.map(
      ({ objective, value, margin }) =>
        `  ${objectiveText(objective)}: ${figure(value)}, ${figure(margin === null ? null : 100 * margin)} % to spare`,
    ),
  ];
}

function planText(design: Design, { met, point, runnerUp, tried, leftOut, complete }: Plan): string {
  const lines = [
    met ? `${design.name}: the cheapest that meets the objectives` : `${design.name}: the nearest to the objectives`,
    ...pointLines(point),
    ...(runnerUp === null ? [] : ['', 'The next one', ...pointLines(runnerUp)]),
    '',
    `${String(tried)} points simulated, ${String(leftOut)} left out by the estimate`,
    ...(complete
      ? []
      : ['The search ended at its limit: there may be a cheaper one. Give narrower ranges with --vary.']),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** Which objective binds at the nearest point, and what keeps it from being met. */
function reason(design: Design, { set, result, margins }: PlannedPoint): Finding {
  const binding = tightest(margins);
  const objective = binding === null ? '' : objectiveText(binding.objective);
  const at = designAt(design, set);
  const sentence = at.ok ? bottleneckSentence(at.value, result) : null;
  const value = binding?.value ?? null;
  const nearest = value === null ? 'nothing was measured' : `the nearest is ${figure(value)}, at ${setText(set)}`;
  return {
    rule: 'objective-missed',
    severity: 'error',
    path: binding === null ? 'objectives' : `objectives.${binding.objective.id}`,
    message: `${objective} cannot be met: ${nearest}${sentence === null ? '' : `; there ${sentence}`}`,
    mend: 'Give wider ranges or other paths with --vary, or change the objective.',
  };
}
