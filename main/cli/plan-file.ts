// What `spandrel plan` does, with all that it needs: loaded at once, and only by those who plan.
import { setImmediate } from 'node:timers/promises';
import { chooseScenario } from '../../src/analysis/choose-scenario.ts';
import { plan, type PlanOutcome } from '../../src/analysis/plan.ts';
import { defaultVaries } from '../../src/analysis/plan/dimensions.ts';
import { readSlo } from '../../src/analysis/plan/slo.ts';
import { simulate } from '../../src/analysis/simulate.ts';
import type { Vary } from '../../src/analysis/sweep/grid.ts';
import { validateDesign } from '../../src/catalogue/validate.ts';
import type { Design, Objective, Scenario } from '../../src/model/design.ts';
import { fail, isError, succeed, type Finding, type Outcome } from '../../src/model/finding.ts';
import { coreCount, createExecutor } from '../threads.ts';
import { done, notGood, type Ending } from './exit.ts';
import { readDesignInput } from './input.ts';
import type { Io } from './io.ts';
import { findingsText } from './print-findings.ts';
import { createPlanLine } from './plan-line.ts';
import { planJson, planText, reason } from './plan-report.ts';

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
  const why = outcome.plan.met ? null : reason(design.value, outcome.plan);
  await io.out(options.json ? planJson(outcome.plan, why) : planText(design.value, outcome.plan));
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
  const line = await createPlanLine(io);
  const executor = await createExecutor(threads);
  const hooks = { onProgress: line.show, isCancelled: () => isCancelled, breathe: () => setImmediate() };
  try {
    return await plan(
      design,
      scenario,
      varies,
      (varied) => simulate(varied, { scenario: scenario.id }, executor, { isCancelled: () => isCancelled }),
      hooks,
    );
  } finally {
    line.stop();
    stopListening();
    await executor.close();
  }
}
