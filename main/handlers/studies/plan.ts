// Capacity planning for the window: the objectives are those of the design.
import { chooseScenario } from '../../../src/analysis/choose-scenario.ts';
import { plan } from '../../../src/analysis/plan.ts';
import { defaultVaries } from '../../../src/analysis/plan/dimensions.ts';
import { simulate } from '../../../src/analysis/simulate.ts';
import type { Study } from './study.ts';

export const planStudy: Study<'plan'> = async (design, scenarioId, { vary }, tools) => {
  const scenario = chooseScenario(design, scenarioId);
  if (!scenario.ok) return { kind: 'failed', findings: scenario.findings };
  const varies = vary ?? defaultVaries(design, scenario.value);
  let tried = 0;
  const outcome = await plan(design, scenario.value, varies, async (varied) => {
    const { isCancelled } = tools;
    const run = await simulate(varied, { scenario: scenarioId }, tools.executor, { isCancelled });
    tried += 1;
    tools.onProgress({ fraction: 0, replicationsDone: tried, replications: 0 }, true);
    return run;
  });
  return outcome.kind === 'done' ? { kind: 'done', answer: { kind: 'plan', plan: outcome.plan } } : outcome;
};
