// Capacity planning for the window: the objectives are those of the design.
import { setImmediate } from 'node:timers/promises';
import { chooseScenario } from '../../../src/analysis/choose-scenario.ts';
import { plan, type PlannedPoint } from '../../../src/analysis/plan.ts';
import { defaultVaries } from '../../../src/analysis/plan/dimensions.ts';
import { simulate } from '../../../src/analysis/simulate.ts';
import type { Study } from './study.ts';

export const planStudy: Study<'plan'> = async (design, scenarioId, { vary }, tools) => {
  const scenario = chooseScenario(design, scenarioId);
  if (!scenario.ok) return { kind: 'failed', findings: scenario.findings };
  const { executor, isCancelled } = tools;
  let told: PlannedPoint | null = null;
  const outcome = await plan(
    design,
    scenario.value,
    vary ?? defaultVaries(design, scenario.value),
    (varied) => simulate(varied, { scenario: scenarioId }, executor, { isCancelled }),
    {
      isCancelled,
      breathe: () => setImmediate(),
      // Nobody can say how many points are still to come.
      onProgress: ({ tried, best }) => {
        tools.onProgress({ fraction: 0, replicationsDone: tried, replications: 0 }, true);
        if (best !== null && best !== told) tools.onPart({ kind: 'plan', best });
        told = best;
      },
    },
  );
  return outcome.kind === 'done' ? { kind: 'done', answer: { kind: 'plan', plan: outcome.plan } } : outcome;
};
